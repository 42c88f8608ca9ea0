//! Races at the counter.

use futures::future::{BoxFuture, FutureExt};
use linli_tests::race::{CONTENDERS, one_wins, race, row, unlocked};
use linli_tests::{Answer, TestApp, id_of};
use serde_json::json;

use super::confirm;
use crate::offers::open_offer;
use crate::vouchers::taken;

#[tokio::test]
async fn one_voucher_is_confirmed_once_when_eight_come_at_once() {
    let app = TestApp::start().await;
    let voucher = taken(&app, open_offer(&app, json!({})).await).await;
    let contenders = (0..CONTENDERS).map(|_| confirm(&app, &voucher, 6000));
    one_wins(race(&app, &row("vouchers", id_of(&voucher)), contenders).await, "voucher-used");
    assert_eq!(app.a.cashier.get("/failed-confirmations").await.items().len(), CONTENDERS - 1);
    assert_eq!(app.wallet(47).await, (85, 0));
    assert_eq!(app.drift(&app.a).await, []);
}

#[tokio::test]
async fn without_the_lock_all_eight_decide_to_confirm_and_the_unique_key_stops_them() {
    let app = TestApp::start().await;
    let voucher = id_of(&taken(&app, open_offer(&app, json!({})).await).await);
    let (community, store, cashier) = (app.a.id(1), app.a.id(72), app.a.id(26));
    let read = format!("SELECT state = 'held' AS allowed FROM vouchers WHERE id = '{voucher}'");
    let write = format!(
        "INSERT INTO confirmations (community_id, id, voucher_id, store_id, cashier_id, bill_fen, discount_fen,
             spent_points, confirmed_at)
         VALUES ('{community}', gen_random_uuid(), '{voucher}', '{store}', '{cashier}', 6000, 2000, 15, now())"
    );
    unlocked(&app, &read, |_| write.clone()).await.caught_by("confirmations_standing_key", 1);
}

#[tokio::test]
async fn a_voucher_is_either_confirmed_or_given_back() {
    let app = TestApp::start().await;
    let voucher = taken(&app, open_offer(&app, json!({"price_points": 5})).await).await;
    let cancel = format!("/vouchers/{}/cancel", id_of(&voucher));
    let contenders = (0..CONTENDERS).map(|number| -> BoxFuture<'_, Answer> {
        if number % 2 == 0 {
            confirm(&app, &voucher, 6000).boxed()
        } else {
            app.a.resident.post(&cancel, json!({})).boxed()
        }
    });
    let answers = race(&app, &row("vouchers", id_of(&voucher)), contenders).await;
    let given_back = answers.iter().any(|answer| answer.status == 200);
    one_wins(answers, if given_back { "voucher-released" } else { "voucher-used" });
    assert_eq!(app.wallet(47).await, if given_back { (100, 0) } else { (95, 0) });
    assert_eq!(app.drift(&app.a).await, []);
}

#[tokio::test]
async fn a_confirmation_is_undone_once_when_eight_come_at_once() {
    let app = TestApp::start().await;
    let voucher = taken(&app, open_offer(&app, json!({})).await).await;
    let confirmation = id_of(&confirm(&app, &voucher, 6000).await.created());
    let undo = format!("/confirmations/{confirmation}/undo");
    let contenders = (0..CONTENDERS).map(|_| app.a.cashier.post(&undo, json!({})));
    one_wins(race(&app, &row("vouchers", id_of(&voucher)), contenders).await, "already-undone");
    assert_eq!(app.wallet(47).await, (100, 15));
    assert_eq!(app.drift(&app.a).await, []);
}
