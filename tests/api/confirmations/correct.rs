//! `POST /confirmations/{id}/correct`.

use chrono::Duration;
use linli_tests::race::{CONTENDERS, one_wins, race, row};
use linli_tests::{Answer, TestApp, id_of};
use serde_json::{Value, json};

use super::confirm;
use crate::offers::open_offer;
use crate::vouchers::{run_sql, taken, wallet};

async fn correct(app: &TestApp, confirmation: &Value) -> Answer {
    let path = format!("/confirmations/{}/correct", id_of(confirmation));
    app.a.staff.post(&path, json!({"reason": "扫错了券"})).await
}

/// A confirmation of a voucher of an offer with these fields, whose window has closed.
async fn long_ago(app: &TestApp, fields: Value) -> (Value, Value) {
    let voucher = taken(app, open_offer(app, fields).await).await;
    let confirmation = confirm(app, &voucher, 6000).await.created();
    app.clock.put_forward(Duration::hours(30));
    (voucher, confirmation)
}

#[tokio::test]
async fn the_points_come_back_and_the_day_of_the_confirmation_stays_what_it_was() {
    let app = TestApp::start().await;
    let (voucher, confirmation) = long_ago(&app, json!({"quota": 1})).await;
    let day = confirmation["confirmed_at"].as_str().unwrap()[..10].to_owned();
    let before = app.a.cashier.get(&format!("/confirmations?day={day}")).await.ok();
    let corrected = correct(&app, &confirmation).await.ok();
    assert_eq!((&corrected["voucher_state"], &corrected["undone_at"]), (&json!("released"), &json!(null)));
    let correction = &corrected["correction"];
    assert_eq!((&correction["points"], &correction["reason"]), (&json!(15), &json!("扫错了券")));
    assert_eq!(correction["corrected_by"], json!(app.a.id(22)));
    let after = app.a.cashier.get(&format!("/confirmations?day={day}")).await.ok();
    assert_eq!(before["totals"], after["totals"]);
    assert_eq!(&after["items"][0]["correction"], correction);
    assert_eq!(wallet(&app, 47).await, (100, 0));
    let offer = app.a.staff.get(&format!("/offers/{}", voucher["offer_id"].as_str().unwrap())).await.ok();
    assert_eq!(offer["quota_left"], 1);
    assert_eq!(app.drift(&app.a).await, []);
}

#[tokio::test]
async fn so_they_do_when_the_voucher_is_long_over() {
    let app = TestApp::start().await;
    let (_, confirmation) = long_ago(&app, json!({})).await;
    app.clock.put_forward(Duration::days(40));
    correct(&app, &confirmation).await.ok();
    assert_eq!(wallet(&app, 47).await, (100, 0));
    assert_eq!(app.drift(&app.a).await, []);
}

#[tokio::test]
async fn within_the_window_the_store_undoes_and_after_it_the_desk_corrects_once() {
    let app = TestApp::start().await;
    let voucher = taken(&app, open_offer(&app, json!({})).await).await;
    let confirmation = confirm(&app, &voucher, 6000).await.created();
    let refused = correct(&app, &confirmation).await.refused(409, "undo-window-open");
    assert_eq!(refused["figures"]["closes_at"], confirmation["undo_until"]);
    app.clock.put_forward(Duration::minutes(61));
    correct(&app, &confirmation).await.ok();
    correct(&app, &confirmation).await.refused(409, "already-corrected");
    let path = format!("/confirmations/{}", id_of(&confirmation));
    app.a.cashier.post(&format!("{path}/undo"), json!({})).await.refused(409, "already-corrected");
    app.a.staff.post(&format!("{path}/correct"), json!({"reason": "错"})).await.faulty("reason");
}

#[tokio::test]
async fn nobody_corrects_their_own_and_only_the_desk_does_at_all() {
    let app = TestApp::start().await;
    let (_, confirmation) = long_ago(&app, json!({})).await;
    let (path, body) =
        (format!("/confirmations/{}/correct", id_of(&confirmation)), json!({"reason": "扫错了券"}));
    app.a.manager.post(&path, body.clone()).await.refused(403, "forbidden");
    app.b.staff.post(&path, body.clone()).await.refused(404, "not-found");
    run_sql(&app, &format!("UPDATE confirmations SET cashier_id = '{}'", app.a.id(22))).await;
    app.a.staff.post(&path, body.clone()).await.refused(409, "corrector-is-cashier");
    app.a.administrator.post(&path, body).await.ok();
}

/// The account of the desk is resident `number`'s from now on.
async fn staff_is(app: &TestApp, number: u32) {
    let (account, resident) = (app.a.id(22), app.a.id(number));
    run_sql(app, &format!("UPDATE users SET resident_id = NULL WHERE resident_id = '{resident}'")).await;
    run_sql(app, &format!("UPDATE users SET resident_id = '{resident}' WHERE id = '{account}'")).await;
}

/// Resident `number` leaves the household.
async fn moves_next_door(app: &TestApp, number: u32) {
    let door = json!({"building_id": app.a.id(11), "door": "2单元202"});
    let household = id_of(&app.a.administrator.post("/households", door).await.created());
    let path = format!("/residents/{}", app.a.id(number));
    app.a.administrator.patch(&path, json!({"household_id": household})).await.ok();
}

#[tokio::test]
async fn nobody_gives_points_of_their_own_back_whether_they_had_the_voucher_or_paid_along() {
    let app = TestApp::start().await;
    let pooling = format!("/residents/{}/pooling", app.a.id(48));
    app.a.staff.put(&pooling, json!({"agreed": true})).await.ok();
    let offer = open_offer(&app, json!({"price_points": 150})).await;
    let path = format!("/offers/{offer}/vouchers");
    let voucher = app.a.resident.post(&path, json!({"pooled": true})).await.created();
    let confirmation = confirm(&app, &voucher, 6000).await.created();
    app.clock.put_forward(Duration::hours(30));
    for own in [47, 48] {
        staff_is(&app, own).await;
        correct(&app, &confirmation).await.refused(409, "own-wallet");
    }
    assert_eq!((wallet(&app, 47).await, wallet(&app, 48).await), ((0, 0), (50, 0)));
    staff_is(&app, 49).await;
    moves_next_door(&app, 49).await;
    correct(&app, &confirmation).await.ok();
    assert_eq!((wallet(&app, 47).await, wallet(&app, 48).await), ((100, 0), (100, 0)));
}

#[tokio::test]
async fn nor_does_anybody_give_points_back_to_the_own_household() {
    let app = TestApp::start().await;
    let (_, confirmation) = long_ago(&app, json!({})).await;
    staff_is(&app, 48).await;
    correct(&app, &confirmation).await.refused(409, "own-wallet");
    moves_next_door(&app, 48).await;
    correct(&app, &confirmation).await.ok();
    assert_eq!(wallet(&app, 47).await, (100, 0));
}

#[tokio::test]
async fn of_several_uses_the_one_that_spent_the_price_is_corrected_last() {
    let app = TestApp::start().await;
    let card = taken(&app, open_offer(&app, json!({"uses": 3})).await).await;
    let (first, second) =
        (confirm(&app, &card, 6000).await.created(), confirm(&app, &card, 6000).await.created());
    app.clock.put_forward(Duration::hours(2));
    correct(&app, &first).await.refused(409, "later-uses-stand");
    let later = correct(&app, &second).await.ok();
    assert_eq!((&later["correction"]["points"], &later["voucher_state"]), (&json!(0), &json!("in_use")));
    assert_eq!(later["used"], 1, "it can be used again");
    assert_eq!(wallet(&app, 47).await, (85, 0));
    assert_eq!(app.drift(&app.a).await, []);
    confirm(&app, &card, 6000).await.created();
    app.clock.put_forward(Duration::days(30));
    let third = app.a.staff.get("/confirmations?day=2026-11-25").await.ok()["items"][0].clone();
    assert_eq!(correct(&app, &third).await.ok()["voucher_state"], "expired");
    assert_eq!(correct(&app, &first).await.ok()["correction"]["points"], 15);
    assert_eq!(wallet(&app, 47).await, (100, 0));
    assert_eq!(app.drift(&app.a).await, []);
}

#[tokio::test]
async fn a_confirmation_is_corrected_once_when_eight_come_at_once() {
    let app = TestApp::start().await;
    let (voucher, confirmation) = long_ago(&app, json!({})).await;
    let contenders = (0..CONTENDERS).map(|_| correct(&app, &confirmation));
    one_wins(race(&app, &row("vouchers", id_of(&voucher)), contenders).await, "already-corrected");
    assert_eq!(wallet(&app, 47).await, (100, 0));
    assert_eq!(app.drift(&app.a).await, []);
}
