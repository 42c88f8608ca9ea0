//! `POST /residents/{id}/reveal`.

use diesel::sql_types::BigInt;
use diesel_async::RunQueryDsl;
use linli_tests::TestApp;
use serde_json::json;

#[tokio::test]
async fn the_full_number_is_shown_for_a_reason() {
    let app = TestApp::start().await;
    let path = format!("/residents/{}/reveal", app.a.id(49));
    let shown = app.a.staff.post(&path, json!({"reason": "电话通知领取物品"})).await.ok();
    assert_eq!(shown["phone"], "19910000049");
    app.a.staff.post(&path, json!({})).await.faulty("reason");
}

#[derive(diesel::QueryableByName)]
struct Count {
    #[diesel(sql_type = BigInt)]
    count: i64,
}

#[tokio::test]
async fn the_number_is_kept_nowhere_and_every_look_is_in_the_log() {
    let app = TestApp::start().await;
    let path = format!("/residents/{}/reveal", app.a.id(49));
    let look = |reason: &str| app.a.staff.post_with("k", &path, json!({ "reason": reason }));
    for _ in 0..2 {
        let shown = look("电话通知领取物品").await;
        assert_eq!(shown.header("idempotent-replayed"), None);
        assert_eq!(shown.ok()["phone"], "19910000049");
    }
    look("另有原因").await.refused(422, "idempotency-key-reused");
    let partner = json!({"contact_phone": "19910000049"});
    app.a.staff.patch(&format!("/partners/{}", app.a.id(71)), partner).await.ok();
    let log = app.a.staff.get(&format!("/audit-entries?subject_id={}", app.a.id(49))).await.items();
    assert_eq!(log.iter().filter(|line| line["action"] == "resident.reveal").count(), 2);
    let kept = "SELECT count(*) AS count FROM idempotency_keys WHERE body LIKE '%19910000049%'";
    let kept: Count = diesel::sql_query(kept).get_result(&mut app.database.connect().await).await.unwrap();
    assert_eq!(kept.count, 0);
}
