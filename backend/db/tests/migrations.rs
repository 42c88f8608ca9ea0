//! What is in the tables when a newer program comes stays in them.
#![expect(clippy::disallowed_methods, reason = "a test is told by environment where PostgreSQL is")]
#![expect(clippy::unwrap_used, reason = "a panic is how a test fails")]

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use diesel::sql_types::{BigInt, Text};
use diesel_async::{AsyncConnection, RunQueryDsl, SimpleAsyncConnection};
use linli_db::cluster::Disposable;
use linli_db::{Connection, ledger, migrations};
use linli_domain::ids::CommunityId;

/// The last migration of the foundation: data were filled in after it, whatever comes later finds them.
const FOUNDATION: &str = "2026-11-22-000015";

#[derive(diesel::QueryableByName)]
struct Count {
    #[diesel(sql_type = Text)]
    name: String,
    #[diesel(sql_type = BigInt)]
    rows: i64,
}

/// Brings an empty data base to the schema of the foundation, as the program of that time did.
async fn lay_foundation(connection: &mut Connection) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("migrations");
    let all = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let mut all: Vec<PathBuf> = all.collect();
    all.sort();
    let table = "CREATE TABLE __diesel_schema_migrations (version varchar(50) PRIMARY KEY, run_on timestamp NOT NULL DEFAULT now())";
    connection.batch_execute(table).await.unwrap();
    for path in all {
        let name = path.file_name().unwrap().to_str().unwrap();
        if name[..FOUNDATION.len()] <= *FOUNDATION {
            let version = name[..FOUNDATION.len()].replace('-', "");
            let script = std::fs::read_to_string(path.join("up.sql")).unwrap();
            let done = format!("INSERT INTO __diesel_schema_migrations (version) VALUES ('{version}')");
            connection.batch_execute(&script).await.unwrap();
            connection.batch_execute(&done).await.unwrap();
        }
    }
}

/// How many rows each of the tables has that have any.
async fn rows(connection: &mut Connection) -> BTreeMap<String, i64> {
    let query = "SELECT t.table_name::text AS name, (xpath('/row/c/text()', query_to_xml(
                     format('SELECT count(*) AS c FROM %I', t.table_name), false, true, '')))[1]::text::bigint AS rows
                 FROM information_schema.tables t
                 WHERE t.table_schema = 'public' AND t.table_type = 'BASE TABLE' AND t.table_name NOT LIKE '\\_\\_%'";
    let counts: Vec<Count> = diesel::sql_query(query).load(connection).await.unwrap();
    counts.into_iter().filter(|count| count.rows > 0).map(|count| (count.name, count.rows)).collect()
}

/// The least age of an offer was a column of its own.
const AGES: &str = "DO $ages$ BEGIN
    ASSERT (SELECT count(*) FROM vouchers WHERE conditions->'eligibility'->>'min_age' = '18') = 2;
    ASSERT (SELECT conditions->'eligibility'->>'min_age' FROM offers) = '18';
END $ages$";

/// What was on the shelf before there were services is goods, and so is what was ordered of it.
const GOODS: &str = "DO $goods$ BEGIN
    ASSERT (SELECT kind FROM rewards) = 'goods';
    ASSERT (SELECT reward_kind FROM order_lines) = 'goods';
END $goods$";

/// What was on the shelf before rewards were searched is found by a part of its name, and by its initials.
const SEARCH: &str = "DO $search$ BEGIN
    ASSERT (SELECT array_agg(key ORDER BY key) FROM reward_search_keys) = ARRAY['b', 'cb', '彩笔', '笔'];
END $search$";

/// The days of a span were `days`: hours as they were stored, those of a voucher among them, and one span with its new name.
const DAYS: &str = r#"
    UPDATE stores SET hours = '[{"days": ["mon"], "from": "09:00", "to": "21:00"}]';
    UPDATE offers SET conditions = jsonb_set(conditions, '{hours}', '[
        {"days": ["sat", "sun"], "from": "08:00", "to": "11:30"}, {"weekdays": ["fri"], "from": "22:00", "to": "02:00"}
    ]');
    UPDATE vouchers SET conditions = jsonb_set(conditions, '{hours}', (SELECT conditions->'hours' FROM offers))
    WHERE state = 'held';"#;
const WEEKDAYS: &str = r#"DO $weekdays$ BEGIN
    ASSERT (SELECT hours FROM stores) = '[{"weekdays": ["mon"], "from": "09:00", "to": "21:00"}]';
    ASSERT (SELECT conditions->'hours' FROM offers) = '[
        {"weekdays": ["sat", "sun"], "from": "08:00", "to": "11:30"}, {"weekdays": ["fri"], "from": "22:00", "to": "02:00"}
    ]';
    ASSERT (SELECT conditions FROM vouchers WHERE state = 'held') = (SELECT conditions FROM offers);
    ASSERT (SELECT conditions FROM vouchers WHERE state = 'confirmed') = (SELECT conditions - 'hours' FROM offers);
    ASSERT (SELECT conditions->'eligibility'->>'min_age' FROM offers) = '18';
END $weekdays$"#;

#[tokio::test]
async fn what_is_in_the_tables_stays_and_the_books_balance() {
    let binaries = std::env::var_os("LINLI_PG_BIN").filter(|path| !path.is_empty()).map(PathBuf::from);
    let cluster = Disposable::start(binaries.as_deref()).unwrap();
    let url = cluster.connection("postgres");
    let mut connection = Connection::establish(&url).await.unwrap();
    lay_foundation(&mut connection).await;
    connection.batch_execute(include_str!("filled.sql")).await.unwrap();
    let before = rows(&mut connection).await;
    let migrated = tokio::task::spawn_blocking(move || migrations::run(&url)).await.unwrap();
    assert!(migrated.unwrap() > 0);
    let after = rows(&mut connection).await;
    for (table, count) in before {
        assert!(after.get(&table).is_some_and(|now| *now >= count), "{table} had {count} rows");
    }
    let community = CommunityId::new("aaaaaaaa-0000-7000-8000-000000000001".parse().unwrap());
    assert_eq!(ledger::verify(&mut connection, community).await.unwrap(), []);
    connection
        .batch_execute(AGES)
        .await
        .expect("ages have become conditions, of the offer and of its vouchers");
    connection.batch_execute(GOODS).await.expect("rewards have become goods");
    connection.batch_execute(SEARCH).await.expect("rewards are found by names and initials");
    connection.batch_execute(DAYS).await.unwrap();
    let renaming = include_str!("../migrations/2026-11-22-000046_weekdays/up.sql");
    connection.batch_execute(renaming).await.unwrap();
    connection
        .batch_execute(WEEKDAYS)
        .await
        .expect("days have become weekdays, and nothing else has changed");
}
