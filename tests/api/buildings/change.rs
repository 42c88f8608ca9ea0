//! `PATCH /buildings/{id}`.

use linli_tests::{TestApp, id_of};
use serde_json::{Value, json};

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

#[tokio::test]
async fn a_block_head_is_appointed_replaced_and_dismissed_and_sees_it_at_once() {
    let app = TestApp::start().await;
    let path = format!("/buildings/{}", app.a.id(11));
    let appoint = async |who: Value| app.a.staff.patch(&path, json!({ "block_head_id": who })).await;
    let roles = async || app.a.resident.get("/me").await.ok();
    assert_eq!(appoint(json!(app.a.id(47))).await.ok()["block_head_id"], json!(app.a.id(47)));
    let me = roles().await;
    assert!(me["roles"].as_array().unwrap().contains(&json!("block_head")), "{me}");
    assert_eq!(me["building_ids"], json!([app.a.id(11)]));
    // What is left out stays; an old resident without a phone takes over.
    assert_eq!(
        app.a.staff.patch(&path, json!({"name": "1号楼"})).await.ok()["block_head_id"],
        json!(app.a.id(47))
    );
    appoint(json!(app.a.id(48))).await.ok();
    assert_eq!(roles().await["building_ids"], json!([]));
    assert_eq!(appoint(json!(null)).await.ok()["block_head_id"], json!(null));
    appoint(json!(app.b.id(47))).await.faulty("block_head_id");
    appoint(json!(7)).await.faulty("block_head_id");
}

#[tokio::test]
async fn who_is_not_registered_any_more_is_no_block_head() {
    let app = TestApp::start().await;
    let (path, resident) = (format!("/buildings/{}", app.a.id(11)), format!("/residents/{}", app.a.id(47)));
    let appoint = async || app.a.staff.patch(&path, json!({"block_head_id": app.a.id(47)})).await;
    appoint().await.ok();
    app.a.staff.patch(&resident, json!({"state": "moved_out"})).await.ok();
    let listed = app.a.staff.get("/buildings").await.items();
    assert_eq!(listed[0]["block_head_id"], json!(null));
    assert_eq!(app.a.resident.get("/me").await.ok()["building_ids"], json!([]));
    let problem = appoint().await.refused(409, "resident-not-active");
    assert_eq!(problem["errors"][0]["field"], "block_head_id");
}

#[tokio::test]
async fn who_moves_within_the_building_stays_its_block_head_and_into_another_does_not() {
    let app = TestApp::start().await;
    let (path, resident) = (format!("/buildings/{}", app.a.id(11)), format!("/residents/{}", app.a.id(47)));
    app.a.staff.patch(&path, json!({"block_head_id": app.a.id(47)})).await.ok();
    let household = async |building, door: &str| {
        let body = json!({"building_id": building, "door": door});
        id_of(&app.a.staff.post("/households", body).await.created())
    };
    let within = household(app.a.id(11), "1单元102").await;
    app.a.staff.patch(&resident, json!({"household_id": within})).await.ok();
    assert_eq!(app.a.resident.get("/me").await.ok()["building_ids"], json!([app.a.id(11)]));
    let body = json!({"grid_id": app.a.id(10), "estate": "利民小区", "name": "2栋"});
    let other = id_of(&app.a.staff.post("/buildings", body).await.created());
    app.a.staff.patch(&resident, json!({"household_id": household(other, "101").await})).await.ok();
    assert_eq!(app.a.resident.get("/me").await.ok()["building_ids"], json!([]));
    let entries = app.a.administrator.get("/audit-entries?limit=200").await.items();
    let dismissed = entries.iter().any(|entry| {
        entry["action"] == "building.change" && entry["after"] == json!({"block_head_id": null})
    });
    assert!(dismissed, "{entries:?}");
}
