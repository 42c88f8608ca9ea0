//! `PUT /me/password`.

use linli_tests::{Actor, Answer, TestApp, stage};
use reqwest::Method;
use serde_json::{Value, json};

const NEW: &str = "zhou-2026-新";

async fn sign_in(app: &TestApp, password: &str) -> Answer {
    let body = json!({"phone": "19910000022", "password": password});
    app.nobody.send(Method::POST, "/api/v1/sessions", Some(body), &[]).await
}

async fn change(actor: &Actor, key: &str, body: &Value) -> Answer {
    let headers = [("Idempotency-Key", key)];
    actor.send(Method::PUT, "/api/v1/me/password", Some(body.clone()), &headers).await
}

#[tokio::test]
async fn a_new_password_of_one_s_own_ends_all_other_sessions() {
    let app = TestApp::start().await;
    let token = sign_in(&app, stage::PASSWORD).await.ok()["access_token"].as_str().unwrap().to_owned();
    let body = json!({"current_password": stage::PASSWORD, "new_password": NEW});
    let first = change(&app.a.staff, "key", &body).await;
    app.nobody.with_token(&token).get("/me").await.refused(401, "not-signed-in");
    app.a.staff.get("/me").await.ok();
    let again = change(&app.a.staff, "key", &body).await;
    assert_eq!(again.header("idempotent-replayed"), Some("true"));
    assert_eq!((first.status, first.text), (200, again.text));
    sign_in(&app, stage::PASSWORD).await.refused(401, "sign-in-failed");
    sign_in(&app, NEW).await.ok();
    let log = app.a.administrator.get("/audit-entries").await;
    assert!(log.text.contains("user.change_own_password") && !log.text.contains(NEW), "{}", log.text);
}

#[tokio::test]
async fn whoever_does_not_know_the_password_cannot_change_it() {
    let app = TestApp::start().await;
    for tried in 0..10 {
        let body = json!({"current_password": format!("wrong-{tried}"), "new_password": NEW});
        app.a.staff.put("/me/password", body).await.faulty("current_password");
    }
    let body = json!({"current_password": stage::PASSWORD, "new_password": NEW});
    app.a.staff.put("/me/password", body).await.refused(429, "too-many-requests");
    sign_in(&app, stage::PASSWORD).await.ok();
}

#[tokio::test]
async fn of_two_changes_at_once_one_finds_that_its_password_is_no_longer_right() {
    let app = TestApp::start().await;
    let changes = (0..8).map(|n| {
        let body = json!({"current_password": stage::PASSWORD, "new_password": format!("{NEW}-{n}")});
        app.a.staff.put("/me/password", body)
    });
    let statuses = futures::future::join_all(changes).await.into_iter().map(|answer| answer.status);
    assert_eq!(statuses.filter(|status| *status == 200).count(), 1);
}
