//! `POST /confirmations/batch`.

use diesel_async::SimpleAsyncConnection;
use futures::future::join;
use linli_db::Connection;
use linli_domain::codes::Code;
use linli_tests::race::{CONTENDERS, overtaken, race, row, wallet as wallet_of};
use linli_tests::{Answer, TestApp, id_of};
use serde_json::{Value, json};
use uuid::Uuid;

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
    let (mut items, mut ids) = (Vec::new(), Vec::new());
    for _ in 0..10 {
        let voucher = taken(&app, offer).await;
        ids.push(id_of(&voucher));
        items.push(json!({"code": voucher["code"], "bill_fen": 6000}));
    }
    let sent = |number: usize| {
        let mut items = items.clone();
        items.rotate_left(number);
        if number.is_multiple_of(2) {
            items.reverse();
        }
        batch(&app, json!(items))
    };
    let first = ids.iter().min().unwrap();
    let answers = race(&app, &row("vouchers", *first), (0..CONTENDERS).map(sent)).await;
    let confirmed: i64 = answers.into_iter().map(|answer| answer.ok()["confirmed"].as_i64().unwrap()).sum();
    assert_eq!(confirmed, 10);
    assert_eq!(wallet(&app, 47).await, (90, 0));
    assert_eq!(app.drift(&app.a).await, []);
}

/// Whoever locks vouchers as they come, and not in the order of their ids, waits crosswise: PostgreSQL ends one of them.
#[tokio::test]
async fn without_an_order_two_would_wait_for_one_another() {
    let app = TestApp::start().await;
    let offer = open_offer(&app, json!({})).await;
    let locks = [taken(&app, offer).await, taken(&app, offer).await].map(|one| row("vouchers", id_of(&one)));
    let (mut one, mut other) = (app.database.connect().await, app.database.connect().await);
    one.batch_execute(&format!("BEGIN; {}", locks[0])).await.unwrap();
    other.batch_execute(&format!("BEGIN; {}", locks[1])).await.unwrap();
    let finish = async |connection: &mut Connection, lock: &str| {
        let done = connection.batch_execute(lock).await;
        connection.batch_execute("ROLLBACK").await.unwrap();
        done
    };
    let (one, other) = join(finish(&mut one, &locks[1]), finish(&mut other, &locks[0])).await;
    let ended: Vec<String> =
        [one, other].into_iter().filter_map(Result::err).map(|e| e.to_string()).collect();
    assert!(ended.len() == 1 && ended[0].contains("deadlock"), "{ended:?}");
}

#[tokio::test]
async fn all_vouchers_are_held_before_the_first_wallet_is() {
    let app = TestApp::start().await;
    let offer = open_offer(&app, json!({"price_points": 1})).await;
    let path = format!("/offers/{offer}/vouchers");
    let (mut items, mut last) = (Vec::new(), Uuid::nil());
    for resident in [47, 49] {
        let voucher = app.a.staff.post(&path, json!({"resident_id": app.a.id(resident)})).await.created();
        items.push(json!({"code": voucher["code"], "bill_fen": 6000}));
        last = id_of(&voucher);
    }
    let last = row("vouchers", last);
    let free = async {
        let mut other = app.database.connect().await;
        other.batch_execute(&format!("BEGIN; {last} NOWAIT; ROLLBACK")).await.is_ok()
    };
    let waiting = [batch(&app, json!(items))];
    let (answers, free) = overtaken(&app, &wallet_of(app.a.id(47)), waiting, free).await;
    assert!(!free, "the second voucher is held while the first wallet is waited for");
    assert_eq!(answers.into_iter().next().unwrap().ok()["confirmed"], 2);
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
