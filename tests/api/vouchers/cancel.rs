//! `POST /vouchers/{id}/cancel`.

use chrono::Duration;
use linli_tests::{TestApp, id_of};
use serde_json::json;

use super::{taken, wallet};
use crate::confirmations::confirm;
use crate::offers::open_offer;

#[tokio::test]
async fn points_and_quota_come_back_once() {
    let app = TestApp::start().await;
    let offer = open_offer(&app, json!({"quota": 1})).await;
    let path = format!("/vouchers/{}/cancel", id_of(&taken(&app, offer).await));
    let voucher = app.a.resident.post(&path, json!({})).await.ok();
    assert_eq!(voucher["state"], "released");
    app.a.resident.post(&path, json!({})).await.refused(409, "voucher-released");
    assert_eq!(wallet(&app, 47).await, (100, 0));
    assert_eq!(app.a.resident.get(&format!("/offers/{offer}")).await.ok()["quota_left"], 1);
    assert_eq!(app.drift(&app.a).await, []);
}

#[tokio::test]
async fn a_used_voucher_is_not_given_back() {
    let app = TestApp::start().await;
    let voucher = taken(&app, open_offer(&app, json!({})).await).await;
    confirm(&app, &voucher, 6000).await.created();
    let path = format!("/vouchers/{}/cancel", id_of(&voucher));
    app.a.resident.post(&path, json!({})).await.refused(409, "voucher-used");
    assert_eq!(app.drift(&app.a).await, []);
}

#[tokio::test]
async fn a_voucher_whose_time_is_over_can_be_given_back() {
    let app = TestApp::start().await;
    let voucher = taken(&app, open_offer(&app, json!({"voucher_days": 1})).await).await;
    app.clock.put_forward(Duration::days(2));
    let path = format!("/vouchers/{}/cancel", id_of(&voucher));
    app.a.staff.post(&path, json!({})).await.ok();
    assert_eq!(wallet(&app, 47).await, (100, 0));
    assert_eq!(app.drift(&app.a).await, []);
}

#[tokio::test]
async fn a_free_voucher_gives_its_place_back() {
    let app = TestApp::start().await;
    let offer = open_offer(&app, json!({"quota": 1, "price_points": 0})).await;
    let path = format!("/vouchers/{}/cancel", id_of(&taken(&app, offer).await));
    app.a.resident.post(&path, json!({})).await.ok();
    taken(&app, offer).await;
    assert_eq!(app.drift(&app.a).await, []);
}

#[tokio::test]
async fn somebody_elses_voucher_is_not_ones_own_to_give_back() {
    let app = TestApp::start().await;
    let voucher = taken(&app, open_offer(&app, json!({})).await).await;
    let path = format!("/vouchers/{}/cancel", id_of(&voucher));
    app.a.leader.post(&path, json!({})).await.refused(403, "forbidden");
    app.b.staff.post(&path, json!({})).await.refused(404, "not-found");
    assert_eq!(wallet(&app, 47).await, (100, 15));
}

#[tokio::test]
async fn the_same_command_twice_gives_one_voucher_back() {
    let app = TestApp::start().await;
    let offer = open_offer(&app, json!({"quota": 2})).await;
    taken(&app, offer).await;
    let path = format!("/vouchers/{}/cancel", id_of(&taken(&app, offer).await));
    let first = app.a.resident.post_with("k", &path, json!({})).await;
    let again = app.a.resident.post_with("k", &path, json!({})).await;
    assert_eq!((first.status, &first.text), (200, &again.text));
    assert_eq!(wallet(&app, 47).await, (100, 15));
    assert_eq!(app.drift(&app.a).await, []);
}
