//! `POST /partners`.

use chrono::Duration;
use linli_tests::{TestApp, id_of};
use serde_json::{Value, json};

fn new() -> Value {
    json!({
        "name": "小荷花家电", "category": "家电维修", "promise": "75岁以上免费维修", "contact_name": "何师傅",
        "contact_phone": "19900008001",
    })
}

#[tokio::test]
async fn a_partner_is_admitted_today_unless_a_day_is_given() {
    let app = TestApp::start().await;
    let answer = app.a.staff.post("/partners", new()).await;
    let location = answer.header("location").unwrap().to_owned();
    let partner = answer.created();
    assert_eq!(location, format!("/api/v1/partners/{}", id_of(&partner)));
    assert_eq!((&partner["state"], &partner["contact_phone"]), (&json!("active"), &json!("199****8001")));
    let read = app.a.staff.get(location.strip_prefix("/api/v1").unwrap()).await.ok();
    assert_eq!(read["contact_phone"], "19900008001");
    let today = (app.clock.now() + Duration::hours(8)).date_naive();
    assert_eq!(partner["admitted_on"], json!(today));
    let mut other = new();
    (other["name"], other["admitted_on"]) = (json!("巧手理发"), json!("2026-03-01"));
    assert_eq!(app.a.staff.post("/partners", other).await.created()["admitted_on"], "2026-03-01");
}

#[tokio::test]
async fn a_name_is_taken_once_in_a_community() {
    let app = TestApp::start().await;
    app.a.staff.post("/partners", new()).await.created();
    let problem = app.a.staff.post("/partners", new()).await.refused(409, "name-taken");
    assert_eq!(problem["errors"][0]["field"], "name");
    app.b.staff.post("/partners", new()).await.created();
}

#[tokio::test]
async fn a_faulty_field_is_named() {
    let app = TestApp::start().await;
    let cases = [
        ("name", json!("")),
        ("category", json!("长".repeat(21))),
        ("promise", json!("长".repeat(501))),
        ("contact_name", json!(null)),
        ("contact_phone", json!("110")),
        ("admitted_on", json!("2026-02-30")),
        ("admitted_on", json!("1999-12-31")),
        ("admitted_on", json!("+262142-01-01")),
        ("state", json!("ended")),
    ];
    for (field, value) in cases {
        let mut body = new();
        body[field] = value;
        app.a.staff.post("/partners", body).await.faulty(field);
    }
    app.a.social_worker.post("/partners", new()).await.refused(403, "forbidden");
}
