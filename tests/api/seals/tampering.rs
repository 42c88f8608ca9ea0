//! Whatever is changed behind the ledger's back, `verify` names the row.

use std::collections::BTreeSet;

use chrono::{DateTime, Duration, Utc};
use diesel::sql_types::{Text, Uuid as SqlUuid};
use diesel::{QueryableByName, sql_query};
use diesel_async::{RunQueryDsl, SimpleAsyncConnection};
use linli_api::jobs::expire_points;
use linli_db::{Connection, ledger};
use linli_domain::ids::CommunityId;
use linli_tests::{TestApp, id_of, stage};
use serde_json::json;
use uuid::Uuid;

use super::{drift, seal, seals, sleep};
use crate::ledger::{earned_on, post, resident};
use crate::rewards::reward;

/// A table, the column by which `verify` names its row, what is set in it, and where that is no violation of a constraint.
type Target = (&'static str, &'static str, &'static str, &'static str);

const SEALED: &str = "EXISTS (SELECT FROM sealed_transfers s WHERE s.transfer_id = id)";
const COLUMNS: &[Target] = &[
    ("transfers", "id", "community_id = gen_random_uuid()", SEALED),
    ("transfers", "id", "id = gen_random_uuid()", SEALED),
    ("transfers", "id", "debit_account_id = gen_random_uuid()", SEALED),
    ("transfers", "id", "credit_account_id = gen_random_uuid()", SEALED),
    ("transfers", "id", "amount = amount + 1", SEALED),
    ("transfers", "id", r#"parts = '{"2050-12-31": 1}'"#, SEALED),
    (
        "transfers",
        "id",
        "code = CASE code WHEN 'give' THEN 'adjust' ELSE 'give' END",
        "code NOT IN ('earn', 'reverse')",
    ),
    ("transfers", "id", "cause_kind = cause_kind || 's'", SEALED),
    ("transfers", "id", "cause_id = gen_random_uuid()", SEALED),
    ("transfers", "id", "rulebook_id = gen_random_uuid()", SEALED),
    ("transfers", "id", "rule_code = coalesce(rule_code, '') || 'X'", "code = 'earn' OR rulebook_id IS NULL"),
    ("transfers", "id", "deed_on = coalesce(deed_on, '2026-01-01') + 1", SEALED),
    ("transfers", "id", "hold_id = gen_random_uuid()", SEALED),
    ("transfers", "id", "reverses_id = gen_random_uuid()", "code = 'reverse'"),
    ("transfers", "id", r#"explanation = explanation || '{"note": "!"}'"#, SEALED),
    ("transfers", "id", "actor_id = gen_random_uuid()", SEALED),
    ("transfers", "id", "on_behalf_of = gen_random_uuid()", SEALED),
    ("transfers", "id", "posted_at = posted_at + interval '1 microsecond'", SEALED),
];
/// Figures; a lot has its account's identifier, and a movement shows at its reward.
const FIGURES: &[Target] = &[
    ("lots", "account_id", "posted = posted + 1", "true"),
    ("lots", "account_id", "held = held + 1", "posted > held"),
    ("lots", "account_id", "lapses_on = lapses_on + 400", "posted > 0"),
    ("lots", "account_id", "account_id = gen_random_uuid()", "posted > 0"),
    ("accounts", "id", "posted = posted + 1", "kind = 'wallet'"),
    ("accounts", "id", "held = held + 1", "kind = 'wallet' AND posted > held"),
    ("accounts", "id", "debt = debt + 1", "kind = 'wallet'"),
    ("accounts", "id", "id = gen_random_uuid()", "kind = 'wallet' AND posted > 0"),
    ("holds", "id", "amount = amount + 1", "true"),
    ("holds", "id", r#"parts = '{"2050-12-31": 1000}'"#, "true"),
    ("holds", "id", "state = 'released'", "state = 'captured'"),
    ("holds", "id", "account_id = gen_random_uuid()", "state = 'captured'"),
    ("rewards", "id", "stock = stock + 1", "true"),
    ("rewards", "id", "reserved = reserved + 1", "stock > reserved"),
    ("stock_movements", "reward_id", "quantity = quantity + 1", "quantity > 0"),
];

/// How many kinds of transfers there are.
const CODES: i64 = 10;

#[derive(QueryableByName)]
struct Place {
    #[diesel(sql_type = SqlUuid)]
    id: Uuid,
    #[diesel(sql_type = Text)]
    place: String,
}

/// A row of community A, drawn by the number of the round.
async fn draw(
    app: &TestApp,
    connection: &mut Connection,
    (table, key, _, whose): Target,
    round: usize,
) -> Place {
    let query = format!(
        "SELECT {key} AS id, ctid::text AS place FROM {table} WHERE community_id = '{}' AND ({whose})
         ORDER BY md5(ctid::text || {round}) LIMIT 1",
        app.a.id(1)
    );
    sql_query(query).get_result(connection).await.unwrap()
}

/// What `verify` names while a statement has been carried out as only somebody with all rights could; undone afterwards.
async fn named_by(app: &TestApp, statement: &str) -> Vec<(String, Uuid)> {
    let mut connection = app.database.connect().await;
    let script = format!(
        "BEGIN; ALTER TABLE transfers DROP CONSTRAINT transfers_parts_check;
         ALTER TABLE holds DROP CONSTRAINT holds_parts_check; SET LOCAL session_replication_role = replica; {statement}"
    );
    connection.batch_execute(&script).await.unwrap_or_else(|error| panic!("{statement}: {error}"));
    let found = ledger::verify(&mut connection, CommunityId::new(app.a.id(1))).await.unwrap();
    connection.batch_execute("ROLLBACK").await.unwrap();
    found.into_iter().map(|drift| (drift.figure, drift.id)).collect()
}

/// A history in which there is every kind of transfer, some hundred in all; all of it sealed.
async fn history(app: &TestApp) {
    let staff = &app.a.staff;
    for number in 0..40 {
        let who = app.a.id([44, 47, 48, 49][number % 4]);
        let given = json!({"resident_id": who, "points": 9, "reason": "补记"});
        let given = id_of(&staff.post("/adjustments", given).await.created());
        let gift = json!({"resident_id": who, "to_card_code": stage::card([47, 48, 49, 44][number % 4]), "points": 1, "note": ""});
        staff.post("/gifts", gift).await.created();
        if number % 4 == 0 {
            let taken = json!({"resident_id": who, "points": 2, "reason": "高空抛物"});
            staff.post("/deductions", taken).await.created();
            let back = format!("/transfers/{given}/reverse");
            staff.post(&back, json!({"reason": "重复登记"})).await.created();
        }
    }
    let day = app.clock.now().date_naive();
    let awards: Vec<_> =
        (0..100).map(|n| earned_on(app, resident(app, [44, 48, 49][n % 3]), 2, day)).collect();
    post(app, &awards).await;
    let pens = reward(app, "作业本", 10, 20).await;
    for number in 0..6 {
        let body = json!({"lines": [{"reward_id": pens, "quantity": 1}], "card_code": stage::card(48)});
        let order = id_of(&staff.post("/orders", body).await.created());
        if number % 2 == 0 {
            staff.post(&format!("/orders/{order}/pick-up"), json!({})).await.ok();
        }
    }
    // Resident 47 owes points, and repays some out of the award of the roster.
    let all = json!({"resident_id": app.a.id(47), "points": 1_000, "reason": "多次无故缺席"});
    staff.post("/deductions", all).await.created();
    staff.post(&format!("/activities/{}/settle", app.a.id(94)), json!({})).await.ok();
    sleep(app);
    seal(app).await;
    let lapsed: DateTime<Utc> = "2028-01-01T00:00:01+08:00".parse().unwrap();
    app.clock.put_forward(lapsed - app.clock.now());
    assert!(expire_points(&app.app).await > 0);
    app.clock.put_forward(Duration::days(1) + Duration::hours(1));
    seal(app).await;
    app.database.run("ANALYZE").await;
}

#[tokio::test]
async fn each_of_a_hundred_tamperings_is_named() {
    let app = TestApp::with_things().await;
    history(&app).await;
    let number = |query: &'static str| app.database.number(query);
    assert_eq!(number("SELECT count(DISTINCT code) FROM transfers").await, CODES);
    assert!(number("SELECT count(*) FROM sealed_transfers").await > 200);
    let columns = "SELECT count(*) FROM information_schema.columns WHERE table_name = 'transfers'";
    assert_eq!(number(columns).await, i64::try_from(COLUMNS.len()).unwrap(), "a column that no leaf covers");
    let mut connection = app.database.connect().await;
    for round in 0..100 {
        let target = COLUMNS.iter().chain(FIGURES).cycle().nth(round).copied().unwrap();
        let (table, _, change, _) = target;
        let Place { id, place } = draw(&app, &mut connection, target, round).await;
        let found = named_by(&app, &format!("UPDATE {table} SET {change} WHERE ctid = '{place}'")).await;
        assert!(found.iter().any(|(_, named)| *named == id), "{table} {change} {id}: {found:?}");
        if table == "transfers" {
            let by_seal = |figure: &str| ["transfer.sealed", "transfer.deleted"].contains(&figure);
            let of_seals: BTreeSet<Uuid> =
                found.iter().filter(|(figure, _)| by_seal(figure)).map(|(_, named)| *named).collect();
            assert_eq!(of_seals, BTreeSet::from([id]), "{change}: {found:?}");
        }
        assert_eq!(drift(&app).await, []);
    }
}

fn figure(name: &str, id: Uuid) -> (String, Uuid) {
    (name.to_owned(), id)
}

/// The identifiers of the seals of community A, the oldest first.
async fn ids(app: &TestApp) -> Vec<Uuid> {
    let mut ids: Vec<Uuid> = seals(app).await.iter().map(id_of).collect();
    ids.reverse();
    ids
}

#[tokio::test]
async fn a_deleted_and_an_inserted_transfer_are_named() {
    let app = TestApp::start().await;
    seal(&app).await;
    let (old, new) = (app.a.id(161), app.a.id(999));
    let found = named_by(&app, &format!("DELETE FROM transfers WHERE id = '{old}'")).await;
    assert!(found.contains(&figure("transfer.deleted", old)), "{found:?}");
    let insert = format!(
        "CREATE TEMP TABLE copy AS SELECT * FROM transfers WHERE id = '{old}'; UPDATE copy SET id = '{new}';
         INSERT INTO transfers SELECT * FROM copy"
    );
    let found = named_by(&app, &insert).await;
    assert!(found.contains(&figure("transfer.inserted", new)), "{found:?}");
}

#[tokio::test]
async fn a_changed_a_moved_and_a_deleted_leaf_show_at_the_transfer_and_at_the_seal() {
    let app = TestApp::start().await;
    seal(&app).await;
    let (leaf, seal) = (app.a.id(161), ids(&app).await[0]);
    let of = format!("sealed_transfers %s WHERE transfer_id = '{leaf}'");
    let changed = named_by(&app, &format!("UPDATE {}", of.replace("%s", "SET leaf = sha256('x')"))).await;
    assert_eq!(changed, [figure("transfer.sealed", leaf), figure("seal.root", seal)]);
    let moved = format!("UPDATE {}", of.replace("%s", "SET seal_id = gen_random_uuid()"));
    let short = [figure("seal.transfers", seal), figure("seal.root", seal)];
    let [first, second] = short.clone();
    assert_eq!(named_by(&app, &moved).await, [first, second, figure("leaf.seal", leaf)]);
    let [first, second] = short;
    let deleted = named_by(&app, &format!("DELETE FROM {}", of.replace("%s", ""))).await;
    assert_eq!(deleted, [first, second, figure("transfer.inserted", leaf)]);
}

#[tokio::test]
async fn a_transfer_that_was_changed_with_its_leaf_and_root_shows_in_the_chain() {
    let app = TestApp::start().await;
    for _ in 0..3 {
        seal(&app).await;
        sleep(&app);
    }
    let [first, second, last] = ids(&app).await[..] else { panic!("three seals") };
    let set = |what: &str, id: Uuid| format!("UPDATE seals SET {what} WHERE id = '{id}'");
    for (what, figures) in [
        ("transfers = transfers + 1", ["seal.transfers", "seal.hash"].as_slice()),
        ("root = sha256('x')", &["seal.root", "seal.hash"]),
        ("previous = sha256('x')", &["seal.previous", "seal.hash"]),
        ("sealed_at = sealed_at + interval '1 second'", &["seal.hash"]),
        ("day = day + 100", &["seal.hash"]),
    ] {
        let told: Vec<_> = figures.iter().map(|name| figure(name, last)).collect();
        assert_eq!(named_by(&app, &set(what, last)).await, told, "{what}");
    }
    let forged = named_by(&app, &set("hash = sha256('x')", first)).await;
    assert_eq!(forged, [figure("seal.hash", first), figure("seal.previous", second)]);
    let deleted = named_by(&app, &format!("DELETE FROM seals WHERE id = '{second}'")).await;
    assert_eq!(deleted, [figure("seal.previous", last)]);
}
