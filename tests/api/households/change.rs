//! `PATCH /households/{id}`.

use linli_tests::{TestApp, id_of};
use serde_json::{Value, json};

#[tokio::test]
async fn a_household_gets_another_door_and_another_building() {
    let app = TestApp::start().await;
    let building = json!({"grid_id": app.a.id(10), "estate": "利民小区", "name": "1栋"});
    let building = id_of(&app.a.staff.post("/buildings", building).await.created());
    let path = format!("/households/{}", app.a.id(12));
    let moved = app.a.staff.patch(&path, json!({"building_id": building, "door": "201"})).await.ok();
    assert_eq!((&moved["building_id"], &moved["door"]), (&json!(building), &json!("201")));
    assert_eq!(app.a.staff.get(&path).await.ok(), moved);
    assert_eq!(app.a.staff.get(&format!("/residents?building_id={building}")).await.items().len(), 4);
    assert_eq!(app.drift(&app.a).await, []);
}

#[tokio::test]
async fn a_taken_door_and_a_faulty_field_are_refused() {
    let app = TestApp::start().await;
    let body = json!({"building_id": app.a.id(11), "door": "1单元102"});
    let path = format!("/households/{}", id_of(&app.a.staff.post("/households", body).await.created()));
    let problem = app.a.staff.patch(&path, json!({"door": "1单元101"})).await.refused(409, "name-taken");
    assert_eq!(problem["errors"], json!([{"field": "door", "detail": "门牌「1单元101」已登记"}]));
    app.a.staff.patch(&path, json!({"building_id": app.b.id(11)})).await.faulty("building_id");
    app.a.staff.patch(&path, json!({"door": ""})).await.faulty("door");
}

#[tokio::test]
async fn a_household_of_another_community_does_not_exist() {
    let app = TestApp::start().await;
    let path = format!("/households/{}", app.b.id(12));
    app.a.staff.patch(&path, json!({"door": "201"})).await.refused(404, "not-found");
}

#[tokio::test]
async fn a_household_chooses_one_of_its_members_to_represent_it() {
    let app = TestApp::start().await;
    let path = format!("/households/{}", app.a.id(12));
    let choose = async |who: Value| app.a.staff.patch(&path, json!({ "representative_id": who })).await;
    assert_eq!(choose(json!(app.a.id(47))).await.ok()["representative_id"], json!(app.a.id(47)));
    let body = json!({"building_id": app.a.id(11), "door": "1单元102"});
    let other = id_of(&app.a.staff.post("/households", body).await.created());
    let body = json!({"name": "新邻居", "household_id": other});
    let stranger = id_of(&app.a.staff.post("/residents", body).await.created());
    for wrong in [json!(stranger), json!(app.b.id(47)), json!("x")] {
        choose(wrong).await.faulty("representative_id");
    }
    // Who moves out of it speaks for it no more.
    let resident = format!("/residents/{}", app.a.id(47));
    app.a.staff.patch(&resident, json!({"household_id": other})).await.ok();
    assert_eq!(app.a.staff.get(&path).await.ok()["representative_id"], json!(null));
    choose(json!(app.a.id(48))).await.ok();
    assert_eq!(choose(json!(null)).await.ok()["representative_id"], json!(null));
}
