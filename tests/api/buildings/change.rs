//! `PATCH /buildings/{id}`.

use linli_tests::{TestApp, id_of};
use serde_json::json;

#[tokio::test]
async fn a_building_is_renamed_and_moves_to_another_grid_with_its_residents() {
    let app = TestApp::start().await;
    let grid = id_of(&app.a.staff.post("/grids", json!({"name": "第二网格"})).await.created());
    let path = format!("/buildings/{}", app.a.id(11));
    let building = app.a.staff.patch(&path, json!({"grid_id": grid, "name": "1号楼"})).await.ok();
    assert_eq!((&building["grid_id"], &building["name"]), (&json!(grid), &json!("1号楼")));
    assert_eq!(building["estate"], "江南花山郡");
    let residents = app.a.staff.get(&format!("/residents?grid_id={grid}")).await.items();
    assert_eq!(residents.len(), 4);
    assert_eq!(app.drift(&app.a).await, []);
}

#[tokio::test]
async fn a_taken_name_and_a_faulty_field_are_refused() {
    let app = TestApp::start().await;
    let body = json!({"grid_id": app.a.id(10), "estate": "江南花山郡", "name": "2栋"});
    let path = format!("/buildings/{}", id_of(&app.a.staff.post("/buildings", body).await.created()));
    let problem = app.a.staff.patch(&path, json!({"name": "1栋"})).await.refused(409, "name-taken");
    assert_eq!(problem["errors"][0]["field"], "name");
    app.a.staff.patch(&path, json!({"grid_id": app.b.id(10)})).await.faulty("grid_id");
    app.a.staff.patch(&path, json!({"estate": " "})).await.faulty("estate");
    app.a.staff.patch(&path, json!({"estate": "利民小区", "name": "1栋"})).await.ok();
}

#[tokio::test]
async fn a_building_of_another_community_does_not_exist() {
    let app = TestApp::start().await;
    let path = format!("/buildings/{}", app.b.id(11));
    app.a.staff.patch(&path, json!({"name": "2栋"})).await.refused(404, "not-found");
}
