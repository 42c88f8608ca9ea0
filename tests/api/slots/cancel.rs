//! `POST /slots/{id}/cancel`.

use chrono::Duration;
use linli_tests::{TestApp, id_of};
use serde_json::json;

use super::{class, seats_left, slot, take};
use crate::confirmations::confirm;

#[tokio::test]
async fn its_vouchers_are_given_back_and_their_residents_told_why() {
    let app = TestApp::start().await;
    let offer = class(&app, json!({"quota": 5})).await;
    let (gone, stays) = (slot(&app, offer, (24, 5)).await, slot(&app, offer, (48, 5)).await);
    let voucher = take(&app, offer, (gone, 47)).await.created();
    take(&app, offer, (gone, 49)).await.created();
    let other = take(&app, offer, (stays, 47)).await.created();
    let path = format!("/slots/{gone}/cancel");
    let cancelled = app.a.manager.post(&path, json!({"reason": "老师生病"})).await.ok();
    assert_eq!((&cancelled["state"], &cancelled["seats_left"]), (&json!("cancelled"), &json!(5)));
    let state =
        async |of| app.a.resident.get(&format!("/vouchers/{}", id_of(of))).await.ok()["state"].clone();
    assert_eq!((state(&voucher).await, state(&other).await), (json!("released"), json!("held")));
    assert_eq!((app.wallet(47).await, app.wallet(49).await), ((100, 10), (100, 0)));
    let notices = app.a.resident.get("/notices").await.items();
    assert_eq!(notices[0]["text"], "您预约的 2026-11-26「满60减20」已取消（老师生病），10 积分已退回");
    assert_eq!(app.a.staff.get(&format!("/offers/{offer}")).await.ok()["quota_left"], 4);
    take(&app, offer, (gone, 48)).await.refused(409, "slot-cancelled");
    app.a.manager.post(&path, json!({"reason": "老师生病"})).await.refused(409, "slot-cancelled");
    assert_eq!(app.drift(&app.a).await, []);
}

#[tokio::test]
async fn what_was_used_already_stays_and_a_slot_that_is_over_is_not_cancelled() {
    let app = TestApp::start().await;
    let offer = class(&app, json!({})).await;
    let slot = slot(&app, offer, (24, 5)).await;
    let voucher = take(&app, offer, (slot, 47)).await.created();
    app.clock.put_forward(Duration::hours(24) - Duration::minutes(20));
    confirm(&app, &voucher, 0).await.created();
    let path = format!("/slots/{slot}/cancel");
    app.a.manager.post(&path, json!({"reason": "停电"})).await.ok();
    assert_eq!(seats_left(&app, offer, slot).await, 4);
    assert_eq!(app.wallet(47).await, (90, 0));
    let other = super::slot(&app, offer, (1, 5)).await;
    app.clock.put_forward(Duration::hours(3));
    let late = format!("/slots/{other}/cancel");
    app.a.manager.post(&late, json!({"reason": "停电"})).await.refused(409, "wrong-state");
    app.a.manager.post(&late, json!({"reason": "停"})).await.faulty("reason");
    assert_eq!(app.drift(&app.a).await, []);
}

#[tokio::test]
async fn what_is_undone_after_its_slot_was_cancelled_is_given_back() {
    let app = TestApp::start().await;
    let offer = class(&app, json!({"quota": 5})).await;
    let slot = slot(&app, offer, (24, 5)).await;
    let voucher = take(&app, offer, (slot, 47)).await.created();
    app.clock.put_forward(Duration::hours(24) - Duration::minutes(20));
    let confirmation = confirm(&app, &voucher, 0).await.created();
    app.a.manager.post(&format!("/slots/{slot}/cancel"), json!({"reason": "停电"})).await.ok();
    let undo = format!("/confirmations/{}/undo", id_of(&confirmation));
    assert_eq!(app.a.cashier.post(&undo, json!({})).await.ok()["voucher_state"], "released");
    assert_eq!((app.wallet(47).await, seats_left(&app, offer, slot).await), ((100, 0), 5));
    assert_eq!(app.drift(&app.a).await, []);
}
