//! How long it takes until everything has lapsed in the demonstration community: 15,000 residents with a year of history, all of
//! them with points, on a PostgreSQL that lasts (fsync on). Prints seconds; asserts only that all of it lapsed, once.
//!
//! `cargo bench -p linli-tests --bench expiry`

use std::time::Instant;

use chrono::Duration;
use diesel_async::{AsyncConnection, SimpleAsyncConnection};
use linli_api::auth::{Keys, Throttle};
use linli_api::clock::Clock;
use linli_api::photos::PhotoStore;
use linli_api::{App, demo, jobs};
use linli_db::cluster::{Cluster, Settings};
use linli_db::{Connection, migrations};
use linli_tests::number;
use linli_tests::program::Folder;

/// A point for everybody, which lapses as the rule book has it for today.
const POINTS_FOR_ALL: &str = "SELECT post_transfers(c.id, now(), (SELECT jsonb_agg(jsonb_build_object( \
        'id', gen_random_uuid(), 'code', 'adjust', 'debit_kind', 'adjusted', 'debit_owner', c.id, \
        'credit_kind', 'wallet', 'credit_owner', a.owner_id, 'amount', 10, \
        'parts', jsonb_build_object(to_char(now() + interval '1 year', 'YYYY-12-31'), 10), \
        'cause_kind', 'resident', 'cause_id', a.owner_id, \
        'explanation', '{\"kind\": \"adjustment\", \"reason\": \"春节慰问\"}'::jsonb)) \
     FROM accounts a WHERE a.community_id = c.id AND a.kind = 'wallet')) FROM communities c";
const LOTS: &str = "SELECT count(*) FROM lots WHERE posted > held";
const WALLETS: &str = "SELECT count(DISTINCT account_id) FROM lots WHERE posted > held";
const EXPIRED: &str = "SELECT count(*) FROM transfers WHERE code = 'expire'";

fn main() {
    let folder = Folder::new();
    let cluster = Cluster::start(&Settings::new(folder.path().join("data"))).expect("a PostgreSQL");
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build().expect("a runtime");
    runtime
        .block_on(migrations::create_database(&cluster.connection("postgres"), "linli"))
        .expect("a data base");
    let url = cluster.connection("linli");
    migrations::run(&url).expect("migrations");
    runtime.block_on(measure(&url, &folder));
    cluster.stop().expect("stopped");
}

async fn measure(url: &str, folder: &Folder) {
    let clock = Clock::default();
    let pool = linli_db::connect(url, 4).expect("a pool");
    let app = App {
        pool,
        clock: clock.clone(),
        keys: Keys::fresh().expect("a key").into(),
        photos: PhotoStore::in_folder(folder.path()).expect("a folder"),
        throttle: Throttle::default(),
        secure_cookies: false,
        behind_proxy: false,
    };
    let mut connection = app.pool.get().await.expect("a connection");
    let began = Instant::now();
    demo::ensure(&mut connection, &app.photos, clock.now(), demo::YEAR).await.expect("the demonstration");
    println!("the demonstration's year: {:.1} s", began.elapsed().as_secs_f64());
    let mut plain = Connection::establish(url).await.expect("a connection");
    plain.batch_execute(POINTS_FOR_ALL).await.expect("points for all");
    clock.put_forward(Duration::days(800));
    // What is held lapses once it is free again.
    let vouchers = jobs::expire_vouchers(&app).await;
    let orders = jobs::expire_orders(&app).await;
    let (lots, wallets) = (number(&mut plain, LOTS).await, number(&mut plain, WALLETS).await);
    let before = number(&mut plain, EXPIRED).await;
    let began = Instant::now();
    let (one, other) = tokio::join!(jobs::expire_points(&app), jobs::expire_points(&app));
    println!(
        "{lots} lots of {wallets} residents lapsed in {:.1} s (two at once: {one} and {other}; before that {vouchers} vouchers \
         and {orders} orders)",
        began.elapsed().as_secs_f64()
    );
    assert_eq!(number(&mut plain, EXPIRED).await - before, lots, "each lot lapses once");
    assert_eq!(number(&mut plain, LOTS).await, 0, "all of them lapse");
}
