//! `GET /rulebooks/in-force`.

use linli_tests::TestApp;
use serde_json::json;

#[tokio::test]
async fn the_version_of_a_moment_is_the_one_that_was_in_force_then() {
    let app = TestApp::start().await;
    let path = "/rulebooks/in-force?at=2021-06-01T00:00:00Z";
    assert_eq!(app.a.resident.get(path).await.ok()["id"], json!(app.a.id(60)));
    assert_eq!(app.b.resident.get(path).await.ok()["id"], json!(app.b.id(60)));
}

#[tokio::test]
async fn before_the_first_version_none_was_in_force() {
    let app = TestApp::start().await;
    let path = "/rulebooks/in-force?at=2019-06-01T00:00:00Z";
    app.a.resident.get(path).await.refused(409, "no-rulebook-in-force");
}

#[tokio::test]
async fn a_faulty_moment_is_named() {
    let app = TestApp::start().await;
    for at in ["x", "2021-06-01", "-4000-01-01T00:00:00Z", "%2B262142-12-31T23:59:59Z"] {
        app.a.resident.get(&format!("/rulebooks/in-force?at={at}")).await.faulty("at");
    }
}
