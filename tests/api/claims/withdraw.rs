//! `POST /claims/{id}/withdraw`.

use linli_tests::TestApp;
use serde_json::json;

use super::{claimed, path, refused, say};

#[tokio::test]
async fn a_claim_is_taken_back_before_it_is_decided() {
    let app = TestApp::start().await;
    let made = claimed(&app).await;
    app.a.leader.post(&path(&made, "/withdraw"), json!({})).await.refused(403, "forbidden");
    assert_eq!(app.a.resident.post(&path(&made, "/withdraw"), json!({})).await.ok()["state"], "withdrawn");
    say(&app.a.staff, &made, "accept").await.refused(409, "wrong-state");
}

#[tokio::test]
async fn what_is_decided_is_not_taken_back() {
    let app = TestApp::start().await;
    let made = refused(&app).await;
    app.a.resident.post(&path(&made, "/withdraw"), json!({})).await.refused(409, "wrong-state");
}
