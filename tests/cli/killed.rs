//! Jobs of a program that is killed half-way, and of two that go on at once.

use std::ops::Range;

use diesel_async::SimpleAsyncConnection;
use linli_domain::codes::Code;
use linli_tests::program::{Server, linli, run};
use linli_tests::{Database, stage};
use tokio::task::spawn_blocking;

/// Residents with points that lapsed long ago, for four batches.
const RESIDENTS: i64 = 3_500;
const DUE: &str = "SELECT FROM lots WHERE lapses_on < '2021-01-01' AND posted > held";
const EXPIRED: &str = "SELECT count(*) FROM transfers WHERE code = 'expire'";

async fn points_that_lapsed(database: &Database) {
    let (community, household) = (stage::id(stage::A, 1), stage::id(stage::A, 12));
    let many = format!(
        "INSERT INTO residents (community_id, id, name, sort_key, household_id, card_code, state, created_at) \
         SELECT '{community}', gen_random_uuid(), '居民' || n, 'jumin ' || n, '{household}', 'MANY' || n, 'active', now() \
         FROM generate_series(1, {RESIDENTS}) n; \
         INSERT INTO accounts (community_id, id, kind, owner_id, resident_id, posted, held) \
         SELECT community_id, gen_random_uuid(), 'wallet', id, id, 0, 0 FROM residents WHERE card_code LIKE 'MANY%'; \
         SELECT post_transfers('{community}', now(), jsonb_agg(jsonb_build_object( \
             'id', gen_random_uuid(), 'code', 'adjust', 'debit_kind', 'adjusted', 'debit_owner', '{community}', \
             'credit_kind', 'wallet', 'credit_owner', id, 'amount', 5, 'parts', '{{\"2020-12-31\": 5}}'::jsonb, \
             'cause_kind', 'resident', 'cause_id', id, 'explanation', '{{\"kind\": \"adjustment\", \"reason\": \"补记\"}}'::jsonb \
         ))) FROM residents WHERE card_code LIKE 'MANY%'"
    );
    database.run(&many).await;
}

/// Vouchers of two offers whose time is over, those of the second offer later: for two batches.
async fn vouchers_that_are_over(database: &Database) {
    let [community, resident, partner] = [1, 47, 71].map(|number| stage::id(stage::A, number));
    let insert = |title: &str, numbers: Range<u64>, hours: u32| {
        let count = numbers.clone().count();
        let codes: Vec<String> = numbers.map(|number| format!("'{}'", Code::from_random(number))).collect();
        format!(
            "WITH offer AS (INSERT INTO offers (community_id, id, partner_id, title, description, kind, item, \
                 price_points, taken, valid_from, valid_to, voucher_days, state, created_at) \
             VALUES ('{community}', gen_random_uuid(), '{partner}', '{title}', '', 'free_item', '一杯咖啡', \
                 0, {count}, '2020-01-01', '2099-01-01', 7, 'open', '2020-01-01') RETURNING id) \
             INSERT INTO vouchers (community_id, id, offer_id, resident_id, code, state, price_points, taken_at, \
                 expires_at) \
             SELECT '{community}', gen_random_uuid(), offer.id, '{resident}', code, 'held', 0, \
                 now() - interval '30 days', now() - interval '{hours} hours' \
             FROM offer, unnest(ARRAY[{codes}]) code; ",
            codes = codes.join(", ")
        )
    };
    database.run(&(insert("先到期", 0..200, 9) + &insert("后到期", 200..250, 3))).await;
}

/// Orders of two rewards whose time is over, those of the second reward later: for two batches.
async fn orders_that_are_over(database: &Database) {
    let [community, staff] = [1, 22].map(|number| stage::id(stage::A, number));
    let owners = [44, 47, 48, 49].map(|number| format!("'{}'", stage::id(stage::A, number))).join(", ");
    let insert = |name: &str, numbers: Range<u64>, hours: u32| {
        let count = numbers.clone().count();
        let codes: Vec<String> = numbers.map(|number| format!("'{}'", Code::from_random(number))).collect();
        format!(
            "DO $do$ DECLARE c uuid := '{community}'; r uuid := gen_random_uuid(); BEGIN \
             INSERT INTO rewards VALUES (c, r, '{name}', '', 'all', 1, {count}, {count}, 'on_shelf', '2020-01-01'); \
             INSERT INTO reward_prices VALUES (c, r, r, 1, '2020-01-01', NULL); \
             INSERT INTO stock_movements VALUES \
                 (c, gen_random_uuid(), r, 'bought', {count}, '', NULL, '{staff}', '2020-01-01'); \
             INSERT INTO orders SELECT c, gen_random_uuid(), (ARRAY[{owners}]::uuid[])[1 + place % 4], code, 'held', 1, \
                 '{staff}', true, now() - interval '30 days', NULL, NULL, now() - interval '{hours} hours' \
             FROM unnest(ARRAY[{codes}]) WITH ORDINALITY AS o (code, place); \
             INSERT INTO order_lines SELECT c, id, r, 1, 1 FROM orders WHERE code IN ({codes}); \
             PERFORM place_holds(c, now(), jsonb_agg(jsonb_build_object('id', gen_random_uuid(), 'owner', resident_id, \
                 'amount', 1, 'parts', '{{\"2099-12-31\": 1}}'::jsonb, 'cause_kind', 'order', 'cause_id', id))) \
             FROM orders WHERE code IN ({codes}); END $do$; ",
            codes = codes.join(", ")
        )
    };
    database.run(&(insert("先到期", 0..200, 9) + &insert("后到期", 200..250, 3))).await;
}

/// Starts the program, and kills it as soon as it waits for this lock: what it had done by then is done.
async fn killed_at(database: &Database, lock: &str) {
    let mut holder = database.connect().await;
    holder.batch_execute(&format!("BEGIN; {lock}")).await.unwrap();
    let url = database.url.clone();
    let server = spawn_blocking(move || Server::with_database(&url)).await.unwrap();
    database.somebody_waits().await;
    let well = spawn_blocking(move || server.stop("KILL")).await.unwrap();
    assert!(!well, "it was killed");
    drop(holder);
}

/// Lets two programs go on at once until nothing is due; both end well.
async fn two_go_on(database: &Database, due: &str) {
    let starting = [(); 2].map(|()| {
        let url = database.url.clone();
        spawn_blocking(move || Server::with_database(&url))
    });
    let servers = futures::future::join_all(starting).await;
    database.run(&format!("DO $$ BEGIN WHILE EXISTS ({due}) LOOP END LOOP; END $$")).await;
    for server in servers {
        assert!(spawn_blocking(move || server.unwrap().stop("TERM")).await.unwrap());
    }
    let url = database.url.clone();
    let verify = move || run(linli().args(["ledger", "verify"]).env("DATABASE_URL", url));
    let output = spawn_blocking(verify).await.unwrap();
    assert_eq!(String::from_utf8(output.stdout).unwrap(), "drift: 0\n");
}

#[tokio::test]
async fn points_lapse_once_though_the_first_run_is_killed_half_way() {
    let database = Database::staged().await;
    points_that_lapsed(&database).await;
    // Batches go in the order of the accounts.
    let last = "SELECT FROM accounts WHERE id = (SELECT account_id FROM lots ORDER BY lapses_on <> '2020-12-31', \
                account_id DESC LIMIT 1) FOR NO KEY UPDATE";
    killed_at(&database, last).await;
    assert_eq!(database.number(EXPIRED).await, 3_000);
    two_go_on(&database, DUE).await;
    assert_eq!(database.number(EXPIRED).await, RESIDENTS);
    let once = "SELECT count(DISTINCT debit_account_id) FROM transfers WHERE code = 'expire' AND amount = 5";
    assert_eq!(database.number(once).await, RESIDENTS);
}

#[tokio::test]
async fn vouchers_expire_once_though_the_first_run_is_killed_half_way() {
    let database = Database::staged().await;
    vouchers_that_are_over(&database).await;
    // Batches go in the order of time.
    killed_at(&database, "SELECT FROM offers WHERE title = '后到期' FOR NO KEY UPDATE").await;
    let expired = "SELECT count(*) FROM vouchers WHERE state = 'expired'";
    assert_eq!(database.number(expired).await, 200);
    two_go_on(&database, "SELECT FROM vouchers WHERE state = 'held' AND expires_at < now()").await;
    assert_eq!(database.number(expired).await, 250);
    let lines = "SELECT count(DISTINCT subject_id) * 1000 + count(*) FROM audit_entries WHERE action = 'voucher.expire'";
    assert_eq!(database.number(lines).await, 250_250, "one line for each");
    assert_eq!(database.number("SELECT sum(taken)::bigint FROM offers WHERE title LIKE '%到期'").await, 0);
}

#[tokio::test]
async fn orders_expire_once_though_the_first_run_is_killed_half_way() {
    let database = Database::staged().await;
    orders_that_are_over(&database).await;
    // Batches go in the order of time.
    killed_at(&database, "SELECT FROM rewards WHERE name = '后到期' FOR NO KEY UPDATE").await;
    let expired = "SELECT count(*) FROM orders WHERE state = 'expired'";
    assert_eq!(database.number(expired).await, 200);
    two_go_on(&database, "SELECT FROM orders WHERE state = 'held' AND expires_at < now()").await;
    assert_eq!(database.number(expired).await, 250);
    let lines = "SELECT count(DISTINCT subject_id) * 1000 + count(*) FROM audit_entries WHERE action = 'order.expire'";
    assert_eq!(database.number(lines).await, 250_250, "one line for each");
    let still = "SELECT sum(reserved)::bigint FROM rewards WHERE name LIKE '%到期'";
    assert_eq!(database.number(still).await, 0);
}
