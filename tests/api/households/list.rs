//! `GET /households`.

use linli_tests::{TestApp, id_of};
use serde_json::json;

#[tokio::test]
async fn the_households_of_a_building_or_of_the_whole_community() {
    let app = TestApp::start().await;
    let building = json!({"grid_id": app.a.id(10), "estate": "利民小区", "name": "1栋"});
    let building = id_of(&app.a.staff.post("/buildings", building).await.created());
    let body = json!({"building_id": building, "door": "101"});
    let household = app.a.staff.post("/households", body).await.created();
    let of = async |query: &str| app.a.social_worker.get(&format!("/households{query}")).await.items();
    assert_eq!(of(&format!("?building_id={building}")).await, [household]);
    assert_eq!(of("").await.len(), 2);
    assert_eq!(of(&format!("?building_id={}", app.b.id(11))).await.len(), 0);
    app.a.staff.get("/households?limit=201").await.faulty("limit");
}
