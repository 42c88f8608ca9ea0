//! Seats: taken with a voucher, used around the time of the slot, given back, moved.

use chrono::Duration;
use linli_api::jobs::expire_vouchers;
use linli_tests::{TestApp, id_of};
use serde_json::json;

use super::{class, seats_left, slot, slot_of_service, take};
use crate::confirmations::confirm;
use crate::offers::open_offer;
use crate::orders::{book, step};
use crate::rewards::service;

#[tokio::test]
async fn a_voucher_of_a_class_is_for_one_slot_and_good_until_it_ends() {
    let app = TestApp::start().await;
    let offer = class(&app, json!({})).await;
    let class_slot = slot(&app, offer, (24, 2)).await;
    let path = format!("/offers/{offer}/vouchers");
    app.a.resident.post(&path, json!({})).await.faulty("slot_id");
    app.a.resident.post(&path, json!({"slot_id": app.b.id(47)})).await.faulty("slot_id");
    let elsewhere = slot(&app, class(&app, json!({})).await, (48, 2)).await;
    app.a.resident.post(&path, json!({"slot_id": elsewhere})).await.faulty("slot_id");
    let plain = open_offer(&app, json!({})).await;
    let asked = json!({"slot_id": class_slot});
    app.a.resident.post(&format!("/offers/{plain}/vouchers"), asked.clone()).await.faulty("slot_id");
    let voucher = app.a.resident.post(&path, asked).await.created();
    assert_eq!(
        (&voucher["slot"]["id"], &voucher["expires_at"]),
        (&json!(class_slot), &voucher["slot"]["ends_at"])
    );
    assert_eq!(seats_left(&app, offer, class_slot).await, 1);
    assert_eq!(app.a.resident.get("/vouchers").await.items()[0], voucher);
    assert_eq!(app.drift(&app.a).await, []);
}

#[tokio::test]
async fn it_is_confirmed_from_half_an_hour_before_until_the_end() {
    let app = TestApp::start().await;
    let offer = class(&app, json!({})).await;
    let slot = slot(&app, offer, (24, 3)).await;
    let early = take(&app, offer, (slot, 47)).await.created();
    let late = take(&app, offer, (slot, 49)).await.created();
    let refused = confirm(&app, &early, 0).await.refused(409, "outside-slot");
    assert_eq!(refused["figures"]["closes_at"], early["slot"]["ends_at"]);
    app.clock.put_forward(Duration::hours(24) - Duration::minutes(29));
    confirm(&app, &early, 0).await.created();
    app.clock.put_forward(Duration::hours(3));
    confirm(&app, &late, 0).await.refused(409, "voucher-expired");
    assert_eq!(expire_vouchers(&app.app).await, 1);
    assert_eq!((app.wallet(49).await, app.wallet(47).await), ((100, 0), (90, 0)));
    let reasons: Vec<_> = app.a.cashier.get("/failed-confirmations").await.items();
    let reasons: Vec<_> = reasons.iter().map(|one| one["reason"].as_str().unwrap()).collect();
    assert_eq!(reasons, ["voucher-expired", "outside-slot"]);
    assert_eq!(app.drift(&app.a).await, []);
}

#[tokio::test]
async fn a_seat_that_is_given_back_is_free_again() {
    let app = TestApp::start().await;
    let offer = class(&app, json!({})).await;
    let slot = slot(&app, offer, (24, 1)).await;
    let voucher = take(&app, offer, (slot, 47)).await.created();
    take(&app, offer, (slot, 49)).await.refused(409, "slot-full");
    app.a.resident.post(&format!("/vouchers/{}/cancel", id_of(&voucher)), json!({})).await.ok();
    take(&app, offer, (slot, 49)).await.created();
    assert_eq!(app.drift(&app.a).await, []);
}

#[tokio::test]
async fn nobody_takes_two_seats_at_the_same_time() {
    let app = TestApp::start().await;
    let (offer, other) = (class(&app, json!({})).await, class(&app, json!({"title": "义诊"})).await);
    let first = slot(&app, other, (24, 5)).await;
    take(&app, other, (first, 47)).await.created();
    let meets = slot(&app, offer, (25, 5)).await;
    let refused = take(&app, offer, (meets, 47)).await.refused(409, "clash");
    assert_eq!(refused["detail"], "与已预约的「义诊」时间冲突");
    take(&app, offer, (meets, 49)).await.created();
    let after = slot(&app, offer, (26, 5)).await;
    take(&app, offer, (after, 47)).await.created();
}

#[tokio::test]
async fn whoever_is_in_a_slot_already_takes_no_seat_at_the_same_time() {
    let app = TestApp::start().await;
    let (offer, other) = (class(&app, json!({})).await, class(&app, json!({})).await);
    let first = slot(&app, other, (24, 5)).await;
    let voucher = take(&app, other, (first, 47)).await.created();
    app.clock.put_forward(Duration::hours(24) - Duration::minutes(20));
    confirm(&app, &voucher, 0).await.created();
    let meets = slot(&app, offer, (1, 5)).await;
    take(&app, offer, (meets, 47)).await.refused(409, "clash");
}

#[tokio::test]
async fn whoever_is_at_a_service_already_takes_no_seat_at_the_same_time() {
    let app = TestApp::start().await;
    let (offer, haircut) = (class(&app, json!({})).await, service(&app, "义剪", 5).await);
    let first = slot_of_service(&app, haircut, (24, 5)).await;
    let order = id_of(&book(&app, haircut, (first, 47)).await.created());
    app.clock.put_forward(Duration::hours(24) - Duration::minutes(20));
    step(&app, order, "pick-up").await.ok();
    let meets = slot(&app, offer, (1, 5)).await;
    take(&app, offer, (meets, 47)).await.refused(409, "clash");
}

#[tokio::test]
async fn until_it_begins_a_resident_moves_to_another_slot() {
    let app = TestApp::start().await;
    let offer = class(&app, json!({})).await;
    let (first, second) = (slot(&app, offer, (24, 2)).await, slot(&app, offer, (25, 1)).await);
    let voucher = take(&app, offer, (first, 47)).await.created();
    let path = format!("/vouchers/{}/move", id_of(&voucher));
    app.a.resident.post(&path, json!({"slot_id": first})).await.faulty("slot_id");
    let moved = app.a.resident.post(&path, json!({"slot_id": second})).await.ok();
    assert_eq!((&moved["slot"]["id"], &moved["expires_at"]), (&json!(second), &moved["slot"]["ends_at"]));
    assert_eq!((seats_left(&app, offer, first).await, seats_left(&app, offer, second).await), (2, 0));
    let late = take(&app, offer, (first, 49)).await.created();
    let late = format!("/vouchers/{}/move", id_of(&late));
    app.a.staff.post(&late, json!({"slot_id": second})).await.refused(409, "slot-full");
    app.a.resident.post(&late, json!({"slot_id": second})).await.refused(403, "forbidden");
    app.b.staff.post(&late, json!({"slot_id": second})).await.refused(404, "not-found");
    app.clock.put_forward(Duration::hours(25));
    app.a.resident.post(&path, json!({"slot_id": first})).await.refused(409, "slot-begun");
    assert_eq!(app.drift(&app.a).await, []);
}

#[tokio::test]
async fn moving_makes_no_clash_either_and_a_voucher_without_a_slot_does_not_move() {
    let app = TestApp::start().await;
    let (offer, other) = (class(&app, json!({})).await, class(&app, json!({})).await);
    let (first, second) = (slot(&app, offer, (24, 2)).await, slot(&app, offer, (48, 2)).await);
    let voucher = take(&app, offer, (first, 47)).await.created();
    take(&app, other, (slot(&app, other, (49, 2)).await, 47)).await.created();
    let path = format!("/vouchers/{}/move", id_of(&voucher));
    app.a.resident.post(&path, json!({"slot_id": second})).await.refused(409, "clash");
    let plain = crate::vouchers::taken(&app, open_offer(&app, json!({})).await).await;
    let path = format!("/vouchers/{}/move", id_of(&plain));
    app.a.resident.post(&path, json!({"slot_id": second})).await.refused(409, "offer-without-slots");
}
