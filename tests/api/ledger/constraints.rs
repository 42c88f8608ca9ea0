//! What the tables refuse by themselves, whoever writes to them.

use diesel_async::SimpleAsyncConnection;
use linli_tests::TestApp;

async fn refused(app: &TestApp, statement: &str, by: &str) {
    let mut connection = app.database.connect().await;
    let refusal = connection.batch_execute(statement).await.expect_err(statement).to_string();
    assert!(refusal.contains(by), "{statement}: {refusal}");
}

#[tokio::test]
async fn transfers_are_neither_changed_nor_deleted() {
    let app = TestApp::start().await;
    refused(&app, "UPDATE transfers SET amount = 1", "transfers is append-only").await;
    refused(&app, "UPDATE transfers SET explanation = '{}'", "transfers is append-only").await;
    refused(&app, "DELETE FROM transfers", "transfers is append-only").await;
    refused(&app, "TRUNCATE transfers CASCADE", "transfers is append-only").await;
}

#[tokio::test]
async fn lines_of_the_audit_log_are_neither_changed_nor_deleted() {
    let app = TestApp::start().await;
    let line = "INSERT INTO audit_entries (community_id, id, at, action, subject_kind, subject_id) \
                SELECT id, id, now(), 'x.y', 'x', id FROM communities";
    app.database.connect().await.batch_execute(line).await.unwrap();
    refused(&app, "UPDATE audit_entries SET action = 'x.z'", "audit_entries is append-only").await;
    refused(&app, "DELETE FROM audit_entries", "audit_entries is append-only").await;
    refused(&app, "TRUNCATE audit_entries", "audit_entries is append-only").await;
}

#[tokio::test]
async fn no_wallet_has_less_than_nothing() {
    let app = TestApp::start().await;
    let wallet = "WHERE kind = 'wallet'";
    let set = |what: &str| format!("UPDATE accounts SET {what} {wallet}");
    refused(&app, &set("posted = -1"), "accounts_available_check").await;
    refused(&app, &set("held = posted + 1"), "accounts_available_check").await;
    refused(&app, &set("held = -1"), "accounts_held_check").await;
    let system = "UPDATE accounts SET posted = 1 WHERE kind = 'issued'";
    refused(&app, system, "accounts_system_check").await;
    refused(&app, &set("debt = -1"), "accounts_debt_check").await;
    refused(&app, "UPDATE accounts SET debt = 1 WHERE kind = 'issued'", "accounts_debt_check").await;
    refused(&app, "UPDATE lots SET held = posted + 1", "lots_available_check").await;
    refused(&app, "UPDATE lots SET held = -1", "lots_held_check").await;
}

#[tokio::test]
async fn a_transfer_moves_something_between_two_accounts() {
    let app = TestApp::start().await;
    let insert = |amount: i64, debit: u32, code: &str| {
        format!(
            "INSERT INTO transfers (community_id, id, debit_account_id, credit_account_id, amount, code, \
             cause_kind, cause_id, explanation, parts, posted_at) SELECT community_id, gen_random_uuid(), '{}', id, \
             {amount}, '{code}', 'resident', id, '{{}}', '{{\"2099-12-31\": {amount}}}', now() FROM accounts WHERE id = '{}'",
            app.a.id(debit),
            app.a.id(47),
        )
    };
    refused(&app, &insert(0, 155, "adjust"), "transfers_amount_check").await;
    refused(&app, &insert(-1, 155, "adjust"), "transfers_amount_check").await;
    refused(&app, &insert(1, 47, "adjust"), "transfers_sides_check").await;
    refused(&app, &insert(1, 155, "adjust").replace(": 1}", ": 2}"), "transfers_parts_check").await;
    refused(
        &app,
        &insert(1, 155, "adjust").replace(": 1}", ": 2, \"2098-12-31\": -1}"),
        "transfers_parts_check",
    )
    .await;
    refused(&app, &insert(1, 155, "gift"), "transfers_code_check").await;
    refused(&app, &insert(1, 155, "earn"), "transfers_earn_check").await;
    refused(&app, &insert(1, 155, "reverse"), "transfers_reverse_check").await;
}
