//! `DELETE /sessions/current`.

use linli_tests::{Answer, TestApp, stage};
use reqwest::Method;
use serde_json::json;

async fn end(app: &TestApp, cookie: &str) -> Answer {
    app.nobody.send(Method::DELETE, "/api/v1/sessions/current", None, &[("Cookie", cookie)]).await
}

fn takes_the_cookie_away(answer: Answer) {
    let cookie = answer.header("set-cookie").unwrap().to_owned();
    assert!(cookie.starts_with("linli_refresh=;") && cookie.contains("Max-Age=0"), "{cookie}");
    answer.ok();
}

#[tokio::test]
async fn a_session_that_was_ended_opens_nothing_any_more() {
    let app = TestApp::start().await;
    let body = json!({"phone": "19910000022", "password": stage::PASSWORD});
    let signed_in = app.nobody.send(Method::POST, "/api/v1/sessions", Some(body), &[]).await;
    let cookie = signed_in.header("set-cookie").unwrap().split(';').next().unwrap().to_owned();
    let staff = app.nobody.with_token(signed_in.ok()["access_token"].as_str().unwrap());
    staff.get("/me").await.ok();
    takes_the_cookie_away(end(&app, &cookie).await);
    staff.get("/me").await.refused(401, "not-signed-in");
    let headers = [("Cookie", cookie.as_str())];
    let renewed = app.nobody.send(Method::POST, "/api/v1/sessions/refresh", None, &headers).await;
    renewed.refused(401, "not-signed-in");
    app.a.staff.get("/me").await.ok();
    takes_the_cookie_away(end(&app, &cookie).await);
}

#[tokio::test]
async fn who_has_no_session_may_sign_out_all_the_same() {
    let app = TestApp::start().await;
    for cookie in ["other=1", "linli_refresh=invented", "linli_refresh="] {
        takes_the_cookie_away(end(&app, cookie).await);
    }
}
