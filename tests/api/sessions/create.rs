//! `POST /sessions`.

use chrono::Duration;
use diesel_async::SimpleAsyncConnection;
use futures::future::{Either, select};
use linli_tests::{TestApp, id_of, stage};
use reqwest::Method;
use serde_json::json;

#[tokio::test]
async fn phone_and_password_open_the_account() {
    let app = TestApp::start().await;
    let body = json!({"phone": "199 1000 0022", "password": stage::PASSWORD});
    let signed_in = app.nobody.send(Method::POST, "/api/v1/sessions", Some(body), &[]).await;
    let cookie = signed_in.header("set-cookie").unwrap().to_owned();
    let token = signed_in.ok()["access_token"].as_str().unwrap().to_owned();
    let me = app.nobody.with_token(&token).get("/me").await.ok();
    assert_eq!(me["roles"], json!(["staff"]));
    assert!(cookie.contains("HttpOnly") && cookie.contains("SameSite=Strict"), "{cookie}");
}

#[tokio::test]
async fn an_unknown_phone_and_a_wrong_password_get_the_same_answer() {
    let app = TestApp::start().await;
    for (phone, password) in [("19910000022", "wrong-password"), ("19999999999", stage::PASSWORD)] {
        let body = json!({"phone": phone, "password": password});
        let answer = app.nobody.send(Method::POST, "/api/v1/sessions", Some(body), &[]).await;
        answer.refused(401, "sign-in-failed");
    }
}

#[tokio::test]
async fn a_faulty_field_is_named() {
    let app = TestApp::start().await;
    let cases = [
        (json!({"password": "x"}), "phone"),
        (json!({"phone": "123", "password": "x"}), "phone"),
        (json!({"phone": "19910000022"}), "password"),
        (json!({"phone": "19910000022", "password": "x", "remember": true}), "remember"),
    ];
    for (body, field) in cases {
        app.nobody.send(Method::POST, "/api/v1/sessions", Some(body), &[]).await.faulty(field);
    }
}

#[tokio::test]
async fn who_guesses_on_and_on_is_told_when_to_come_again() {
    let app = TestApp::start().await;
    let sign_in = async |phone: &str, password: &str| {
        let body = json!({"phone": phone, "password": password});
        app.nobody.send(Method::POST, "/api/v1/sessions", Some(body), &[]).await
    };
    for _ in 0..10 {
        sign_in("19910000022", "wrong-password").await.refused(401, "sign-in-failed");
    }
    let told = sign_in("19910000022", stage::PASSWORD).await;
    let seconds: i64 = told.header("retry-after").unwrap().parse().unwrap();
    told.refused(429, "too-many-requests");
    sign_in("19910000021", stage::PASSWORD).await.ok();
    app.clock.put_forward(Duration::seconds(seconds));
    sign_in("19910000022", stage::PASSWORD).await.ok();
    sign_in("19910000022", "wrong-password").await.refused(401, "sign-in-failed");
}

#[tokio::test]
async fn an_account_that_was_disabled_is_no_choice() {
    let app = TestApp::start().await;
    let person = json!({"name": "两地", "phone": "19910000022", "password": stage::PASSWORD});
    let other = id_of(&app.b.administrator.post("/users", person).await.created());
    let body = json!({"phone": "19910000022", "password": stage::PASSWORD});
    let sign_in = || app.nobody.send(Method::POST, "/api/v1/sessions", Some(body.clone()), &[]);
    let asked = sign_in().await.refused(409, "community-choice-needed");
    assert_eq!(asked["figures"]["communities"].as_array().map(Vec::len), Some(2));
    app.b.administrator.patch(&format!("/users/{other}"), json!({"disabled": true})).await.ok();
    assert_eq!(sign_in().await.ok()["community"], json!(app.a.id(1)));
}

#[tokio::test]
async fn a_password_that_is_changed_while_it_is_checked_opens_nothing() {
    let app = TestApp::start().await;
    let mut administrator = app.database.connect().await;
    let change = "BEGIN; UPDATE credentials SET password_hash = 'new' WHERE phone = '19910000022'";
    administrator.batch_execute(change).await.unwrap();
    let body = json!({"phone": "19910000022", "password": stage::PASSWORD});
    let signing_in = Box::pin(app.nobody.send(Method::POST, "/api/v1/sessions", Some(body), &[]));
    // It finds the old password, and then waits for the new one to be there or not.
    match select(signing_in, Box::pin(app.database.somebody_waits())).await {
        Either::Left((answer, _)) => panic!("it did not wait: {}", answer.text),
        Either::Right(((), signing_in)) => {
            administrator.batch_execute("COMMIT").await.unwrap();
            signing_in.await.refused(401, "sign-in-failed");
        }
    }
}
