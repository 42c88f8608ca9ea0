//! `POST /confirmations/{id}/undo`.

use chrono::Duration;
use linli_tests::{TestApp, id_of};
use serde_json::{Value, json};
use uuid::Uuid;

use super::confirm;
use crate::offers::open_offer;
use crate::vouchers::{run_sql, taken, wallet};

/// A voucher of an offer with these fields, and the path to undo its confirmation.
async fn confirmed(app: &TestApp, fields: Value) -> (Value, String) {
    let voucher = taken(app, open_offer(app, fields).await).await;
    let confirmation: Uuid = id_of(&confirm(app, &voucher, 6000).await.created());
    (voucher, format!("/confirmations/{confirmation}/undo"))
}

#[tokio::test]
async fn the_voucher_is_as_good_as_before_and_its_price_held_again() {
    let app = TestApp::start().await;
    let (voucher, undo) = confirmed(&app, json!({"quota": 1})).await;
    let undone = app.a.cashier.post(&undo, json!({})).await.ok();
    assert_eq!(undone["voucher_state"], "undone");
    assert!(undone["undone_at"].is_string());
    assert_eq!(wallet(&app, 47).await, (100, 15));
    confirm(&app, &voucher, 6000).await.created();
    assert_eq!(wallet(&app, 47).await, (85, 0));
    assert_eq!(app.drift(&app.a).await, []);
}

#[tokio::test]
async fn an_undone_voucher_can_be_given_back() {
    let app = TestApp::start().await;
    let (voucher, undo) = confirmed(&app, json!({"quota": 1})).await;
    app.a.manager.post(&undo, json!({})).await.ok();
    let cancel = format!("/vouchers/{}/cancel", id_of(&voucher));
    assert_eq!(app.a.resident.post(&cancel, json!({})).await.ok()["state"], "released");
    assert_eq!(wallet(&app, 47).await, (100, 0));
    assert_eq!(app.drift(&app.a).await, []);
}

#[tokio::test]
async fn a_voucher_whose_time_went_by_is_given_back() {
    let app = TestApp::start().await;
    let (voucher, undo) = confirmed(&app, json!({"quota": 1})).await;
    run_sql(&app, "UPDATE vouchers SET expires_at = taken_at + interval '1 minute'").await;
    app.clock.put_forward(Duration::minutes(30));
    assert_eq!(app.a.cashier.post(&undo, json!({})).await.ok()["voucher_state"], "released");
    assert_eq!(wallet(&app, 47).await, (100, 0));
    let offer = app.a.resident.get(&format!("/offers/{}", voucher["offer_id"].as_str().unwrap())).await.ok();
    assert_eq!(offer["quota_left"], 1);
    assert_eq!(app.drift(&app.a).await, []);
}

#[tokio::test]
async fn a_free_voucher_is_undone_without_points() {
    let app = TestApp::start().await;
    let (voucher, undo) = confirmed(&app, json!({"price_points": 0})).await;
    app.a.cashier.post(&undo, json!({})).await.ok();
    confirm(&app, &voucher, 6000).await.created();
    assert_eq!(wallet(&app, 47).await, (100, 0));
    assert_eq!(app.drift(&app.a).await, []);
}

#[tokio::test]
async fn it_is_undone_once_and_in_time() {
    let app = TestApp::start().await;
    let (voucher, undo) = confirmed(&app, json!({})).await;
    app.a.cashier.post(&undo, json!({})).await.ok();
    app.a.cashier.post(&undo, json!({})).await.refused(409, "already-undone");
    let again = id_of(&confirm(&app, &voucher, 6000).await.created());
    app.clock.put_forward(Duration::minutes(61));
    let undo = format!("/confirmations/{again}/undo");
    app.a.cashier.post(&undo, json!({})).await.refused(409, "undo-window-closed");
    assert_eq!(wallet(&app, 47).await, (85, 0));
    assert_eq!(app.drift(&app.a).await, []);
}

#[tokio::test]
async fn only_the_same_store_undoes_it() {
    let app = TestApp::start().await;
    let (_, undo) = confirmed(&app, json!({})).await;
    let (store, cashier) = (app.a.id(74), app.a.id(26));
    run_sql(&app, &format!("UPDATE cashiers SET store_id = '{store}' WHERE user_id = '{cashier}'")).await;
    app.a.cashier.post(&undo, json!({})).await.refused(403, "forbidden");
    app.b.cashier.post(&undo, json!({})).await.refused(404, "not-found");
    app.a.cashier.post("/confirmations/x/undo", json!({})).await.refused(404, "not-found");
    assert_eq!(wallet(&app, 47).await, (85, 0));
}

#[tokio::test]
async fn the_same_command_twice_undoes_once() {
    let app = TestApp::start().await;
    let (_, undo) = confirmed(&app, json!({})).await;
    let first = app.a.cashier.post_with("k", &undo, json!({})).await;
    let again = app.a.cashier.post_with("k", &undo, json!({})).await;
    assert_eq!((first.status, &first.text), (200, &again.text));
    assert_eq!(wallet(&app, 47).await, (100, 15));
    assert_eq!(app.drift(&app.a).await, []);
}
