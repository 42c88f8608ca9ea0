//! `POST /gifts` to a fund.

use linli_tests::{TestApp, stage};
use serde_json::json;

use super::{fund, gift, gifts};

#[tokio::test]
async fn what_is_given_leaves_the_wallet_and_says_for_what() {
    let app = TestApp::start().await;
    let id = fund(&app, "暖冬年饭").await;
    let given = app.a.resident.post(&gifts(id), gift(30)).await.created();
    assert_eq!(given["text"], "捐给公益基金「暖冬年饭」");
    assert_eq!((&given["credit"]["account"], &given["cause"]["id"]), (&json!("donated"), &json!(id)));
    assert_eq!(app.wallet(47).await.0, 70);
    assert_eq!(app.drift(&app.a).await, []);
}

#[tokio::test]
async fn a_gift_that_was_a_mistake_counts_no_more() {
    let app = TestApp::start().await;
    let id = fund(&app, "暖冬年饭").await;
    let given = app.a.resident.post(&gifts(id), gift(30)).await.created();
    let reverse = format!("/transfers/{}/reverse", given["id"].as_str().unwrap());
    app.a.staff.post(&reverse, json!({"reason": "多输了一个零"})).await.created();
    app.a.staff.post(&reverse, json!({"reason": "再来一次"})).await.refused(409, "already-reversed");
    let fund = app.a.resident.get(&format!("/funds/{id}")).await.ok();
    assert_eq!((&fund["given_points"], &fund["givers"]), (&json!(0), &json!(0)));
    assert_eq!(app.wallet(47).await.0, 100);
    assert_eq!(app.drift(&app.a).await, []);
}

#[tokio::test]
async fn the_desk_gives_in_the_place_of_the_resident_it_names() {
    let app = TestApp::start().await;
    let to = gifts(fund(&app, "暖冬年饭").await);
    app.a.staff.post(&to, gift(1)).await.faulty("resident_id");
    let mut body = gift(1);
    body["resident_id"] = json!(app.a.id(49));
    let given = app.a.staff.post(&to, body).await.created();
    assert_eq!(given["on_behalf_of"], json!(app.a.id(49)));
    app.b.resident.post(&to, gift(1)).await.refused(404, "not-found");
}

#[tokio::test]
async fn gifts_to_funds_and_to_residents_share_the_months_limit() {
    let app = TestApp::start().await;
    let more = json!({"resident_id": app.a.id(47), "points": 200, "reason": "补录"});
    app.a.staff.post("/adjustments", more).await.created();
    let to = gifts(fund(&app, "暖冬年饭").await);
    let other = json!({"to_card_code": stage::card(48), "points": 100, "note": ""});
    app.a.resident.post("/gifts", other).await.created();
    app.a.resident.post(&to, gift(51)).await.refused(409, "gift-limit-reached");
    app.a.resident.post(&to, gift(50)).await.created();
}
