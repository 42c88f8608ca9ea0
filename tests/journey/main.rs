//! The main job, end to end, over HTTP, on the demonstration community: an activity is run, its roster approved,
//! residents receive points they can explain, and spend them: on a discount that a cashier confirms, and on goods. What they do
//! not spend lapses.

mod history;
mod lists;
mod steps;

use linli_api::photos::PhotoStore;
use linli_db::migrations;
use linli_tests::program::{Folder, linli, run};
use linli_tests::{Actor, Database, TestApp};
use reqwest::Method;
use serde_json::{Value, json};

/// How much of the history is loaded: from the middle of August on, with the first days of three months and of a quarter.
const DAYS: u16 = 100;

/// Signs in with the phone and password that the program prints for a role.
async fn sign_in(app: &TestApp, role: &str) -> Actor {
    let said = linli_api::demo::sign_ins();
    let line = said.lines().find(|line| line.split_whitespace().next() == Some(role)).expect("a sign-in");
    let words: Vec<&str> = line.split_whitespace().collect();
    let body = json!({"phone": words[1], "password": words[2]});
    let signed_in = app.nobody.send(Method::POST, "/api/v1/sessions", Some(body), &[]).await.ok();
    app.nobody.with_token(signed_in["access_token"].as_str().unwrap())
}

/// The first item of a list whose field has this value.
fn the<'a>(items: &'a [Value], field: &str, value: &str) -> &'a Value {
    items.iter().find(|item| item[field] == value).unwrap_or_else(|| panic!("no {field} {value}"))
}

#[tokio::test]
async fn the_same_day_makes_the_same_community() {
    let (one, other) = (Database::empty().await, Database::empty().await);
    let (now, folder) = ("2026-11-25T04:00:00Z".parse().unwrap(), Folder::new());
    let photos = PhotoStore::in_folder(folder.path()).unwrap();
    for database in [&one, &other] {
        let url = database.url.clone();
        tokio::task::spawn_blocking(move || migrations::run(&url).unwrap()).await.unwrap();
        linli_api::demo::ensure(&mut database.connect().await, &photos, now, 8).await.unwrap();
    }
    let hash = "SELECT (hashtextextended(string_agg(h.hash::text, '' ORDER BY h.day), 0)) FROM seals h";
    assert_eq!(one.number(hash).await, other.number(hash).await);
    assert!(one.number("SELECT count(*) FROM transfers WHERE code = 'earn'").await > 50);
}

#[tokio::test]
async fn an_activity_is_run_and_its_points_are_spent() {
    let database = Database::empty().await;
    let url = database.url.clone();
    tokio::task::spawn_blocking(move || migrations::run(&url).unwrap()).await.unwrap();
    linli_tests::sent::count_statements();
    let app = TestApp::on(database).await;
    let mut connection = app.database.connect().await;
    linli_api::demo::ensure(&mut connection, &app.app.photos, app.clock.now(), DAYS).await.unwrap();
    history::a_quarter_has_all_that_a_year_has(&app).await;
    history::no_wallet_was_ever_overdrawn(&mut connection).await;
    history::the_pact_spreads(&mut connection).await;
    history::residents_say_what_is_bought_next(&app).await;
    history::the_printed_names_are_those_of_the_accounts(&app).await;
    history::months_were_closed_and_signals_looked_into(&app).await;
    history::the_demonstration_stands_alone(&mut connection, &app).await;
    steps::everybody_signs_in(&app).await;
    steps::the_community_is_as_large_as_in_the_case(&app).await;
    steps::an_activity_is_run_and_settled(&app).await;
    steps::a_discount_is_confirmed_undone_and_confirmed_again(&app).await;
    steps::goods_are_ordered_and_picked_up(&app).await;
    steps::staff_order_for_a_resident_without_a_phone(&app).await;
    steps::every_change_is_in_the_audit_log(&app).await;
    lists::no_list_takes_more_statements_for_more_items(&app).await;
    history::what_was_not_spent_lapses(&mut connection, &app).await;
    let url = app.database.url.clone();
    let verify = move || run(linli().args(["ledger", "verify"]).env("DATABASE_URL", url));
    let output = tokio::task::spawn_blocking(verify).await.unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    assert_eq!(String::from_utf8(output.stdout).unwrap(), "drift: 0\n");
}
