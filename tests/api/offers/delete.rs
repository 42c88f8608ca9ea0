//! `DELETE /offers/{id}`.

use diesel_async::SimpleAsyncConnection;
use linli_tests::TestApp;
use serde_json::json;

use super::{draft_offer, open_offer};
use crate::slots::slot;

#[tokio::test]
async fn a_draft_is_deleted_with_its_slots_and_a_line_remains() {
    let app = TestApp::start().await;
    let fields = json!({"slot_early_minutes": 30, "terms": {"kind": "free_item", "item": "书法课"}});
    let draft = draft_offer(&app, fields).await;
    let planned = slot(&app, draft, (24, 5)).await;
    let path = format!("/offers/{draft}");
    app.a.manager.delete(&path).await.ok();
    app.a.manager.get(&path).await.refused(404, "not-found");
    app.a.staff.get(&format!("/slots/{planned}")).await.refused(404, "not-found");
    app.a.manager.delete(&path).await.refused(404, "not-found");
    let lines = app.a.administrator.get(&format!("/audit-entries?subject_id={draft}")).await.items();
    let deleted = lines.iter().find(|line| line["action"] == "offer.delete").expect("a line");
    assert_eq!((&deleted["before"]["title"], &deleted["after"]), (&json!("满60减20"), &json!(null)));
}

#[tokio::test]
async fn what_was_ever_open_stays() {
    let app = TestApp::start().await;
    let offer = open_offer(&app, json!({})).await;
    let path = format!("/offers/{offer}");
    app.a.staff.delete(&path).await.refused(409, "wrong-state");
    app.a.staff.post(&format!("{path}/close"), json!({})).await.ok();
    app.a.staff.delete(&path).await.refused(409, "wrong-state");
    app.a.staff.get(&path).await.ok();
    // PostgreSQL sees to it by itself.
    let refused = app.database.connect().await.batch_execute("DELETE FROM offers").await.unwrap_err();
    assert!(refused.to_string().contains("append-only"), "{refused}");
}

#[tokio::test]
async fn a_draft_is_deleted_by_its_partner_s_managers_and_the_desk() {
    let app = TestApp::start().await;
    let (own, other) =
        (draft_offer(&app, json!({})).await, draft_offer(&app, json!({"partner_id": app.a.id(73)})).await);
    app.a.cashier.delete(&format!("/offers/{own}")).await.refused(403, "forbidden");
    app.a.manager.delete(&format!("/offers/{other}")).await.refused(404, "not-found");
    app.b.staff.delete(&format!("/offers/{own}")).await.refused(404, "not-found");
    app.a.staff.delete(&format!("/offers/{other}")).await.ok();
}
