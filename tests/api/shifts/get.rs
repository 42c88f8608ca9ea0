//! `GET /shifts/{id}`.

use linli_tests::{TestApp, id_of};
use serde_json::json;

use super::expected;
use crate::activities::{propose, shift_id};

#[tokio::test]
async fn a_shift_is_shown_with_its_activity_and_its_places() {
    let app = TestApp::start().await;
    let (place, activity) = expected(&app).await;
    let shown = app.a.resident.get(&format!("/shifts/{place}")).await.ok();
    for (of_shift, of_activity) in
        [("activity_id", "id"), ("activity_title", "title"), ("place", "place"), ("team_name", "team_name")]
    {
        assert_eq!(shown[of_shift], activity[of_activity], "{of_shift}");
    }
    assert_eq!((&shown["activity_state"], &shown["taken"]), (&json!("recruiting"), &json!(2)));
    assert_eq!((&shown["capacity"], &shown["recorded_at"]), (&json!(9), &json!(null)));
}

#[tokio::test]
async fn a_shift_is_seen_by_who_sees_its_activity() {
    let app = TestApp::start().await;
    let path = format!("/shifts/{}", shift_id(&propose(&app, json!({})).await, 0));
    app.a.leader.get(&path).await.ok();
    app.a.resident.get(&path).await.refused(404, "not-found");
    app.b.staff.get(&path).await.refused(404, "not-found");
}

#[tokio::test]
async fn once_it_is_recorded_who_came_the_shift_says_so() {
    let app = TestApp::start().await;
    let (place, activity) = expected(&app).await;
    app.a.leader.post(&format!("/activities/{}/start", id_of(&activity)), json!({})).await.ok();
    app.clock.put_forward(chrono::Duration::hours(3));
    app.a.leader.put(&format!("/shifts/{place}/roster"), json!({"attendances": []})).await.ok();
    assert!(app.a.leader.get(&format!("/shifts/{place}")).await.ok()["recorded_at"].is_string());
    let whole = app.a.leader.get(&format!("/activities/{}", id_of(&activity))).await.ok();
    assert!(whole["shifts"][0]["recorded_at"].is_string());
}
