//! `GET /rewards/{id}`.

use linli_tests::TestApp;
use serde_json::json;

use super::reward;

#[tokio::test]
async fn what_is_off_the_shelf_is_there_for_the_desk_only() {
    let app = TestApp::start().await;
    let path = format!("/rewards/{}", reward(&app, "彩笔", 10, 5).await);
    app.a.resident.get(&path).await.ok();
    app.a.staff.patch(&path, json!({"state": "off_shelf"})).await.ok();
    for actor in [&app.a.resident, &app.a.cashier, &app.a.social_worker] {
        actor.get(&path).await.refused(404, "not-found");
    }
    for actor in [&app.a.staff, &app.a.administrator] {
        assert_eq!(actor.get(&path).await.ok()["state"], "off_shelf");
    }
}

#[tokio::test]
async fn a_reward_of_another_community_does_not_exist() {
    let app = TestApp::start().await;
    let path = format!("/rewards/{}", reward(&app, "彩笔", 10, 5).await);
    app.b.staff.get(&path).await.refused(404, "not-found");
    app.b.resident.get(&path).await.refused(404, "not-found");
}
