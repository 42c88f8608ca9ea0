//! `POST /wish-polls/{id}/close`.

use linli_tests::TestApp;
use serde_json::json;

use super::open_poll;

#[tokio::test]
async fn the_desk_closes_a_poll_before_its_time_and_once() {
    let app = TestApp::start().await;
    let poll = open_poll(&app).await;
    let close = format!("{}/close", poll.path);
    app.a.resident.post(&close, json!({})).await.refused(403, "forbidden");
    app.b.staff.post(&close, json!({})).await.refused(404, "not-found");
    let closed = app.a.staff.post(&close, json!({})).await.ok();
    assert_eq!((&closed["state"], closed["closed_at"].is_string()), (&json!("closed"), true));
    poll.vote(&app.a.resident, &[0], json!({})).await.refused(409, "wish-poll-not-open");
    app.a.staff.post(&close, json!({})).await.refused(409, "wrong-state");
}
