//! What the tables of no-shows, orders and stocktakes refuse by themselves.

use diesel_async::SimpleAsyncConnection;
use linli_tests::TestApp;

#[tokio::test]
async fn no_row_says_what_the_rules_forbid_and_no_stocktake_is_emptied() {
    let app = TestApp::with_things().await;
    let mark =
        |number: u32, change: &str| format!("UPDATE no_shows SET {change} WHERE id = '{}'", app.a.id(number));
    let (who, other) = (app.a.id(22), app.a.id(21));
    let decided = |by| {
        format!(
            "appealed_by = '{who}', verdict = 'granted', decided_by = '{by}', decided_at = now(), note = '已核实'"
        )
    };
    let order = |state: &str| format!("UPDATE orders SET {state} WHERE id = '{}'", app.a.id(88));
    let mut connection = app.database.connect().await;
    for (change, by) in [
        (mark(208, &format!("appealed_by = '{who}'")), "no_shows_appealed_by_check"),
        (mark(209, &decided(who)), "no_shows_appeal_decider_check"),
        (mark(208, "kind = 'late', step = 'deduction'"), "no_shows_late_check"),
        (order("state = 'held', ready_at = now()"), "orders_ready_check"),
        (order("state = 'ready', ready_at = NULL"), "orders_ready_check"),
        ("TRUNCATE stocktake_lines".to_owned(), "stocktake_lines"),
        ("TRUNCATE stocktakes CASCADE".to_owned(), "stocktake"),
    ] {
        let refusal = connection.batch_execute(&change).await.expect_err(&change).to_string();
        assert!(refusal.contains(by), "{change}: {refusal}");
    }
    // What nothing forbids is written: the refusals above are for their own reasons.
    for change in
        [mark(209, &decided(other)), mark(208, "kind = 'late'"), order("state = 'ready', ready_at = now()")]
    {
        connection.batch_execute(&change).await.expect(&change);
    }
}
