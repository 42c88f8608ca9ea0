//! What the server does by itself.

use chrono::Duration;
use linli_api::jobs::forget_old_answers;
use linli_tests::{TestApp, id_of};
use serde_json::json;

#[tokio::test]
async fn answers_of_commands_are_kept_for_a_week() {
    let app = TestApp::start().await;
    let body = json!({"name": "曾丽", "household_id": app.a.id(12)});
    let first = app.a.staff.post_with("key", "/residents", body.clone()).await.created();
    app.clock.put_forward(Duration::days(6));
    assert_eq!(forget_old_answers(&app.app).await.unwrap(), 0);
    assert_eq!(app.a.staff.post_with("key", "/residents", body.clone()).await.created(), first);
    app.clock.put_forward(Duration::days(2));
    assert_eq!(forget_old_answers(&app.app).await.unwrap(), 1);
    let anew = app.a.staff.post_with("key", "/residents", body).await.created();
    assert_ne!(id_of(&anew), id_of(&first));
}
