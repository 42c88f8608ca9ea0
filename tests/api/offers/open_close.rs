//! `POST /offers/{id}/open` and `/close`.

use linli_tests::TestApp;
use serde_json::json;

use super::draft_offer;
use crate::vouchers::run_sql;

#[tokio::test]
async fn an_offer_opens_closes_and_opens_again() {
    let app = TestApp::start().await;
    let path = format!("/offers/{}", draft_offer(&app, json!({})).await);
    let (open, close) = (format!("{path}/open"), format!("{path}/close"));
    app.a.manager.post(&close, json!({})).await.refused(409, "wrong-state");
    assert_eq!(app.a.manager.post(&open, json!({})).await.ok()["state"], "open");
    app.a.manager.post(&open, json!({})).await.refused(409, "wrong-state");
    app.a.resident.get(&path).await.ok();
    assert_eq!(app.a.manager.post(&close, json!({})).await.ok()["state"], "closed");
    app.a.resident.get(&path).await.refused(404, "not-found");
    assert_eq!(app.a.staff.post(&open, json!({})).await.ok()["state"], "open");
}

#[tokio::test]
async fn a_suspended_partner_opens_nothing() {
    let app = TestApp::start().await;
    let offer = draft_offer(&app, json!({})).await;
    run_sql(&app, "UPDATE partners SET state = 'suspended'").await;
    let open = format!("/offers/{offer}/open");
    app.a.manager.post(&open, json!({})).await.refused(409, "partner-not-active");
}

#[tokio::test]
async fn the_same_command_twice_gets_the_first_answer() {
    let app = TestApp::start().await;
    let path = format!("/offers/{}", draft_offer(&app, json!({})).await);
    for verb in ["open", "close"] {
        let path = format!("{path}/{verb}");
        let first = app.a.manager.post_with(verb, &path, json!({})).await;
        let again = app.a.manager.post_with(verb, &path, json!({})).await;
        assert_eq!((first.status, &first.text), (200, &again.text));
    }
}

#[tokio::test]
async fn an_offer_of_another_community_does_not_exist() {
    let app = TestApp::start().await;
    let offer = draft_offer(&app, json!({})).await;
    for verb in ["open", "close"] {
        let path = format!("/offers/{offer}/{verb}");
        app.b.manager.post(&path, json!({})).await.refused(404, "not-found");
    }
    app.b.staff.get(&format!("/offers/{offer}")).await.refused(404, "not-found");
}
