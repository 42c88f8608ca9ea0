//! Closing a month while it is still being written.

use diesel_async::SimpleAsyncConnection;
use futures::future::{BoxFuture, Either, FutureExt, select};
use linli_api::jobs::close_statements;
use linli_tests::race::{CONTENDERS, one_wins, race, row, unlocked, winners};
use linli_tests::{Answer, TestApp};
use serde_json::{Value, json};

use super::{DECEMBER, confirmed, go_on_to, november, process_at};
use crate::confirmations::confirm;
use crate::offers::open_offer;
use crate::vouchers::taken;

/// A process to whose clock the month is long over, while requests that began in it are still on their way.
const LATER: &str = "2026-12-06T04:00:00Z";

/// Four vouchers that can be confirmed, and the paths that undo three confirmations.
async fn seven(app: &TestApp) -> (Vec<Value>, Vec<String>) {
    let undo = confirmed(app, 3).await.iter().map(|id| format!("/confirmations/{id}/undo")).collect();
    let offer = open_offer(app, json!({"price_points": 3})).await;
    let mut vouchers = Vec::new();
    for _ in 0..4 {
        vouchers.push(taken(app, offer).await);
    }
    (vouchers, undo)
}

#[tokio::test]
async fn closing_while_seven_confirm_and_undo_misses_none_and_has_none_twice() {
    let app = TestApp::start().await;
    let (vouchers, undo) = seven(&app).await;
    let later = process_at(&app, LATER);
    let closing = async {
        assert_eq!(close_statements(&later).await, 1);
        None
    };
    let of_cashier: Vec<BoxFuture<'_, Option<Answer>>> = vouchers
        .iter()
        .map(|voucher| confirm(&app, voucher, 6000).map(Some).boxed())
        .chain(undo.iter().map(|path| app.a.cashier.post(path, json!({})).map(Some).boxed()))
        .chain([closing.boxed()])
        .collect();
    let store = format!("SELECT FROM stores WHERE id = '{}' FOR UPDATE", app.a.id(72));
    let answers = race(&app, &store, of_cashier).await;
    winners(answers.into_iter().flatten().collect(), "month-closed");
    let standing = app.database.number("SELECT count(*) FROM confirmations WHERE undone_at IS NULL").await;
    assert_eq!(november(&app).await["totals"]["confirmations"], standing);
    assert_eq!(app.drift(&app.a).await, []);
}

#[tokio::test]
async fn without_the_trigger_what_comes_late_is_in_no_statement_and_verify_says_so() {
    let app = TestApp::start().await;
    let (vouchers, undo) = seven(&app).await;
    for trigger in ["confirmations_month_kept", "confirmations_line_kept"] {
        app.database.run(&format!("ALTER TABLE confirmations DISABLE TRIGGER {trigger}")).await;
    }
    assert_eq!(close_statements(&process_at(&app, LATER)).await, 1);
    confirm(&app, &vouchers[0], 6000).await.created();
    app.a.cashier.post(&undo[0], json!({})).await.ok();
    let drift = app.drift(&app.a).await;
    assert_eq!(drift.iter().map(|one| one.figure.as_str()).collect::<Vec<_>>(), ["statement_line.points"; 2]);
}

#[tokio::test]
async fn closing_waits_for_a_confirmation_that_is_on_its_way() {
    let app = TestApp::start().await;
    let confirmation = confirmed(&app, 1).await[0];
    let mut cashier = app.database.connect().await;
    cashier.batch_execute(&format!("BEGIN; {}", another(confirmation))).await.unwrap();
    let later = process_at(&app, LATER);
    let closing = Box::pin(close_statements(&later));
    let Either::Right(((), closing)) = select(closing, Box::pin(app.database.somebody_waits())).await else {
        panic!("it did not wait")
    };
    cashier.batch_execute("COMMIT").await.unwrap();
    assert_eq!(closing.await, 1);
    assert_eq!(november(&app).await["items"].as_array().unwrap().len(), 2);
}

/// A further confirmation of the same voucher, undone at once.
fn another(confirmation: uuid::Uuid) -> String {
    format!(
        "INSERT INTO confirmations (community_id, id, voucher_id, store_id, cashier_id, bill_fen, discount_fen,
             spent_points, confirmed_at, undone_at, undone_by)
         SELECT community_id, gen_random_uuid(), voucher_id, store_id, cashier_id, 100, 1, 0, confirmed_at, confirmed_at, cashier_id
         FROM confirmations WHERE id = '{confirmation}'"
    )
}

#[tokio::test]
async fn with_the_usual_lock_it_would_not_wait_and_miss_it() {
    let app = TestApp::start().await;
    let confirmation = confirmed(&app, 1).await[0];
    let mut cashier = app.database.connect().await;
    cashier.batch_execute(&format!("BEGIN; {}", another(confirmation))).await.unwrap();
    let mut closing = app.database.connect().await;
    let lock = format!("SET lock_timeout = '2s'; BEGIN; {}", row("stores", app.a.id(72)));
    closing.batch_execute(&lock).await.unwrap();
    assert_eq!(app.database.number("SELECT count(*) FROM store_lines").await, 1, "of two");
    cashier.batch_execute("COMMIT").await.unwrap();
}

#[tokio::test]
async fn of_eight_who_close_at_once_one_does() {
    let app = TestApp::start().await;
    confirmed(&app, 2).await;
    go_on_to(&app, DECEMBER);
    let path = format!("/stores/{}/statements", app.a.id(72));
    let contenders = (0..CONTENDERS).map(|_| app.a.staff.post(&path, json!({"month": "2026-11"})));
    let closed = one_wins(race(&app, &row("stores", app.a.id(72)), contenders).await, "month-closed");
    assert_eq!(closed.created()["totals"]["confirmations"], 2);
    assert_eq!(app.drift(&app.a).await, []);
}

#[tokio::test]
async fn without_the_lock_all_eight_would_close_it_and_the_unique_month_stops_them() {
    let app = TestApp::start().await;
    let (community, store) = (app.a.id(1), app.a.id(72));
    let read = format!("SELECT count(*) = 0 AS allowed FROM statements WHERE store_id = '{store}'");
    let write = format!(
        "INSERT INTO statements VALUES ('{community}', gen_random_uuid(), '{store}', '2026-11-01', '2026-10-31 16:00Z',
         '2026-11-30 16:00Z', 0, 0, 0, 0, 0, 'closed', now())"
    );
    unlocked(&app, &read, |_| write.clone()).await.caught_by("statements_month_key", 1);
}
