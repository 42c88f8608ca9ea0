//! The demonstration community from the command line.

use linli_tests::Database;
use linli_tests::program::{linli, run};

const TABLES: [&str; 11] = [
    "communities",
    "residents",
    "users",
    "teams",
    "activities",
    "transfers",
    "offers",
    "vouchers",
    "orders",
    "audit_entries",
    "sessions",
];

async fn rows(database: &Database) -> Vec<i64> {
    let mut counts = Vec::new();
    for table in TABLES {
        counts.push(database.number(&format!("SELECT count(*) FROM {table}")).await);
    }
    counts
}

async fn demo(database: &Database) -> String {
    let url = database.url.clone();
    let output = tokio::task::spawn_blocking(move || {
        run(linli().args(["demo", "--days", "20"]).env("DATABASE_URL", url))
    });
    let output = output.await.unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

#[tokio::test]
async fn loading_the_demonstration_community_again_changes_nothing() {
    let database = Database::empty().await;
    let (said, loaded) = (demo(&database).await, rows(&database).await);
    assert!(said.contains("community_administrator"), "{said}");
    assert_eq!(loaded[1], 15_000);
    assert!(said.contains("residents                                 15000\n"), "{said}");
    assert_eq!((demo(&database).await, rows(&database).await), (said, loaded));
}
