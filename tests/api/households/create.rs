//! `POST /households` and `GET /households/{id}`.

use linli_tests::{TestApp, id_of};
use serde_json::json;

#[tokio::test]
async fn a_household_is_registered_and_read() {
    let app = TestApp::start().await;
    let body = json!({"building_id": app.a.id(11), "door": "1单元102"});
    let answer = app.a.staff.post("/households", body).await;
    let location = answer.header("location").unwrap().to_owned();
    let household = answer.created();
    let path = format!("/households/{}", id_of(&household));
    assert_eq!(location, format!("/api/v1{path}"));
    assert_eq!(app.a.social_worker.get(&path).await.ok(), household);
    app.b.staff.get(&path).await.refused(404, "not-found");
    app.a.resident.get(&path).await.refused(403, "forbidden");
}

#[tokio::test]
async fn a_taken_door_and_a_faulty_field_are_refused() {
    let app = TestApp::start().await;
    let new = |building, door: &str| json!({"building_id": building, "door": door});
    let problem = app.a.staff.post("/households", new(app.a.id(11), "1单元101")).await;
    assert_eq!(problem.refused(409, "name-taken")["errors"][0]["field"], "door");
    app.a.staff.post("/households", new(app.b.id(11), "1单元102")).await.faulty("building_id");
    app.a.staff.post("/households", new(app.a.id(11), "")).await.faulty("door");
    app.a.staff.post("/households", json!({"building_id": app.a.id(11)})).await.faulty("door");
}
