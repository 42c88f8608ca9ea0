//! `GET /buildings`.

use linli_tests::{TestApp, id_of};
use serde_json::json;

#[tokio::test]
async fn the_buildings_of_a_grid_or_of_the_whole_community() {
    let app = TestApp::start().await;
    let grid = id_of(&app.a.staff.post("/grids", json!({"name": "第二网格"})).await.created());
    let body = json!({"grid_id": grid, "estate": "利民小区", "name": "1栋"});
    let building = app.a.staff.post("/buildings", body).await.created();
    let of = async |query: &str| app.a.social_worker.get(&format!("/buildings{query}")).await.items();
    assert_eq!(of(&format!("?grid_id={grid}")).await, [building]);
    assert_eq!(of("").await.len(), 2);
    assert_eq!(of(&format!("?grid_id={}", app.b.id(10))).await.len(), 0);
    app.a.staff.get("/buildings?grid_id=x").await.faulty("grid_id");
    app.a.cashier.get("/buildings").await.refused(403, "forbidden");
}
