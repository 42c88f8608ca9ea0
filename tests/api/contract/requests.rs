//! What surrounds every request: unknown routes, methods, sizes, headers, health.

use diesel_async::SimpleAsyncConnection;
use futures::future::{Either, select};
use linli_tests::{Answer, TestApp};
use reqwest::Method;
use serde_json::json;

async fn plain(app: &TestApp, method: Method, path: &str) -> Answer {
    app.nobody.send(method, path, None, &[]).await
}

#[tokio::test]
async fn what_does_not_exist_is_a_problem_too() {
    let app = TestApp::start().await;
    for path in
        ["/nothing", "/api/v1/nothing", "/api/v2/residents", "/api/v1/residents/", "/docs/nothing/here"]
    {
        let problem = plain(&app, Method::GET, path).await.refused(404, "not-found");
        assert!(problem["instance"].as_str().unwrap().starts_with("urn:uuid:"), "{problem}");
    }
}

#[tokio::test]
async fn a_method_that_a_path_does_not_have_is_told_which_it_has() {
    let app = TestApp::start().await;
    for method in [Method::PUT, Method::DELETE, Method::TRACE, Method::OPTIONS] {
        let answer = plain(&app, method, "/api/v1/residents").await;
        assert_eq!(answer.header("allow"), Some("GET, POST"));
        answer.refused(405, "method-not-allowed");
    }
}

#[tokio::test]
async fn a_body_that_is_too_large_or_no_json_is_refused() {
    let app = TestApp::start().await;
    let large = vec![b' '; 10 * 1024 * 1024];
    let headers = [("Content-Type", "application/json"), ("Idempotency-Key", "k")];
    let sent = app.a.staff.send_raw(Method::POST, "/api/v1/residents", Some(large), &headers).await;
    sent.refused(413, "body-too-large");
    let headers = [("Content-Type", "text/plain"), ("Idempotency-Key", "k")];
    let sent = app.a.staff.send_raw(Method::POST, "/api/v1/residents", Some(b"{}".to_vec()), &headers).await;
    sent.refused(415, "unsupported-media-type");
}

#[tokio::test]
async fn a_command_needs_a_key() {
    let app = TestApp::start().await;
    let too_long = "k".repeat(101);
    for key in [None, Some(""), Some("two words"), Some(too_long.as_str())] {
        let headers: Vec<(&str, &str)> = key.into_iter().map(|key| ("Idempotency-Key", key)).collect();
        let sent = app.a.staff.send(Method::POST, "/api/v1/residents", Some(json!({})), &headers).await;
        sent.refused(400, "idempotency-key-missing");
    }
}

#[tokio::test]
async fn a_token_that_is_not_ours_opens_nothing() {
    let app = TestApp::start().await;
    let other = TestApp::start().await;
    for token in ["", "x", "eyJhbGciOiJub25lIn0.e30."] {
        app.nobody.with_token(token).get("/me").await.refused(401, "not-signed-in");
    }
    let foreign = other.a.staff.token().unwrap().to_owned();
    app.nobody.with_token(&foreign).get("/me").await.refused(401, "not-signed-in");
}

#[tokio::test]
async fn the_server_tells_that_it_lives_serves_and_how_much() {
    let app = TestApp::start().await;
    assert_eq!(plain(&app, Method::GET, "/health/live").await.ok()["status"], "live");
    assert_eq!(plain(&app, Method::GET, "/health/ready").await.ok()["status"], "ready");
    app.a.staff.get("/residents").await.ok();
    let figures = plain(&app, Method::GET, "/metrics").await.text;
    assert!(figures.contains(r#"route="/api/v1/residents""#), "{figures}");
    assert!(!figures.contains("aaaaaaaa-"), "an identifier in a label");
}

#[tokio::test]
async fn a_method_that_somebody_invents_makes_no_figure_of_its_own() {
    let app = TestApp::start().await;
    for invented in ["BREW", "WHEN"] {
        let method = Method::from_bytes(invented.as_bytes()).unwrap();
        plain(&app, method, "/api/v1/residents").await.refused(405, "method-not-allowed");
        let figures = plain(&app, Method::GET, "/metrics").await.text;
        assert!(figures.contains(r#"method="other""#) && !figures.contains(invented), "{figures}");
    }
}

#[tokio::test]
async fn the_documentation_is_served_by_the_program_itself() {
    let app = TestApp::start().await;
    let page = plain(&app, Method::GET, "/docs/").await;
    assert_eq!(page.status, 200);
    assert!(!page.text.contains("http://") && !page.text.contains("https://"), "{}", page.text);
    assert_eq!(plain(&app, Method::GET, "/openapi.json").await.ok()["openapi"], "3.1.0");
    let first = plain(&app, Method::GET, "/").await;
    assert!(first.text.contains("/docs/"));
    assert!(first.header("content-security-policy").unwrap().contains("default-src 'self'"));
    assert_eq!(first.header("x-content-type-options"), Some("nosniff"));
}

#[tokio::test]
async fn without_a_free_connection_the_caller_is_told_to_come_again() {
    let app = TestApp::impatient().await;
    let (_, all) = app.app.pool.usage();
    let mut taken = Vec::new();
    for _ in 0..all {
        taken.push(app.app.pool.get().await.unwrap());
    }
    let answer = app.a.staff.get("/me").await;
    assert_eq!(answer.header("retry-after"), Some("1"));
    answer.refused(503, "unavailable");
    plain(&app, Method::GET, "/health/ready").await.refused(503, "unavailable");
    drop(taken);
    app.a.staff.get("/me").await.ok();
}

#[tokio::test]
async fn a_repeated_request_is_told_while_the_first_still_runs() {
    let app = TestApp::start().await;
    let mut other = app.database.connect().await;
    let lock = format!("BEGIN; SELECT FROM residents WHERE id = '{}' FOR UPDATE", app.a.id(49));
    other.batch_execute(&lock).await.unwrap();
    let path = format!("/residents/{}", app.a.id(49));
    let change = || {
        let headers = [("Idempotency-Key", "once")];
        let staff = app.a.staff.clone();
        let path = format!("/api/v1{path}");
        async move { staff.send(Method::PATCH, &path, Some(json!({"name": "赵大洋"})), &headers).await }
    };
    // One waits for the resident, the other for the key, and gives up after its two seconds. Then the first goes on.
    let (told, waiting) = select(Box::pin(change()), Box::pin(change())).await.factor_first();
    told.refused(409, "request-in-progress");
    other.batch_execute("COMMIT").await.unwrap();
    waiting.await.ok();
    let again = change().await;
    assert_eq!((again.status, again.header("idempotent-replayed")), (200, Some("true")));
}

#[tokio::test]
async fn a_command_whose_connection_is_lost_goes_through_on_another() {
    let app = TestApp::start().await;
    let mut other = app.database.connect().await;
    let lock = format!("BEGIN; SELECT FROM residents WHERE id = '{}' FOR UPDATE", app.a.id(49));
    other.batch_execute(&lock).await.unwrap();
    let path = format!("/residents/{}", app.a.id(49));
    let change = Box::pin(app.a.staff.patch(&path, json!({"name": "赵大洋"})));
    let Either::Right(((), change)) = select(change, Box::pin(app.database.somebody_waits())).await else {
        panic!("it did not wait")
    };
    let end = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity
               WHERE wait_event_type = 'Lock' AND datname = current_database(); COMMIT";
    other.batch_execute(end).await.unwrap();
    assert_eq!(change.await.ok()["name"], "赵大洋");
}
