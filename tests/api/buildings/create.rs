//! `POST /buildings`.

use linli_tests::{TestApp, id_of};
use serde_json::json;

#[tokio::test]
async fn a_building_is_registered() {
    let app = TestApp::start().await;
    let body = json!({"grid_id": app.a.id(10), "estate": "利民小区", "name": "1栋"});
    let answer = app.a.staff.post("/buildings", body).await;
    let location = answer.header("location").unwrap().to_owned();
    let building = answer.created();
    assert_eq!(location, format!("/api/v1/buildings/{}", id_of(&building)));
    assert_eq!((&building["estate"], &building["name"]), (&json!("利民小区"), &json!("1栋")));
}

#[tokio::test]
async fn a_name_is_taken_once_in_an_estate() {
    let app = TestApp::start().await;
    let body = json!({"grid_id": app.a.id(10), "estate": "江南花山郡", "name": "1栋"});
    let problem = app.a.staff.post("/buildings", body).await.refused(409, "name-taken");
    assert_eq!(problem["errors"][0]["field"], "name");
}

#[tokio::test]
async fn a_faulty_field_is_named() {
    let app = TestApp::start().await;
    let cases = [
        ("grid_id", json!(app.b.id(10))),
        ("grid_id", json!(null)),
        ("estate", json!("")),
        ("name", json!(3)),
        ("floors", json!(18)),
    ];
    for (field, value) in cases {
        let mut body = json!({"grid_id": app.a.id(10), "estate": "利民小区", "name": "1栋"});
        body[field] = value;
        app.a.staff.post("/buildings", body).await.faulty(field);
    }
    let body = json!({"grid_id": app.a.id(10), "estate": "利民小区", "name": "1栋"});
    app.a.social_worker.post("/buildings", body).await.refused(403, "forbidden");
}
