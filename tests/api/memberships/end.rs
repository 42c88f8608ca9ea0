//! `POST /memberships/{id}/end`.

use linli_tests::TestApp;
use serde_json::json;

use super::{act, of_team, request};

#[tokio::test]
async fn a_resident_leaves_or_takes_the_request_back_once() {
    let app = TestApp::start().await;
    let made = request(&app).await;
    assert_eq!(act(&app.a.resident, &made, "end").await.ok()["state"], "ended");
    act(&app.a.resident, &made, "end").await.refused(409, "wrong-state");
    let again = request(&app).await;
    act(&app.a.leader, &again, "approve").await.ok();
    assert_eq!(act(&app.a.resident, &again, "end").await.ok()["state"], "ended");
}

#[tokio::test]
async fn a_leader_ends_memberships_of_the_own_team_and_residents_only_their_own() {
    let app = TestApp::start().await;
    let body = json!({"resident_id": app.a.id(48), "active": true});
    let other = app.a.staff.post(&of_team(&app), body.clone()).await.created();
    act(&app.a.resident, &other, "end").await.refused(403, "forbidden");
    act(&app.a.leader, &other, "end").await.ok();
    let path = format!("/teams/{}/memberships", app.a.id(52));
    let elsewhere = app.a.staff.post(&path, body).await.created();
    act(&app.a.leader, &elsewhere, "end").await.refused(403, "forbidden");
    act(&app.a.social_worker, &elsewhere, "end").await.ok();
}

#[tokio::test]
async fn the_record_says_in_whose_place_the_desk_ended_it() {
    let app = TestApp::start().await;
    for (who, in_place_of) in [(&app.a.staff, json!(app.a.id(48))), (&app.a.leader, json!(null))] {
        let body = json!({"resident_id": app.a.id(48), "active": true});
        let made = app.a.staff.post(&of_team(&app), body).await.created();
        act(who, &made, "end").await.ok();
        let lines = app.a.administrator.get("/audit-entries?limit=1").await.items();
        assert_eq!(
            (&lines[0]["action"], &lines[0]["on_behalf_of"]),
            (&json!("membership.end"), &in_place_of)
        );
    }
}
