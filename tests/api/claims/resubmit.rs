//! `POST /claims/{id}/resubmit`.

use linli_tests::TestApp;
use serde_json::json;

use super::{claim, claimed, claimed_for_two, deed, path, say};

#[tokio::test]
async fn a_returned_claim_is_mended_and_reviewed_anew() {
    let app = TestApp::start().await;
    let made = claimed_for_two(&app).await;
    say(&app.a.staff, &made, "accept").await.ok();
    say(&app.a.social_worker, &made, "return").await.ok();
    let mended = deed(json!({"minutes": 90, "place": "2栋"}));
    let again = app.a.resident.post(&path(&made, "/resubmit"), mended).await.ok();
    assert_eq!(
        (&again["state"], &again["round"], &again["reviews_accepted"]),
        (&json!("submitted"), &json!(2), &json!(0))
    );
    // What was said of the first one does not count for the second.
    assert_eq!(say(&app.a.staff, &made, "accept").await.ok()["state"], "submitted");
    let accepted = say(&app.a.social_worker, &made, "accept").await.ok();
    assert_eq!((&accepted["award"]["points"], &accepted["place"]), (&json!(3), &json!("2栋")));
}

#[tokio::test]
async fn only_what_was_returned_is_mended_and_by_whose_it_is() {
    let app = TestApp::start().await;
    let made = claimed(&app).await;
    let mended = || deed(json!({}));
    app.a.resident.post(&path(&made, "/resubmit"), mended()).await.refused(409, "wrong-state");
    say(&app.a.staff, &made, "return").await.ok();
    app.a.leader.post(&path(&made, "/resubmit"), mended()).await.refused(403, "forbidden");
    app.a
        .resident
        .post(&path(&made, "/resubmit"), deed(json!({"rule_code": "SING"})))
        .await
        .faulty("rule_code");
    app.a.staff.post(&path(&made, "/resubmit"), mended()).await.ok();
    // Who submits it does not review it, also where somebody else had submitted it first.
    say(&app.a.staff, &made, "accept").await.refused(409, "reviewer-is-claimant");
}

#[tokio::test]
async fn it_does_not_become_a_deed_that_was_claimed_before() {
    let app = TestApp::start().await;
    let made = claimed(&app).await;
    claim(&app.a.resident, json!({"began_at": "2026-11-23T01:00:00Z"})).await.created();
    say(&app.a.staff, &made, "return").await.ok();
    let other = deed(json!({"began_at": "2026-11-23T01:00:00Z"}));
    app.a.resident.post(&path(&made, "/resubmit"), other).await.refused(409, "already-claimed");
}
