//! `verify` names whatever was changed behind the ledger's back.

use diesel_async::SimpleAsyncConnection;
use linli_tests::{TestApp, id_of};
use serde_json::json;

use super::{capturing, deducted, earned, held, hold, post, resident, reversing};
use crate::orders::book;
use crate::rewards::service;
use crate::slots::slot_of_service;

/// Changes a table as only somebody with all rights over the data base could; answers the figures that drift then.
async fn tampered(app: &TestApp, statement: &str) -> Vec<(String, i64, i64)> {
    let trigger = |verb: &str| format!("ALTER TABLE transfers {verb} TRIGGER transfers_append_only");
    let checks = ["transfers", "holds"]
        .map(|table| format!("ALTER TABLE {table} DROP CONSTRAINT IF EXISTS {table}_parts_check"))
        .join("; ");
    let script = format!("{checks}; {}; {statement}; {}", trigger("DISABLE"), trigger("ENABLE"));
    app.database.connect().await.batch_execute(&script).await.unwrap();
    let drift = app.drift(&app.a).await;
    drift.into_iter().map(|drift| (drift.figure, drift.stored, drift.computed)).collect()
}

fn figure(name: &str, stored: i64, computed: i64) -> (String, i64, i64) {
    (name.to_owned(), stored, computed)
}

#[tokio::test]
async fn a_changed_amount_shows_at_the_transfer_and_at_the_wallet() {
    let app = TestApp::start().await;
    let award = earned(&app, resident(&app, 47), 5);
    post(&app, std::slice::from_ref(&award)).await;
    assert_eq!(app.drift(&app.a).await, []);
    let statement = format!("UPDATE transfers SET amount = 500 WHERE id = '{}'", award.id);
    let drift = tampered(&app, &statement).await;
    let parts = figure("transfer.parts", 500, 5);
    assert_eq!(drift, [figure("transfer.explanation", 500, 5), parts, figure("wallet.posted", 105, 600)]);
    assert_eq!(app.drift(&app.a).await[0].id, award.id.uuid());
}

#[tokio::test]
async fn a_changed_balance_shows_at_the_wallet_and_nowhere_else() {
    let app = TestApp::start().await;
    let owner = app.a.id(47);
    let drift = tampered(&app, &format!("UPDATE accounts SET posted = 900 WHERE owner_id = '{owner}'")).await;
    assert_eq!(drift, [figure("wallet.posted", 900, 100)]);
    assert_eq!(app.drift(&app.a).await[0].id, owner);
    assert_eq!(app.drift(&app.b).await, []);
}

#[tokio::test]
async fn a_changed_hold_shows_at_the_wallet_while_open_and_at_the_hold_afterwards() {
    let app = TestApp::start().await;
    let request = held(resident(&app, 47), 70);
    hold(&app, std::slice::from_ref(&request)).await;
    let change = |amount: i64| format!("UPDATE holds SET amount = {amount} WHERE id = '{}'", request.id);
    assert_eq!(tampered(&app, &change(7)).await, [figure("hold.parts", 7, 70), figure("wallet.held", 70, 7)]);
    assert_eq!(tampered(&app, &change(70)).await, []);
    post(&app, &[capturing(&request)]).await;
    assert_eq!(
        tampered(&app, &change(7)).await,
        [figure("hold.captured", 7, 70), figure("hold.parts", 7, 70)]
    );
    assert_eq!(app.drift(&app.a).await[0].id, request.id.uuid());
}

#[tokio::test]
async fn a_lot_that_was_made_to_live_longer_shows_at_the_wallet() {
    let app = TestApp::start().await;
    let change = "UPDATE lots SET lapses_on = '2199-12-31' WHERE account_id IN (SELECT id FROM accounts WHERE owner_id =";
    let drift = tampered(&app, &format!("{change} '{}')", app.a.id(47))).await;
    assert_eq!(drift, [figure("lot.posted", 0, 100), figure("lot.posted", 100, 0)]);
}

#[tokio::test]
async fn a_debt_that_was_wiped_out_shows_at_the_wallet() {
    let app = TestApp::start().await;
    let body = json!({"resident_id": app.a.id(47), "points": 130, "reason": "多次无故缺席"});
    app.a.staff.post("/deductions", body).await.created();
    assert_eq!(app.drift(&app.a).await, []);
    let drift =
        tampered(&app, &format!("UPDATE accounts SET debt = 0 WHERE owner_id = '{}'", app.a.id(47))).await;
    assert_eq!(drift, [figure("wallet.debt", 0, 30)]);
}

#[tokio::test]
async fn a_deleted_transfer_shows_at_the_wallet() {
    let app = TestApp::start().await;
    let award = earned(&app, resident(&app, 47), 5);
    post(&app, std::slice::from_ref(&award)).await;
    let drift = tampered(&app, &format!("DELETE FROM transfers WHERE id = '{}'", award.id)).await;
    assert_eq!(drift, [figure("lot.posted", 105, 100), figure("wallet.posted", 105, 100)]);
}

#[tokio::test]
async fn a_seat_that_nobody_took_shows_at_the_slot_and_an_order_that_was_closed_too() {
    let app = TestApp::start().await;
    let haircut = service(&app, "义剪", 5).await;
    let slot = slot_of_service(&app, haircut, (24, 5)).await;
    let order = id_of(&book(&app, haircut, (slot, 47)).await.created());
    assert_eq!(app.drift(&app.a).await, []);
    let drift = tampered(&app, &format!("UPDATE slots SET taken = 3 WHERE id = '{slot}'")).await;
    assert_eq!(drift, [figure("slot.taken", 3, 1)]);
    let close = format!("UPDATE orders SET state = 'expired', closed_at = now() WHERE id = '{order}'");
    assert_eq!(tampered(&app, &close).await, [figure("order.hold", 0, 5), figure("slot.taken", 3, 0)]);
}

#[tokio::test]
async fn a_changed_reversal_shows_at_the_reversal() {
    let app = TestApp::start().await;
    let award = earned(&app, resident(&app, 47), 5);
    let reversal = reversing(&award);
    post(&app, &[award]).await;
    post(&app, std::slice::from_ref(&reversal)).await;
    let statement = format!("UPDATE transfers SET amount = 4 WHERE id = '{}'", reversal.id);
    let drift = tampered(&app, &statement).await;
    let parts = figure("transfer.parts", 4, 5);
    assert_eq!(drift, [parts, figure("transfer.reversal", 4, 5), figure("wallet.posted", 100, 101)]);
}

#[tokio::test]
async fn a_reversal_of_what_stands_shows_at_the_reversal() {
    let app = TestApp::start().await;
    let breach = deducted(resident(&app, 47), 5);
    let reversal = reversing(&breach);
    post(&app, std::slice::from_ref(&breach)).await;
    post(&app, std::slice::from_ref(&reversal)).await;
    let statement = format!(
        "UPDATE transfers SET code = 'expire', credit_account_id = '{}' WHERE id = '{}'; \
         UPDATE transfers SET debit_account_id = '{0}' WHERE id = '{}'",
        app.a.id(153),
        breach.id,
        reversal.id
    );
    assert_eq!(tampered(&app, &statement).await, [figure("transfer.reversal", 5, 0)]);
}

#[tokio::test]
async fn a_changed_code_and_a_changed_account_show_at_the_transfer() {
    let app = TestApp::start().await;
    let breach = deducted(resident(&app, 47), 5);
    post(&app, std::slice::from_ref(&breach)).await;
    let change = |what: String| format!("UPDATE transfers SET {what} WHERE id = '{}'", breach.id);
    let unlawful = [figure("transfer.accounts", 5, 0)];
    assert_eq!(tampered(&app, &change("code = 'spend'".into())).await, unlawful);
    assert_eq!(app.drift(&app.a).await[0].id, breach.id.uuid());
    assert_eq!(tampered(&app, &change("code = 'deduct'".into())).await, []);
    let account = format!("credit_account_id = '{}'", app.a.id(153));
    assert_eq!(tampered(&app, &change(account)).await, unlawful);
}
