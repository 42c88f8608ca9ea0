//! Races at the counter, each with its negative control.

use futures::future::{join, join_all};
use linli_tests::{TestApp, id_of};
use serde_json::json;

use super::confirm;
use crate::offers::open_offer;
use crate::vouchers::{taken, unlocked, wallet, winners};

#[tokio::test]
async fn one_voucher_is_confirmed_once_when_eight_come_at_once() {
    let app = TestApp::start().await;
    let voucher = taken(&app, open_offer(&app, json!({})).await).await;
    let answers = join_all((0..8).map(|_| confirm(&app, &voucher, 6000))).await;
    assert_eq!(winners(answers, 201, "voucher-used"), 1);
    assert_eq!(app.a.cashier.get("/failed-confirmations").await.items().len(), 7);
    assert_eq!(wallet(&app, 47).await, (85, 0));
    assert_eq!(app.drift(&app.a).await, []);
}

#[tokio::test]
async fn without_the_lock_all_eight_decide_to_confirm_and_the_unique_key_stops_them() {
    let app = TestApp::start().await;
    let voucher = id_of(&taken(&app, open_offer(&app, json!({})).await).await);
    let (community, store, cashier) = (app.a.id(1), app.a.id(72), app.a.id(26));
    let contender = (
        format!("SELECT state = 'held' AS yes FROM vouchers WHERE id = '{voucher}'"),
        format!(
            "INSERT INTO confirmations VALUES ('{community}', gen_random_uuid(), '{voucher}', '{store}',
             '{cashier}', 6000, 2000, NULL, now()) RETURNING true AS yes"
        ),
    );
    assert_eq!(unlocked(&app, &vec![contender; 8]).await, (8, 1));
}

#[tokio::test]
async fn a_voucher_is_either_confirmed_or_given_back() {
    let app = TestApp::start().await;
    let offer = open_offer(&app, json!({"price_points": 5})).await;
    for _ in 0..8 {
        let voucher = taken(&app, offer).await;
        let cancel = format!("/vouchers/{}/cancel", id_of(&voucher));
        let (confirmed, cancelled) =
            join(confirm(&app, &voucher, 6000), app.a.resident.post(&cancel, json!({}))).await;
        if confirmed.status == 201 {
            cancelled.refused(409, "voucher-used");
        } else {
            confirmed.refused(409, "voucher-released");
            cancelled.ok();
        }
        assert_eq!(app.drift(&app.a).await, []);
    }
}

#[tokio::test]
async fn without_the_lock_a_voucher_is_both_confirmed_and_given_back_and_the_books_drift() {
    let app = TestApp::start().await;
    let voucher = id_of(&taken(&app, open_offer(&app, json!({})).await).await);
    let (community, store, cashier) = (app.a.id(1), app.a.id(72), app.a.id(26));
    let decide = format!("SELECT state = 'held' AS yes FROM vouchers WHERE id = '{voucher}'");
    let write = |state: &str| {
        format!(
            "UPDATE vouchers SET state = '{state}', closed_at = now() WHERE id = '{voucher}' RETURNING true AS yes"
        )
    };
    let confirm = format!(
        "WITH kept AS (INSERT INTO confirmations VALUES ('{community}', gen_random_uuid(), '{voucher}',
         '{store}', '{cashier}', 6000, 2000, NULL, now())) {}",
        write("confirmed")
    );
    let cancel = format!("WITH given_back AS (UPDATE offers SET taken = taken - 1) {}", write("released"));
    let contenders = [(decide.clone(), confirm), (decide, cancel)];
    assert_eq!(unlocked(&app, &contenders).await, (2, 2));
    assert_ne!(app.drift(&app.a).await, []);
}

#[tokio::test]
async fn a_confirmation_is_undone_once_when_eight_come_at_once() {
    let app = TestApp::start().await;
    let voucher = taken(&app, open_offer(&app, json!({})).await).await;
    let undo = format!("/confirmations/{}/undo", id_of(&confirm(&app, &voucher, 6000).await.created()));
    let answers = join_all((0..8).map(|_| app.a.cashier.post(&undo, json!({})))).await;
    assert_eq!(winners(answers, 200, "already-undone"), 1);
    assert_eq!(wallet(&app, 47).await, (100, 15));
    assert_eq!(app.drift(&app.a).await, []);
}

#[tokio::test]
async fn without_the_lock_all_eight_decide_to_undo_and_the_ledger_stops_them() {
    let app = TestApp::start().await;
    let voucher = taken(&app, open_offer(&app, json!({})).await).await;
    let confirmation = id_of(&confirm(&app, &voucher, 6000).await.created());
    let (community, resident) = (app.a.id(1), app.a.id(47));
    let contender = (
        format!("SELECT undone_at IS NULL AS yes FROM confirmations WHERE id = '{confirmation}'"),
        format!(
            "SELECT post_transfers('{community}', now(), jsonb_build_array(jsonb_build_object(
             'id', gen_random_uuid(), 'code', 'reverse', 'debit_kind', 'spent', 'debit_owner', '{community}',
             'credit_kind', 'wallet', 'credit_owner', '{resident}', 'amount', 15, 'cause_kind', 'voucher',
             'cause_id', c.voucher_id, 'reverses_id', c.transfer_id, 'explanation', '{{}}'::jsonb)))
             = ARRAY['posted'] AS yes FROM confirmations c WHERE c.id = '{confirmation}'"
        ),
    );
    assert_eq!(unlocked(&app, &vec![contender; 8]).await, (8, 1));
}
