//! The wallet's lock: with it one of eight debits is posted; without it all eight pass the decision.

use diesel_async::SimpleAsyncConnection;
use futures::future::join_all;
use linli_db::{Connection, ledger};
use linli_domain::ledger::PostingStatus;
use linli_domain::points::Points;
use linli_tests::TestApp;

use super::{balance, community, deducted, post, resident};

#[tokio::test]
async fn of_eight_debits_at_once_the_one_that_can_be_paid_is_posted() {
    let app = TestApp::start().await;
    let debits = [(); 8].map(|()| [deducted(resident(&app, 47), 60)]);
    let statuses = join_all(debits.iter().map(|debit| post(&app, debit))).await.concat();
    let count = |wanted| statuses.iter().filter(|status| **status == wanted).count();
    assert_eq!((count(PostingStatus::Posted), count(PostingStatus::NotEnough)), (1, 7));
    assert_eq!(balance(&app, resident(&app, 47)).await, (40, 0));
    assert_eq!(app.drift(&app.a).await, []);
}

/// Eight transactions that have all read the wallet, without a lock, and found that it can pay.
async fn eight_that_passed(app: &TestApp) -> Vec<Connection> {
    let mut passed = Vec::new();
    for _ in 0..8 {
        let mut connection = app.database.connect().await;
        connection.batch_execute("BEGIN").await.unwrap();
        let found = ledger::find_wallet(&mut connection, community(app), resident(app, 47)).await;
        found.unwrap().unwrap().can_pay(Points::new(60)).unwrap();
        passed.push(connection);
    }
    passed
}

/// Carries a statement out in all the transactions at once; how many came through, and why the others did not.
async fn write(connections: Vec<Connection>, statement: &str) -> (usize, Vec<String>) {
    let write = connections.into_iter().map(async |mut connection| {
        connection.batch_execute(statement).await?;
        connection.batch_execute("COMMIT").await
    });
    let written = join_all(write).await;
    let refused = written.iter().filter_map(|written| written.as_ref().err().map(ToString::to_string));
    (written.iter().filter(|written| written.is_ok()).count(), refused.collect())
}

#[tokio::test]
async fn without_the_lock_all_eight_pass_and_only_the_check_stops_seven() {
    let app = TestApp::start().await;
    let passed = eight_that_passed(&app).await;
    let statement = format!("UPDATE accounts SET posted = posted - 60 WHERE owner_id = '{}'", app.a.id(47));
    let (written, refused) = write(passed, &statement).await;
    assert_eq!((written, refused.len()), (1, 7));
    assert!(refused.iter().all(|error| error.contains("accounts_available_check")), "{refused:?}");
}

#[tokio::test]
async fn without_the_lock_a_figure_worked_out_before_swallows_seven_payments_and_shows_as_drift() {
    let app = TestApp::start().await;
    let passed = eight_that_passed(&app).await;
    let transfer = "INSERT INTO transfers (community_id, id, debit_account_id, credit_account_id, amount, code, \
                    cause_kind, cause_id, explanation, posted_at) SELECT a.community_id, gen_random_uuid(), a.id, \
                    d.id, 60, 'deduct', 'resident', a.id, '{}', now() FROM accounts a JOIN accounts d \
                    ON d.community_id = a.community_id AND d.kind = 'deducted'";
    let owner = app.a.id(47);
    let statement = format!(
        "UPDATE accounts SET posted = 40 WHERE owner_id = '{owner}'; {transfer} WHERE a.owner_id = '{owner}'"
    );
    assert_eq!(write(passed, &statement).await, (8, Vec::new()));
    let drift = app.drift(&app.a).await;
    assert_eq!(drift.len(), 1);
    assert_eq!((drift[0].figure.as_str(), drift[0].stored, drift[0].computed), ("wallet.posted", 40, -380));
}
