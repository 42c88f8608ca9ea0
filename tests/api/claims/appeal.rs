//! `POST /claims/{id}/appeal`.

use linli_tests::TestApp;
use serde_json::json;

use super::{appeal, claimed, refused, say, wallet};

#[tokio::test]
async fn somebody_who_took_no_part_decides_an_appeal() {
    let app = TestApp::start().await;
    let made = refused(&app).await;
    assert_eq!(appeal(&app.a.resident, &made).await.ok()["state"], "appealed");
    say(&app.a.staff, &made, "accept").await.refused(409, "reviewer-took-part");
    say(&app.a.social_worker, &made, "return").await.refused(409, "appeal-not-returned");
    assert_eq!(say(&app.a.social_worker, &made, "accept").await.ok()["state"], "accepted");
    assert_eq!(wallet(&app).await, 102);
}

#[tokio::test]
async fn an_appeal_is_made_once() {
    let app = TestApp::start().await;
    let made = refused(&app).await;
    appeal(&app.a.leader, &made).await.refused(403, "forbidden");
    appeal(&app.a.resident, &made).await.ok();
    say(&app.a.social_worker, &made, "refuse").await.ok();
    appeal(&app.a.resident, &made).await.refused(409, "already-appealed");
    let notice = &app.a.resident.get("/notices").await.items()[0];
    assert_eq!(notice["text"], "您申报的「清洁家园」经申诉仍未通过：已核实情况");
}

#[tokio::test]
async fn only_a_refusal_is_appealed_against() {
    let app = TestApp::start().await;
    appeal(&app.a.resident, &claimed(&app).await).await.refused(409, "wrong-state");
}

#[tokio::test]
async fn who_appeals_in_a_residents_place_does_not_decide() {
    let app = TestApp::start().await;
    let made = refused(&app).await;
    appeal(&app.a.administrator, &made).await.ok();
    say(&app.a.administrator, &made, "accept").await.refused(409, "reviewer-is-claimant");
    let line = app.a.staff.get("/audit-entries?limit=1").await.items()[0].clone();
    assert_eq!((&line["action"], &line["on_behalf_of"]), (&json!("claim.appeal"), &json!(app.a.id(47))));
}
