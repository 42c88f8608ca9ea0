//! `DELETE /sessions/current`.

use linli_tests::TestApp;

#[tokio::test]
async fn a_session_that_was_ended_opens_nothing_any_more() {
    let app = TestApp::start().await;
    app.a.staff.get("/me").await.ok();
    app.a.staff.delete("/sessions/current").await.ok();
    app.a.staff.get("/me").await.refused(401, "not-signed-in");
    app.b.staff.get("/me").await.ok();
}
