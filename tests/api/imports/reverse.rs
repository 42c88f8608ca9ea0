//! `POST /imports/{id}/reverse`.

use linli_tests::{Answer, TestApp};
use serde_json::{Value, json};

use super::{BALANCES, LI, ZHANG, balances, import, of_import, two, uuid};

async fn reverse(app: &TestApp, import: &Value, keep: bool) -> Answer {
    let path = format!("/imports/{}/reverse", import["id"].as_str().unwrap());
    app.a.staff.post(&path, json!({"reason": "导错文件", "keep_with_history": keep})).await
}

#[tokio::test]
async fn residents_move_out_and_the_same_sheet_can_be_imported_again() {
    let app = TestApp::start().await;
    let card = linli_tests::stage::card(900);
    let zhang = format!("{ZHANG}{card}");
    let made = import(&app, &[&zhang, LI]).await.created();
    let reversed = reverse(&app, &made, false).await.ok();
    assert_eq!((&reversed["reversal"]["reversed"], &reversed["reversal"]["kept"]), (&json!(2), &json!(0)));
    let people = of_import(&app, &made).await;
    assert!(people.iter().all(|one| one["state"] == "moved_out" && one["card_code"] != card.as_str()));
    assert_eq!(app.a.staff.get("/residents?state=moved_out").await.items().len(), 2);
    let log = app.a.staff.get("/audit-entries").await.items();
    assert_eq!((log.len(), &log[0]["action"]), (2, &json!("import.reverse")));
    let again = import(&app, &[&zhang, LI]).await.created();
    assert_eq!((&again["residents"], &again["households"]), (&json!(2), &json!(0)));
    let found = app.a.staff.get(&format!("/residents?search={card}")).await.items();
    assert_eq!(found.len(), 1, "the old card leads to nobody else: {found:?}");
    assert_eq!(app.drift(&app.a).await, []);
}

#[tokio::test]
async fn an_import_is_reversed_once() {
    let app = TestApp::start().await;
    let (made, _) = two(&app).await;
    reverse(&app, &made, false).await.ok();
    reverse(&app, &made, true).await.refused(409, "import-reversed");
}

#[tokio::test]
async fn who_has_a_history_stands_in_the_way_and_can_be_kept() {
    let app = TestApp::start().await;
    let (made, people) = two(&app).await;
    let member = json!({"resident_id": people[0]["id"]});
    app.a.staff.post(&format!("/teams/{}/memberships", app.a.id(53)), member).await.created();
    let problem = reverse(&app, &made, false).await.refused(409, "import-in-use");
    assert_eq!(problem["figures"]["residents"], 1);
    assert_eq!(
        problem["errors"],
        json!([{"field": format!("residents[{}]", uuid(&people[0]["id"])), "detail": "李四"}])
    );
    assert!(of_import(&app, &made).await.iter().all(|one| one["state"] == "active"), "all or nothing");
    let reversed = reverse(&app, &made, true).await.ok();
    assert_eq!((&reversed["reversal"]["reversed"], &reversed["reversal"]["kept"]), (&json!(1), &json!(1)));
    let states: Vec<_> = of_import(&app, &made).await.iter().map(|one| one["state"].clone()).collect();
    assert_eq!(states, ["active", "moved_out"]);
}

#[tokio::test]
async fn points_are_a_history_until_they_are_taken_back() {
    let app = TestApp::start().await;
    let (made, people) = two(&app).await;
    let of_points = app.a.staff.upload(BALANCES, balances(&[(&people[0], 35)])).await.created();
    reverse(&app, &made, false).await.refused(409, "import-in-use");
    reverse(&app, &of_points, false).await.ok();
    reverse(&app, &made, false).await.ok();
    assert_eq!(app.drift(&app.a).await, []);
}

#[tokio::test]
async fn balances_are_taken_back_and_what_was_spent_of_them_is_owed() {
    let app = TestApp::start().await;
    let (_, people) = two(&app).await;
    let made = app.a.staff.upload(BALANCES, balances(&[(&people[0], 35), (&people[1], 20)])).await.created();
    let spent = json!({"resident_id": people[0]["id"], "points": -30, "reason": "多记了三十分"});
    app.a.staff.post("/adjustments", spent).await.created();
    let reversed = reverse(&app, &made, false).await.ok();
    assert_eq!((&reversed["reversal"]["reversed"], &reversed["reversal"]["kept"]), (&json!(2), &json!(0)));
    let wallet = |of: &Value| format!("/residents/{}/wallet", of["id"].as_str().unwrap());
    let owing = app.a.staff.get(&wallet(&people[0])).await.ok();
    assert_eq!((&owing["posted"], &owing["debt"]), (&json!(0), &json!(30)));
    assert_eq!(app.wallet_of(uuid(&people[1]["id"])).await, (0, 0));
    assert_eq!(app.drift(&app.a).await, []);
    let again = app.a.staff.upload(BALANCES, balances(&[(&people[1], 20)])).await;
    assert_eq!(again.created()["points"], 20, "what was taken back can be brought along again");
}

#[tokio::test]
async fn a_balance_that_was_reversed_by_itself_is_left() {
    let app = TestApp::start().await;
    let (_, people) = two(&app).await;
    let made = app.a.staff.upload(BALANCES, balances(&[(&people[0], 35), (&people[1], 20)])).await.created();
    let path = format!("/transfers?cause_id={}", made["id"].as_str().unwrap());
    let one = app.a.staff.get(&path).await.items()[0]["id"].as_str().unwrap().to_owned();
    let reason = json!({"reason": "不是本人的"});
    app.a.staff.post(&format!("/transfers/{one}/reverse"), reason).await.created();
    let reversed = reverse(&app, &made, false).await.ok();
    assert_eq!((&reversed["reversal"]["reversed"], &reversed["reversal"]["kept"]), (&json!(1), &json!(1)));
    assert_eq!(app.drift(&app.a).await, []);
}

#[tokio::test]
async fn nobody_takes_back_a_balance_of_their_own() {
    let app = TestApp::start().await;
    let (_, people) = two(&app).await;
    let made = app.a.staff.upload(BALANCES, balances(&[(&people[0], 35), (&people[1], 20)])).await.created();
    let own =
        format!("UPDATE users SET resident_id = '{}' WHERE id = '{}'", uuid(&people[1]["id"]), app.a.id(22));
    app.database.run(&own).await;
    reverse(&app, &made, false).await.refused(409, "own-wallet");
    assert_eq!(app.wallet_of(uuid(&people[0]["id"])).await, (35, 0));
}

/// Columns that name residents without being a history of theirs, and why.
const NO_HISTORY: &[(&str, &str, &str)] = &[
    ("accounts", "resident_id", "everybody has a wallet; what moved in it is looked at"),
    ("notices", "resident_id", "they follow from points"),
    ("resident_search_keys", "resident_id", "made with the resident"),
    ("signals", "resident_id", "they follow from confirmations"),
];

#[tokio::test]
async fn every_column_that_names_residents_is_looked_at() {
    let app = TestApp::start().await;
    let looked_at = linli_db::imports::LOOKED_AT.into_iter();
    let known = looked_at.chain(NO_HISTORY.iter().map(|(table, column, _)| (*table, *column)));
    let known: Vec<String> = known.map(|(table, column)| format!("('{table}', '{column}')")).collect();
    let others = format!(
        "SELECT count(*) FROM pg_constraint c JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = ANY (c.conkey)
         WHERE c.contype = 'f' AND c.confrelid = 'residents'::regclass AND a.attname <> 'community_id'
             AND (c.conrelid::regclass::text, a.attname::text) NOT IN ({})",
        known.join(", ")
    );
    assert_eq!(app.database.number(&others).await, 0, "a column that names residents is missing in the list");
}
