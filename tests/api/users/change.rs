//! `PATCH /users/{id}`.

use linli_tests::{TestApp, stage};
use serde_json::{Value, json};

use super::{PASSWORD, sign_in};

/// Changes the account of the staff member, who is signed in.
async fn change_staff(app: &TestApp, body: Value) -> Value {
    app.a.staff.get("/me").await.ok();
    app.a.administrator.patch(&format!("/users/{}", app.a.id(22)), body).await.ok()
}

#[tokio::test]
async fn new_offices_end_every_session_at_once() {
    let app = TestApp::start().await;
    let user = change_staff(&app, json!({"offices": ["social_worker"]})).await;
    assert_eq!(user["offices"], json!(["social_worker"]));
    app.a.staff.get("/me").await.refused(401, "not-signed-in");
    let token = sign_in(&app, "19910000022", stage::PASSWORD).await.ok()["access_token"].clone();
    let me = app.nobody.with_token(token.as_str().unwrap()).get("/me").await.ok();
    assert_eq!(me["roles"], json!(["social_worker"]));
}

#[tokio::test]
async fn a_disabled_account_opens_nothing_until_it_is_enabled() {
    let app = TestApp::start().await;
    assert!(change_staff(&app, json!({"disabled": true})).await["disabled_at"].is_string());
    app.a.staff.get("/me").await.refused(401, "not-signed-in");
    sign_in(&app, "19910000022", stage::PASSWORD).await.refused(401, "sign-in-failed");
    let path = format!("/users/{}", app.a.id(22));
    let enabled = app.a.administrator.patch(&path, json!({"disabled": false})).await.ok();
    assert_eq!(enabled["disabled_at"], json!(null));
    app.a.staff.get("/me").await.refused(401, "not-signed-in");
    sign_in(&app, "19910000022", stage::PASSWORD).await.ok();
}

#[tokio::test]
async fn a_new_password_takes_the_place_of_the_old_one() {
    let app = TestApp::start().await;
    change_staff(&app, json!({"password": PASSWORD})).await;
    app.a.staff.get("/me").await.refused(401, "not-signed-in");
    sign_in(&app, "19910000022", stage::PASSWORD).await.refused(401, "sign-in-failed");
    sign_in(&app, "19910000022", PASSWORD).await.ok();
    sign_in(&app, "19920000022", stage::PASSWORD).await.ok();
}

#[tokio::test]
async fn another_name_and_what_was_so_before_leave_people_signed_in() {
    let app = TestApp::start().await;
    let body = json!({"name": "周小敏", "offices": ["staff"], "disabled": false});
    assert_eq!(change_staff(&app, body).await["name"], "周小敏");
    assert_eq!(app.a.staff.get("/me").await.ok()["name"], "周小敏");
}

#[tokio::test]
async fn a_faulty_field_is_named_and_nothing_changes() {
    let app = TestApp::start().await;
    let path = format!("/users/{}", app.a.id(22));
    let cases = [
        ("offices", json!(["cashier"])),
        ("offices", json!(["platform_operator"])),
        ("password", json!("password")),
        ("name", json!(" ")),
        ("disabled", json!("yes")),
        ("phone", json!("110")),
        ("phone", json!("199****0022")),
    ];
    for (field, value) in cases {
        app.a.administrator.patch(&path, json!({field: value})).await.faulty(field);
    }
    app.a.staff.patch(&path, json!({"name": "周敏"})).await.refused(403, "forbidden");
    assert_eq!(app.a.staff.get("/me").await.ok()["roles"], json!(["staff"]));
}
