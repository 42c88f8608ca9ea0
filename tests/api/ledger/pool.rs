//! `PUT /residents/{id}/pooling`, and paying together.

use linli_tests::{TestApp, id_of};
use serde_json::{Value, json};
use uuid::Uuid;

use super::{balance, newest, resident};
use crate::offers::open_offer;

async fn agree(app: &TestApp, number: u32, agreed: bool) -> Value {
    let path = format!("/residents/{}/pooling", app.a.id(number));
    app.a.staff.put(&path, json!({"agreed": agreed})).await.ok()
}

/// Takes a voucher for 150 points, which nobody on the stage has alone.
async fn take_dear_one(app: &TestApp, offer: Uuid) -> linli_tests::Answer {
    app.a.resident.post(&format!("/offers/{offer}/vouchers"), json!({"pooled": true})).await
}

#[tokio::test]
async fn those_who_agreed_pay_what_the_own_points_do_not_reach() {
    let app = TestApp::start().await;
    let offer = open_offer(&app, json!({"price_points": 150})).await;
    let refused = take_dear_one(&app, offer).await.refused(409, "not-enough-points");
    assert_eq!(refused["figures"], json!({"price": 150, "available": 100}));
    assert_eq!(agree(&app, 48, true).await["pooled"], true);
    let voucher = take_dear_one(&app, offer).await.created();
    let (own, other) = (resident(&app, 47), resident(&app, 48));
    assert_eq!((balance(&app, own).await, balance(&app, other).await), ((100, 100), (100, 50)));
    app.a.resident.post(&format!("/vouchers/{}/cancel", id_of(&voucher)), json!({})).await.ok();
    assert_eq!((balance(&app, own).await, balance(&app, other).await), ((100, 0), (100, 0)));
    assert_eq!(app.drift(&app.a).await, []);
}

#[tokio::test]
async fn what_was_paid_together_is_spent_undone_and_explained_to_each() {
    let app = TestApp::start().await;
    agree(&app, 48, true).await;
    let voucher = take_dear_one(&app, open_offer(&app, json!({"price_points": 150})).await).await.created();
    let done = crate::confirmations::confirm(&app, &voucher, 6000).await.created();
    let (own, other) = (resident(&app, 47), resident(&app, 48));
    assert_eq!((balance(&app, own).await, balance(&app, other).await), ((0, 0), (50, 0)));
    let spent = newest(&app, other, "spend").await;
    assert!(spent["text"].as_str().unwrap().ends_with("150 分，与家人合付，本人 50 分"), "{spent}");
    assert_eq!(app.drift(&app.a).await, []);
    app.a.cashier.post(&format!("/confirmations/{}/undo", id_of(&done)), json!({})).await.ok();
    assert_eq!((balance(&app, own).await, balance(&app, other).await), ((100, 100), (100, 50)));
    assert_eq!(app.drift(&app.a).await, []);
}

#[tokio::test]
async fn an_order_is_paid_together_too_and_nobody_pays_who_took_the_agreement_back() {
    let app = TestApp::with_things().await;
    let order = |quantity: i64| {
        let lines = json!([{"reward_id": app.a.id(87), "quantity": quantity}]);
        app.a.resident.post("/orders", json!({"lines": lines, "pooled": true}))
    };
    // Ten of the hundred are held on this stage, one of the ten rewards is promised.
    app.a.staff.patch(&format!("/rewards/{}", app.a.id(87)), json!({"price_points": 50})).await.ok();
    agree(&app, 49, true).await;
    agree(&app, 49, false).await;
    order(2).await.refused(409, "not-enough-points");
    agree(&app, 49, true).await;
    let placed = order(2).await.created();
    assert_eq!(balance(&app, resident(&app, 49)).await, (100, 10));
    app.a.staff.post(&format!("/orders/{}/pick-up", id_of(&placed)), json!({})).await.ok();
    assert_eq!(balance(&app, resident(&app, 49)).await, (90, 0));
    assert_eq!(app.drift(&app.a).await, []);
}

#[tokio::test]
async fn a_resident_agrees_for_oneself_only() {
    let app = TestApp::start().await;
    let other = format!("/residents/{}/pooling", app.a.id(48));
    app.a.resident.put(&other, json!({"agreed": true})).await.refused(403, "forbidden");
    let own = format!("/residents/{}/pooling", app.a.id(47));
    assert_eq!(app.a.resident.put(&own, json!({"agreed": true})).await.ok()["pooled"], true);
    assert_eq!(app.a.resident.get(&format!("/residents/{}/wallet", app.a.id(47))).await.ok()["pooled"], true);
}

#[tokio::test]
async fn consent_ends_with_the_household_it_was_given_in() {
    let app = TestApp::start().await;
    let path = format!("/residents/{}", app.a.id(48));
    let new = json!({"building_id": app.a.id(11), "door": "2单元202"});
    let other = id_of(&app.a.staff.post("/households", new).await.created());
    agree(&app, 48, true).await;
    app.a.staff.patch(&path, json!({"name": "李奶奶"})).await.ok();
    let wallet = format!("{path}/wallet");
    assert_eq!(app.a.staff.get(&wallet).await.ok()["pooled"], true);
    app.a.staff.patch(&path, json!({"household_id": other})).await.ok();
    assert_eq!(app.a.staff.get(&wallet).await.ok()["pooled"], false);
}
