//! The job that closes months.

use futures::future::join_all;
use linli_api::jobs::close_statements;
use linli_tests::TestApp;
use linli_tests::race::{CONTENDERS, race, row};
use serde_json::json;

use super::{confirmed, go_on_to, november};

/// The sixth of December has begun in Wuhan.
const DUE: &str = "2026-12-05T16:00:01Z";

#[tokio::test]
async fn the_program_closes_what_nobody_has_closed_after_some_days() {
    let app = TestApp::start().await;
    confirmed(&app, 2).await;
    go_on_to(&app, "2026-12-05T15:59:00Z");
    assert_eq!(close_statements(&app.app).await, 0);
    go_on_to(&app, DUE);
    assert_eq!((close_statements(&app.app).await, close_statements(&app.app).await), (1, 0));
    let closed = app.a.manager.get("/statements").await.items();
    assert_eq!((closed.len(), &closed[0]["closed_by"]), (1, &json!(null)));
    assert_eq!((&closed[0]["month"], &closed[0]["totals"]["points"]), (&json!("2026-11"), &json!(6)));
    let id = closed[0]["id"].as_str().unwrap();
    let log = app.a.staff.get(&format!("/audit-entries?subject_id={id}")).await.items();
    assert_eq!((log.len(), &log[0]["action"]), (1, &json!("statement.close")));
    assert_eq!(app.drift(&app.a).await, []);
}

#[tokio::test]
async fn months_that_were_left_are_closed_each_by_itself() {
    let app = TestApp::start().await;
    confirmed(&app, 2).await;
    let older = "UPDATE confirmations SET confirmed_at = '2026-08-31 16:00Z' WHERE id = (SELECT min(id::text)::uuid FROM confirmations)";
    app.database.run(older).await;
    go_on_to(&app, DUE);
    assert_eq!(close_statements(&app.app).await, 2);
    let closed = app.a.manager.get("/statements").await.items();
    let months: Vec<_> = closed.iter().map(|one| one["month"].as_str().unwrap()).collect();
    assert_eq!(months, ["2026-11", "2026-09"], "in Wuhan it was September");
    assert_eq!(app.drift(&app.a).await, []);
}

#[tokio::test]
async fn of_eight_processes_at_once_one_closes_each_month() {
    let app = TestApp::start().await;
    confirmed(&app, 2).await;
    go_on_to(&app, DUE);
    let contenders = (0..CONTENDERS).map(|_| close_statements(&app.app));
    let closed = race(&app, &row("stores", app.a.id(72)), contenders).await;
    assert_eq!(closed.iter().sum::<usize>(), 1);
    assert_eq!(join_all((0..2).map(|_| close_statements(&app.app))).await, [0, 0]);
    assert_eq!(app.drift(&app.a).await, []);
}

#[tokio::test]
async fn what_breaks_off_half_way_leaves_nothing_and_the_next_run_does_it() {
    let app = TestApp::start().await;
    confirmed(&app, 2).await;
    go_on_to(&app, DUE);
    // The line of the log is what comes last.
    let refuse = "ALTER TABLE audit_entries ADD CONSTRAINT broken CHECK (action <> 'statement.close')";
    app.database.run(refuse).await;
    assert_eq!(close_statements(&app.app).await, 0);
    assert_eq!(app.database.number("SELECT count(*) FROM statement_lines").await, 0);
    assert_eq!(november(&app).await["state"], "open");
    app.database.run("ALTER TABLE audit_entries DROP CONSTRAINT broken").await;
    assert_eq!(close_statements(&app.app).await, 1);
    assert_eq!(november(&app).await["totals"]["confirmations"], 2);
}
