//! `POST /residents/{id}/reveal`.

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
