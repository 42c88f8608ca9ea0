//! The wallet's lock: with it one of eight debits is posted; without it all eight pass the decision.

use linli_domain::ledger::PostingStatus;
use linli_tests::TestApp;
use linli_tests::race::{race, unlocked, wallet};

use super::{balance, deducted, post, resident};

#[tokio::test]
async fn of_eight_debits_at_once_the_one_that_can_be_paid_is_posted() {
    let app = TestApp::start().await;
    let debits = [(); 8].map(|()| [deducted(resident(&app, 47), 60)]);
    let contenders = debits.iter().map(|debit| post(&app, debit));
    let statuses = race(&app, &wallet(app.a.id(47)), contenders).await.concat();
    let count = |wanted| statuses.iter().filter(|status| **status == wanted).count();
    assert_eq!((count(PostingStatus::Posted), count(PostingStatus::NotEnough)), (1, 7));
    assert_eq!(balance(&app, resident(&app, 47)).await, (40, 0));
    assert_eq!(app.drift(&app.a).await, []);
}

const CAN_PAY: &str =
    "SELECT posted - held >= 60 AS allowed FROM accounts WHERE kind = 'wallet' AND owner_id";

#[tokio::test]
async fn without_the_lock_all_eight_pass_and_only_the_check_stops_seven() {
    let app = TestApp::start().await;
    let owner = app.a.id(47);
    let statement = format!("UPDATE accounts SET posted = posted - 60 WHERE owner_id = '{owner}'");
    let outcome = unlocked(&app, &format!("{CAN_PAY} = '{owner}'"), |_| statement.clone()).await;
    outcome.caught_by("accounts_available_check", 1);
}

#[tokio::test]
async fn without_the_lock_a_figure_worked_out_before_swallows_seven_payments_and_shows_as_drift() {
    let app = TestApp::start().await;
    let transfer = "INSERT INTO transfers (community_id, id, debit_account_id, credit_account_id, amount, code, \
                    cause_kind, cause_id, explanation, parts, posted_at) SELECT a.community_id, gen_random_uuid(), a.id, \
                    d.id, 60, 'deduct', 'resident', a.id, '{}', '{\"2099-12-31\": 60}', now() FROM accounts a JOIN accounts d \
                    ON d.community_id = a.community_id AND d.kind = 'deducted'";
    let owner = app.a.id(47);
    let statement = format!(
        "UPDATE accounts SET posted = 40 WHERE owner_id = '{owner}'; {transfer} WHERE a.owner_id = '{owner}'"
    );
    let outcome = unlocked(&app, &format!("{CAN_PAY} = '{owner}'"), |_| statement.clone()).await;
    outcome.caught_by_nothing();
    let drift = app.drift(&app.a).await;
    let figures: Vec<_> = drift.iter().map(|one| (one.figure.as_str(), one.stored, one.computed)).collect();
    assert_eq!(figures, [("lot.posted", 100, -380), ("wallet.posted", 40, -380)]);
}
