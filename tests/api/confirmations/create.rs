//! `POST /confirmations`.

use chrono::Duration;
use linli_domain::codes::Code;
use linli_tests::{TestApp, id_of};
use serde_json::{Value, json};

use super::confirm;
use crate::offers::open_offer;
use crate::vouchers::{run_sql, taken, wallet};

async fn voucher(app: &TestApp, fields: Value) -> Value {
    taken(app, open_offer(app, fields).await).await
}

#[tokio::test]
async fn the_points_are_spent_and_the_cashier_told_what_to_collect() {
    let app = TestApp::start().await;
    let voucher = voucher(&app, json!({})).await;
    let done = confirm(&app, &voucher, 6550).await.created();
    assert_eq!((&done["discount_fen"], &done["to_collect_fen"]), (&json!(2000), &json!(4550)));
    assert_eq!((&done["resident_name"], &done["voucher_state"]), (&json!("王**"), &json!("confirmed")));
    let until: chrono::DateTime<chrono::Utc> = done["undo_until"].as_str().unwrap().parse().unwrap();
    assert_eq!(json!(until - Duration::hours(1)), done["confirmed_at"]);
    assert_eq!(wallet(&app, 47).await, (85, 0));
    let stored = app.a.resident.get(&format!("/vouchers/{}", id_of(&voucher))).await.ok();
    assert_eq!(stored["state"], "confirmed");
    assert_eq!(app.drift(&app.a).await, []);
}

#[tokio::test]
async fn a_percentage_is_rounded_down_and_capped_and_a_free_item_needs_no_bill() {
    let app = TestApp::start().await;
    let percent = json!({"terms": {"kind": "percent", "percent_off": 10, "max_save_fen": 500}});
    let offer = open_offer(&app, percent).await;
    for (bill, discount) in [(999, 99), (9999, 500)] {
        let done = confirm(&app, &taken(&app, offer).await, bill).await.created();
        assert_eq!(
            (&done["discount_fen"], &done["to_collect_fen"]),
            (&json!(discount), &json!(bill - discount))
        );
    }
    let free = json!({"terms": {"kind": "free_item", "item": "咖啡"}, "price_points": 0});
    let voucher = voucher(&app, free).await;
    let body = json!({"code": voucher["code"], "store_id": app.a.id(72)});
    let done = app.a.cashier.post("/confirmations", body).await.created();
    assert_eq!((&done["bill_fen"], &done["discount_fen"]), (&json!(0), &json!(0)));
    assert_eq!(wallet(&app, 47).await, (70, 0));
    assert_eq!(app.drift(&app.a).await, []);
}

#[tokio::test]
async fn a_voucher_of_an_offer_that_was_closed_since_stays_good() {
    let app = TestApp::start().await;
    let offer = open_offer(&app, json!({})).await;
    let voucher = taken(&app, offer).await;
    app.a.staff.post(&format!("/offers/{offer}/close"), json!({})).await.ok();
    confirm(&app, &voucher, 6000).await.created();
}

#[tokio::test]
async fn the_terms_are_checked_again() {
    let app = TestApp::start().await;
    let old = voucher(&app, json!({"eligibility": {"max_age": 80}})).await;
    confirm(&app, &old, 5999).await.refused(409, "bill-too-small");
    run_sql(&app, "UPDATE residents SET birth_year = 1900 WHERE name = '王小明'").await;
    confirm(&app, &old, 6000).await.refused(409, "age-not-eligible");
    run_sql(&app, "UPDATE partners SET state = 'suspended'").await;
    confirm(&app, &old, 6000).await.refused(409, "partner-not-active");
    run_sql(&app, "UPDATE residents SET state = 'moved_out'").await;
    confirm(&app, &old, 6000).await.refused(409, "resident-not-active");
    assert_eq!(wallet(&app, 47).await, (100, 15));
}

#[tokio::test]
async fn a_voucher_that_was_taken_is_not_voided_by_an_earlier_end_of_its_offer() {
    let app = TestApp::start().await;
    let offer = open_offer(&app, json!({})).await;
    let voucher = taken(&app, offer).await;
    let ends_in = |hours| json!({"valid_to": app.clock.now() + Duration::hours(hours)});
    let path = format!("/offers/{offer}");
    app.a.manager.patch(&path, ends_in(1)).await.faulty("valid_to");
    app.a.manager.patch(&path, ends_in(60 * 24)).await.ok();
    app.a.manager.post(&format!("{path}/close"), json!({})).await.ok();
    app.a.manager.patch(&path, ends_in(1)).await.faulty("valid_to");
    app.clock.put_forward(Duration::hours(2));
    confirm(&app, &voucher, 6000).await.created();
}

#[tokio::test]
async fn what_is_used_given_back_over_or_unknown_is_refused() {
    let app = TestApp::start().await;
    let offer = open_offer(&app, json!({})).await;
    let (used, back, late) = (taken(&app, offer).await, taken(&app, offer).await, taken(&app, offer).await);
    confirm(&app, &used, 6000).await.created();
    confirm(&app, &used, 6000).await.refused(409, "voucher-used");
    app.a.resident.post(&format!("/vouchers/{}/cancel", id_of(&back)), json!({})).await.ok();
    confirm(&app, &back, 6000).await.refused(409, "voucher-released");
    let unknown = json!({"code": Code::from_random(4711)});
    confirm(&app, &unknown, 6000).await.refused(409, "voucher-unknown");
    app.clock.put_forward(Duration::days(7));
    confirm(&app, &late, 6000).await.refused(409, "voucher-expired");
    assert_eq!(app.drift(&app.a).await, []);
}

#[tokio::test]
async fn another_partners_store_is_the_wrong_one_and_a_closed_one_says_so() {
    let app = TestApp::start().await;
    let own = voucher(&app, json!({})).await;
    let other = voucher(&app, json!({"partner_id": app.a.id(73)})).await;
    confirm(&app, &other, 6000).await.refused(409, "wrong-store");
    run_sql(&app, "UPDATE stores SET state = 'closed'").await;
    confirm(&app, &other, 6000).await.refused(409, "wrong-store");
    confirm(&app, &own, 6000).await.refused(409, "store-closed");
}

#[tokio::test]
async fn a_cashier_confirms_in_its_own_stores_only_a_manager_in_the_partners() {
    let app = TestApp::start().await;
    let voucher = voucher(&app, json!({})).await;
    let at = |store| json!({"code": voucher["code"], "store_id": store, "bill_fen": 6000});
    app.a.cashier.post("/confirmations", at(app.a.id(74))).await.refused(403, "forbidden");
    app.a.cashier.post("/confirmations", at(app.b.id(72))).await.faulty("store_id");
    app.b.cashier.post("/confirmations", at(app.b.id(72))).await.refused(409, "voucher-unknown");
    app.a.staff.post("/confirmations", at(app.a.id(72))).await.refused(403, "forbidden");
    app.a.manager.post("/confirmations", at(app.a.id(72))).await.created();
}

#[tokio::test]
async fn a_faulty_field_is_named() {
    let app = TestApp::start().await;
    let voucher = voucher(&app, json!({})).await;
    let (code, store) = (&voucher["code"], app.a.id(72));
    let cases = [
        (json!({"store_id": store, "bill_fen": 6000}), "code"),
        (json!({"code": "22222223", "store_id": store, "bill_fen": 6000}), "code"),
        (json!({"code": code, "bill_fen": 6000}), "store_id"),
        (json!({"code": code, "store_id": store}), "bill_fen"),
        (json!({"code": code, "store_id": store, "bill_fen": -1}), "bill_fen"),
        (json!({"code": code, "store_id": store, "bill_fen": 100_000_001}), "bill_fen"),
        (json!({"code": code, "store_id": store, "bill_fen": 1, "discount_fen": 1}), "discount_fen"),
    ];
    for (body, field) in cases {
        app.a.cashier.post("/confirmations", body).await.faulty(field);
    }
    assert!(app.a.cashier.get("/failed-confirmations").await.items().is_empty());
}

#[tokio::test]
async fn the_same_command_twice_confirms_once() {
    let app = TestApp::start().await;
    let voucher = voucher(&app, json!({})).await;
    let body = json!({"code": voucher["code"], "store_id": app.a.id(72), "bill_fen": 6000});
    let first = app.a.cashier.post_with("k", "/confirmations", body.clone()).await;
    let again = app.a.cashier.post_with("k", "/confirmations", body).await;
    assert_eq!((first.status, &first.text), (201, &again.text));
    assert_eq!(wallet(&app, 47).await, (85, 0));
    assert!(app.a.cashier.get("/failed-confirmations").await.items().is_empty());
    assert_eq!(app.drift(&app.a).await, []);
}
