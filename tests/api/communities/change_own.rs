//! `GET /community` and `PATCH /community`.

use linli_tests::TestApp;
use serde_json::json;

#[tokio::test]
async fn administrators_change_their_own_community_only() {
    let app = TestApp::start().await;
    let before = app.b.resident.get("/community").await.ok();
    let body = json!({"undo_window_minutes": 0});
    let changed = app.a.administrator.patch("/community", body).await.ok();
    assert_eq!((&changed["name"], &changed["undo_window_minutes"]), (&json!("puan社区"), &json!(0)));
    assert_eq!(app.a.resident.get("/community").await.ok(), changed);
    assert_eq!(app.b.resident.get("/community").await.ok(), before);
}

#[tokio::test]
async fn slug_and_time_zone_stay_and_a_faulty_field_is_named() {
    let app = TestApp::start().await;
    let cases = [
        ("slug", json!("x2")),
        ("timezone", json!("UTC")),
        ("name", json!("")),
        ("undo_window_minutes", json!(1441)),
    ];
    for (field, value) in cases {
        app.a.administrator.patch("/community", json!({field: value})).await.faulty(field);
    }
    app.a.staff.patch("/community", json!({"name": "普安"})).await.refused(403, "forbidden");
}
