//! `GET /notices` and `POST /notices/{id}/read`.

use linli_api::jobs::announce;
use linli_tests::{TestApp, id_of};
use serde_json::json;

use super::with_points_that_lapse;

#[tokio::test]
async fn a_notice_is_read_once_and_stays() {
    let app = TestApp::start().await;
    with_points_that_lapse(&app, 20).await;
    announce(&app.app).await;
    let notice = app.a.resident.get("/notices?unread=true").await.items().remove(0);
    let path = format!("/notices/{}/read", id_of(&notice));
    let first = app.a.resident.post(&path, json!({})).await.ok();
    app.clock.put_forward(chrono::Duration::hours(1));
    let again = app.a.resident.post(&path, json!({})).await.ok();
    assert!(first["read_at"].is_string());
    assert_eq!(first["read_at"], again["read_at"]);
    assert_eq!(app.a.resident.get("/notices?unread=true").await.items().len(), 0);
    assert_eq!(app.a.resident.get("/notices").await.items().len(), 1);
}

#[tokio::test]
async fn the_desk_reads_for_a_resident_and_others_do_not() {
    let app = TestApp::start().await;
    with_points_that_lapse(&app, 20).await;
    announce(&app.app).await;
    app.a.staff.get("/notices").await.faulty("resident_id");
    let of = format!("/notices?resident_id={}", app.a.id(47));
    let notice = app.a.staff.get(&of).await.items().remove(0);
    app.a.cashier.get(&of).await.refused(403, "forbidden");
    let path = format!("/notices/{}/read", id_of(&notice));
    app.b.staff.post(&path, json!({})).await.refused(404, "not-found");
    app.a.staff.post(&path, json!({})).await.ok();
    let log = app.a.staff.get(&format!("/audit-entries?subject_id={}", id_of(&notice))).await.items();
    assert_eq!((&log[0]["action"], &log[0]["on_behalf_of"]), (&json!("notice.read"), &json!(app.a.id(47))));
}
