//! The web client, as the server gives it out.

use linli_tests::{Answer, TestApp};
use reqwest::Method;

async fn ask(app: &TestApp, path: &str, headers: &[(&str, &str)]) -> Answer {
    app.nobody.send(Method::GET, path, None, headers).await
}

/// The address of the script that a page begins with.
async fn script(app: &TestApp, page: &str) -> String {
    let page = ask(app, page, &[]).await;
    let address = page.text.split('"').find(|part| part.starts_with("/assets/") && part.ends_with(".js"));
    address.expect("a script; the client is built by scripts/client.sh").to_owned()
}

#[tokio::test]
async fn every_address_of_an_application_is_its_page() {
    let app = TestApp::start().await;
    let (desk, phone) = (script(&app, "/staff").await, script(&app, "/phone").await);
    assert_ne!(desk, phone);
    for (path, begins_with) in
        [("/staff/residents/1?tab=wallet", &desk), ("/phone/", &phone), ("/phone/vouchers/1", &phone)]
    {
        let page = ask(&app, path, &[]).await;
        assert_eq!((page.status, page.header("content-type")), (200, Some("text/html")), "{path}");
        assert_eq!(page.header("cache-control"), Some("no-cache"));
        assert!(page.text.contains(begins_with.as_str()), "{path}");
    }
    ask(&app, "/assets/nothing.js", &[]).await.refused(404, "not-found");
    ask(&app, "/.vite/manifest.json", &[]).await.refused(404, "not-found");
    let head = app.nobody.send(Method::HEAD, "/staff/", None, &[]).await;
    assert_eq!((head.status, head.text.as_str()), (200, ""));
}

#[tokio::test]
async fn a_file_with_a_hash_in_its_name_comes_small_and_is_kept_for_ever() {
    let app = TestApp::start().await;
    let script = script(&app, "/phone").await;
    for (accepted, encoding) in
        [("gzip, deflate, br", Some("br")), ("gzip", Some("gzip")), ("identity", None), ("br;q=0", None)]
    {
        let answer = ask(&app, &script, &[("Accept-Encoding", accepted)]).await;
        assert_eq!((answer.status, answer.header("content-encoding")), (200, encoding), "{accepted}");
        assert_eq!(answer.header("cache-control"), Some("public, max-age=31536000, immutable"));
        assert_eq!(answer.header("vary"), Some("Accept-Encoding"));
    }
}

#[tokio::test]
async fn a_page_that_has_not_changed_is_not_sent_again() {
    let app = TestApp::start().await;
    let tag = ask(&app, "/phone/", &[]).await.header("etag").expect("a tag").to_owned();
    let answer = ask(&app, "/phone/", &[("If-None-Match", &tag)]).await;
    assert_eq!((answer.status, answer.text.as_str()), (304, ""));
    assert_eq!(ask(&app, "/phone/", &[("If-None-Match", "\"other\"")]).await.status, 200);
}

#[tokio::test]
async fn the_scanner_may_run_and_nothing_foreign_may() {
    let app = TestApp::start().await;
    let page = ask(&app, "/phone/", &[]).await;
    let policy = page.header("content-security-policy").expect("a policy");
    assert!(policy.contains("script-src 'self' 'wasm-unsafe-eval';") && !policy.contains("http"), "{policy}");
    assert_eq!(page.header("permissions-policy"), Some("camera=(self), microphone=(), geolocation=()"));
}
