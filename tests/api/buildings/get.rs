//! `GET /buildings/{id}`.

use linli_tests::TestApp;
use serde_json::json;

#[tokio::test]
async fn those_who_see_buildings_find_one_of_the_own_community() {
    let app = TestApp::start().await;
    let path = format!("/buildings/{}", app.a.id(11));
    for actor in [&app.a.staff, &app.a.social_worker] {
        assert_eq!(actor.get(&path).await.ok()["name"], json!("1栋"));
    }
    app.a.resident.get(&path).await.refused(403, "forbidden");
    app.b.staff.get(&path).await.refused(404, "not-found");
}
