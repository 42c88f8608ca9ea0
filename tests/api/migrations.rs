//! Programs that start at once on one data base.

use std::collections::BTreeSet;

use futures::future::join_all;
use linli_db::migrations;
use linli_tests::Database;

#[tokio::test]
async fn of_eight_that_start_at_once_one_migrates_and_all_go_on() {
    let database = Database::empty().await;
    let starters = (0..8).map(|_| {
        let url = database.url.clone();
        tokio::task::spawn_blocking(move || migrations::run(&url).map_err(|error| error.to_string()))
    });
    let ran: Vec<usize> = join_all(starters).await.into_iter().map(|ran| ran.unwrap().unwrap()).collect();
    assert_eq!(ran.iter().filter(|ran| **ran > 0).count(), 1, "{ran:?}");
    let url = database.url.clone();
    tokio::task::spawn_blocking(move || migrations::check(&url).unwrap()).await.unwrap();
}

#[tokio::test]
async fn of_eight_that_miss_a_data_base_one_creates_it_and_all_go_on() {
    let database = Database::empty().await;
    let name = format!("{}_made", database.url.rsplit(['/', '=']).next().unwrap());
    let made = join_all((0..8).map(|_| migrations::create_database(&database.url, &name))).await;
    let faults: BTreeSet<String> =
        made.into_iter().filter_map(|made| made.err().map(|error| error.to_string())).collect();
    assert!(faults.is_empty(), "{faults:?}");
}
