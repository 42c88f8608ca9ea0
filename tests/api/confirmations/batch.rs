//! `POST /confirmations/batch`.

use futures::future::join_all;
use linli_domain::codes::Code;
use linli_tests::{Answer, TestApp, id_of};
use serde_json::{Value, json};

use crate::offers::open_offer;
use crate::vouchers::{taken, wallet};

async fn batch(app: &TestApp, items: Value) -> Answer {
    app.a.cashier.post("/confirmations/batch", json!({"store_id": app.a.id(72), "items": items})).await
}

#[tokio::test]
async fn each_has_its_own_result_and_what_failed_is_kept() {
    let app = TestApp::start().await;
    let offer = open_offer(&app, json!({"price_points": 5})).await;
    let (good, small, twice) = (taken(&app, offer).await, taken(&app, offer).await, taken(&app, offer).await);
    let unknown = Code::from_random(4711).to_string();
    let done = batch(
        &app,
        json!([
            {"code": good["code"], "bill_fen": 6000},
            {"code": small["code"], "bill_fen": 1},
            {"code": twice["code"], "bill_fen": 7000},
            {"code": unknown, "bill_fen": 7000},
            {"code": twice["code"], "bill_fen": 7000},
            {"code": small["code"]},
        ]),
    );
    let done = done.await.ok();
    let kinds: Vec<_> =
        done["items"].as_array().unwrap().iter().map(|one| one["refusal"]["kind"].clone()).collect();
    let expected = [
        json!(null),
        json!("bill-too-small"),
        json!(null),
        json!("voucher-unknown"),
        json!("voucher-used"),
        json!("invalid-input"),
    ];
    assert_eq!((done["confirmed"].as_i64(), kinds.as_slice()), (Some(2), expected.as_slice()));
    assert_eq!(done["items"][2]["confirmation"]["bill_fen"], 7000);
    assert_eq!(done["items"][1]["refusal"]["detail"], "消费金额未满 ¥60.00");
    assert_eq!(wallet(&app, 47).await, (90, 5));
    assert_eq!(app.a.cashier.get("/failed-confirmations").await.items().len(), 3);
    assert_eq!(app.drift(&app.a).await, []);
}

#[tokio::test]
async fn a_batch_of_a_hundred_goes_through_and_one_more_does_not() {
    let app = TestApp::start().await;
    let offer =
        open_offer(&app, json!({"price_points": 0, "terms": {"kind": "free_item", "item": "咖啡"}})).await;
    let mut items = Vec::new();
    for _ in 0..100 {
        items.push(json!({"code": taken(&app, offer).await["code"]}));
    }
    assert_eq!(batch(&app, json!(items)).await.ok()["confirmed"], 100);
    items.push(items[0].clone());
    batch(&app, json!(items)).await.faulty("items");
    batch(&app, json!([])).await.faulty("items");
    batch(&app, json!([{"code": "1"}])).await.faulty("items[0].code");
    assert_eq!(app.drift(&app.a).await, []);
}

#[tokio::test]
async fn the_same_batch_twice_confirms_once_and_keeps_what_failed_once() {
    let app = TestApp::start().await;
    let voucher = taken(&app, open_offer(&app, json!({})).await).await;
    let unknown = Code::from_random(4711).to_string();
    let items = json!([{"code": voucher["code"], "bill_fen": 6000}, {"code": unknown, "bill_fen": 1}]);
    let body = json!({"store_id": app.a.id(72), "items": items});
    let send = || app.a.cashier.post_with("k", "/confirmations/batch", body.clone());
    let (first, again) = (send().await, send().await);
    assert_eq!((first.status, &first.text), (200, &again.text));
    assert_eq!(wallet(&app, 47).await, (85, 0));
    assert_eq!(app.a.cashier.get("/failed-confirmations").await.items().len(), 1);
}

#[tokio::test]
async fn of_many_who_send_the_same_vouchers_crosswise_each_voucher_is_confirmed_once() {
    let app = TestApp::start().await;
    let offer = open_offer(&app, json!({"price_points": 1})).await;
    let mut items = Vec::new();
    for _ in 0..10 {
        items.push(json!({"code": taken(&app, offer).await["code"], "bill_fen": 6000}));
    }
    let sent = |number: usize| {
        let mut items = items.clone();
        items.rotate_left(number);
        if number.is_multiple_of(2) {
            items.reverse();
        }
        batch(&app, json!(items))
    };
    let answers = join_all((0..8).map(sent)).await;
    let confirmed: i64 = answers.into_iter().map(|answer| answer.ok()["confirmed"].as_i64().unwrap()).sum();
    assert_eq!(confirmed, 10);
    assert_eq!(wallet(&app, 47).await, (90, 0));
    assert_eq!(app.drift(&app.a).await, []);
}

#[tokio::test]
async fn a_cashier_sends_batches_for_its_own_stores_only() {
    let app = TestApp::start().await;
    let voucher = taken(&app, open_offer(&app, json!({})).await).await;
    let at = |store| json!({"store_id": store, "items": [{"code": voucher["code"], "bill_fen": 6000}]});
    app.a.cashier.post("/confirmations/batch", at(app.a.id(74))).await.refused(403, "forbidden");
    app.a.cashier.post("/confirmations/batch", at(app.b.id(72))).await.faulty("store_id");
    app.a.staff.post("/confirmations/batch", at(app.a.id(72))).await.refused(403, "forbidden");
    assert_eq!(app.a.resident.get(&format!("/vouchers/{}", id_of(&voucher))).await.ok()["state"], "held");
}
