//! What the server does by itself.

use chrono::Duration;
use linli_api::jobs::{forget_old_answers, forget_old_sessions};
use linli_tests::{TestApp, id_of, stage};
use reqwest::Method;
use serde_json::json;

#[tokio::test]
async fn answers_of_commands_are_kept_for_a_week() {
    let app = TestApp::start().await;
    let body = json!({"name": "曾丽", "household_id": app.a.id(12)});
    let first = app.a.staff.post_with("key", "/residents", body.clone()).await.created();
    app.clock.put_forward(Duration::days(6));
    assert_eq!(forget_old_answers(&app.app).await.unwrap(), 0);
    assert_eq!(app.a.staff.post_with("key", "/residents", body.clone()).await.created(), first);
    app.clock.put_forward(Duration::days(2));
    assert_eq!(forget_old_answers(&app.app).await.unwrap(), 1);
    let anew = app.a.staff.post_with("key", "/residents", body).await.created();
    assert_ne!(id_of(&anew), id_of(&first));
}

#[tokio::test]
async fn a_session_that_is_over_is_kept_for_a_month_and_one_that_is_not_stays() {
    let app = TestApp::start().await;
    let sign_in = async || {
        let body = json!({"phone": "19910000022", "password": stage::PASSWORD});
        let signed_in = app.nobody.send(Method::POST, "/api/v1/sessions", Some(body), &[]).await;
        signed_in.header("set-cookie").unwrap().split(';').next().unwrap().to_owned()
    };
    let send = async |method: Method, path: &str, cookie: &str| {
        app.nobody.send(method, path, None, &[("Cookie", cookie)]).await
    };
    let (ended, expired) = (sign_in().await, sign_in().await);
    send(Method::DELETE, "/api/v1/sessions/current", &ended).await.ok();
    app.clock.put_forward(Duration::days(29));
    assert_eq!(forget_old_sessions(&app.app).await.unwrap(), 0);
    app.clock.put_forward(Duration::days(2));
    assert_eq!(forget_old_sessions(&app.app).await.unwrap(), 1, "the one that was ended");
    let fresh = sign_in().await;
    app.clock.put_forward(Duration::days(28));
    assert_eq!(forget_old_sessions(&app.app).await.unwrap(), 0);
    app.clock.put_forward(Duration::days(2));
    assert_eq!(forget_old_sessions(&app.app).await.unwrap(), 1, "the one that has expired");
    for token in [&ended, &expired, &fresh] {
        send(Method::POST, "/api/v1/sessions/refresh", token).await.refused(401, "not-signed-in");
    }
    app.a.staff.get("/me").await.ok();
}
