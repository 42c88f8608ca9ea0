//! What PostgreSQL itself keeps of closed months, whoever writes.

use linli_tests::{TestApp, id_of};

use super::{DECEMBER, closed, confirmed, go_on_to, refusals};

#[tokio::test]
async fn statements_and_their_lines_are_neither_changed_nor_deleted_nor_added_to() {
    let app = TestApp::start().await;
    confirmed(&app, 1).await;
    go_on_to(&app, DECEMBER);
    let id = id_of(&closed(&app).await);
    let by = app.a.id(25);
    let answered = format!("answered_at = now(), answered_by = '{by}'");
    let statements = [
        "UPDATE statements SET points = 0".to_owned(),
        "UPDATE statements SET state = 'settled'".to_owned(),
        format!("UPDATE statements SET state = 'agreed', points = 0, {answered}"),
        format!("UPDATE statements SET state = 'agreed', month = '2026-10-01', {answered}"),
        "DELETE FROM statements".to_owned(),
        "TRUNCATE statements CASCADE".to_owned(),
        "UPDATE statement_lines SET points = 0".to_owned(),
        "DELETE FROM statement_lines".to_owned(),
        "TRUNCATE statement_lines CASCADE".to_owned(),
        format!(
            "INSERT INTO statement_lines SELECT community_id, gen_random_uuid(), '{id}', store_id, kind, at, code, offer_title,
             1, 1, 1, cashier_id, cashier_name, NULL FROM statement_lines"
        ),
    ];
    for told in refusals(&app, &statements).await {
        assert!(
            ["stays as it is", "append-only", "is closed"].iter().any(|word| told.contains(word)),
            "{told}"
        );
    }
    assert_eq!(app.drift(&app.a).await, []);
}

#[tokio::test]
async fn nothing_of_a_closed_month_is_confirmed_undone_moved_or_deleted() {
    let app = TestApp::start().await;
    let made = confirmed(&app, 2).await;
    go_on_to(&app, DECEMBER);
    closed(&app).await;
    let id = made[0];
    let statements = [
        format!("UPDATE confirmations SET undone_at = now(), undone_by = cashier_id WHERE id = '{id}'"),
        format!("UPDATE confirmations SET discount_fen = 0 WHERE id = '{id}'"),
        format!("UPDATE confirmations SET confirmed_at = '2026-12-24' WHERE id = '{id}'"),
        format!("DELETE FROM confirmations WHERE id = '{id}'"),
        "INSERT INTO confirmations (community_id, id, voucher_id, store_id, cashier_id, bill_fen, discount_fen, spent_points,
             confirmed_at)
         SELECT community_id, gen_random_uuid(), voucher_id, store_id, cashier_id, 0, 0, 0, confirmed_at FROM confirmations"
            .to_owned(),
    ];
    for told in refusals(&app, &statements).await {
        assert!(told.contains("the month is closed"), "{told}");
    }
}

#[tokio::test]
async fn a_statement_takes_no_state_without_what_belongs_to_it() {
    let app = TestApp::start().await;
    go_on_to(&app, DECEMBER);
    closed(&app).await;
    let by = app.a.id(25);
    let answered = format!("answered_at = now(), answered_by = '{by}'");
    let statements = [
        "UPDATE statements SET state = 'agreed'".to_owned(),
        format!("UPDATE statements SET state = 'disputed', {answered}"),
        format!("UPDATE statements SET state = 'agreed', dispute = '不对', {answered}"),
        format!("UPDATE statements SET state = 'disputed', dispute = '不', {answered}"),
    ];
    for told in refusals(&app, &statements).await {
        assert!(told.contains("statements_state_check") || told.contains("statements_texts_check"), "{told}");
    }
    let disputed = format!("UPDATE statements SET state = 'disputed', dispute = '不对', {answered}");
    app.database.run(&disputed).await;
    let settle = |by| {
        format!(
            "UPDATE statements SET state = 'settled', settlement = '已核', settled_at = now(), settled_by = '{by}'"
        )
    };
    let told = refusals(&app, &[settle(by), "UPDATE statements SET dispute = '改口'".to_owned()]).await;
    assert!(told[0].contains("statements_settler_check") && told[1].contains("stays as it is"), "{told:?}");
    app.database.run(&settle(app.a.id(22))).await;
}

#[tokio::test]
async fn verify_names_what_was_changed_behind_the_guards() {
    let app = TestApp::start().await;
    let made = confirmed(&app, 2).await;
    go_on_to(&app, DECEMBER);
    let statement = id_of(&closed(&app).await);
    let tampered = async |table: &str, change: &str| {
        let trigger = |verb| format!("ALTER TABLE {table} {verb} TRIGGER USER");
        app.database.run(&format!("{}; {change}; {}", trigger("DISABLE"), trigger("ENABLE"))).await;
        let drift = app.drift(&app.a).await;
        drift.into_iter().map(|drift| (drift.figure, drift.id)).collect::<Vec<_>>()
    };
    let changed = tampered("statements", "UPDATE statements SET points = points + 1").await;
    assert_eq!(changed, [("statement.points".to_owned(), statement)]);
    app.database
        .run("ALTER TABLE statements DISABLE TRIGGER USER; UPDATE statements SET points = points - 1")
        .await;
    let lost = format!("DELETE FROM statement_lines WHERE id = '{}'", made[0]);
    let figures =
        ["bill", "confirmations", "discount", "points"].map(|f| (format!("statement.{f}"), statement));
    let lost = tampered("statement_lines", &lost).await;
    assert_eq!(lost[..4], figures);
    assert_eq!(lost[4..], [("statement_line.points".to_owned(), made[0])]);
}
