//! `POST /sessions/refresh`.

use chrono::Duration;
use linli_tests::{Answer, TestApp, stage};
use reqwest::Method;
use serde_json::json;

async fn sign_in(app: &TestApp) -> String {
    let body = json!({"phone": "19910000022", "password": stage::PASSWORD});
    cookie(&app.nobody.send(Method::POST, "/api/v1/sessions", Some(body), &[]).await)
}

async fn refresh(app: &TestApp, cookie: &str) -> Answer {
    app.nobody.send(Method::POST, "/api/v1/sessions/refresh", None, &[("Cookie", cookie)]).await
}

fn cookie(answer: &Answer) -> String {
    answer.header("set-cookie").unwrap().split(';').next().unwrap().to_owned()
}

#[tokio::test]
async fn the_cookie_is_replaced_each_time() {
    let app = TestApp::start().await;
    let first = sign_in(&app).await;
    let renewed = refresh(&app, &first).await;
    let second = cookie(&renewed);
    renewed.ok();
    assert_ne!(first, second);
    refresh(&app, &second).await.ok();
}

#[tokio::test]
async fn a_token_that_comes_again_ends_the_session_of_whoever_has_the_new_one() {
    let app = TestApp::start().await;
    let stolen = sign_in(&app).await;
    let renewed = refresh(&app, &stolen).await;
    let current = cookie(&renewed);
    let access = renewed.ok()["access_token"].as_str().unwrap().to_owned();
    app.clock.put_forward(Duration::seconds(11));
    refresh(&app, &stolen).await.refused(401, "not-signed-in");
    refresh(&app, &current).await.refused(401, "not-signed-in");
    app.nobody.with_token(&access).get("/me").await.refused(401, "not-signed-in");
}

#[tokio::test]
async fn an_answer_lost_on_the_way_may_be_asked_for_again() {
    let app = TestApp::start().await;
    let token = sign_in(&app).await;
    refresh(&app, &token).await.ok();
    refresh(&app, &token).await.ok();
}

#[tokio::test]
async fn no_cookie_and_an_invented_one_are_refused() {
    let app = TestApp::start().await;
    refresh(&app, "other=1").await.refused(401, "not-signed-in");
    refresh(&app, "linli_refresh=invented").await.refused(401, "not-signed-in");
}
