//! The job that seals days.

use chrono::{DateTime, Duration, Utc};
use diesel_async::SimpleAsyncConnection;
use futures::future::join;
use linli_tests::TestApp;
use linli_tests::race::{CONTENDERS, race, row, unlocked};

use super::{awarded_at, drift, seal, seals, sleep};

#[tokio::test]
async fn each_day_is_sealed_once_and_none_is_passed_over() {
    let app = TestApp::start().await;
    assert_eq!((seal(&app).await, seal(&app).await), (2, 0));
    app.clock.put_forward(Duration::days(10));
    assert_eq!((seal(&app).await, seal(&app).await), (20, 0));
    assert_eq!((seals(&app).await.len(), drift(&app).await), (11, Vec::new()));
}

#[tokio::test]
async fn a_day_waits_for_its_seal_until_it_has_been_over_for_an_hour() {
    let app = TestApp::start().await;
    seal(&app).await;
    let midnight: DateTime<Utc> = "2026-11-25T16:00:00Z".parse().unwrap();
    app.clock.put_forward(midnight + Duration::minutes(59) - app.clock.now());
    assert_eq!(seal(&app).await, 0);
    app.clock.put_forward(Duration::minutes(2));
    assert_eq!(seal(&app).await, 2);
}

#[tokio::test]
async fn of_eight_processes_at_once_one_seals_the_day() {
    let app = TestApp::start().await;
    let contenders = (0..CONTENDERS).map(|_| seal(&app));
    let sealed = race(&app, &row("communities", app.a.id(1)), contenders).await;
    assert_eq!((sealed.iter().sum::<usize>(), drift(&app).await), (2, Vec::new()));
}

#[tokio::test]
async fn without_the_lock_eight_would_seal_it_and_the_unique_day_stops_them() {
    let app = TestApp::start().await;
    let community = app.a.id(1);
    let read = format!("SELECT count(*) = 0 AS allowed FROM seals WHERE community_id = '{community}'");
    let write = |contender| {
        let hash = format!("sha256('{contender}')");
        format!(
            "INSERT INTO seals VALUES ('{community}', gen_random_uuid(), '2026-11-24', 4, {hash}, '', {hash}, now())"
        )
    };
    unlocked(&app, &read, write).await.caught_by("seals_day_key", 1);
}

#[tokio::test]
async fn what_is_killed_half_way_leaves_nothing_and_the_next_run_does_it() {
    let app = TestApp::start().await;
    let mut holder = app.database.connect().await;
    holder.batch_execute("BEGIN; LOCK TABLE seals IN SHARE MODE").await.unwrap();
    // The leaves are written by the time it waits for the seals.
    let kill = async {
        app.database.somebody_waits().await;
        let waiting = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity
            WHERE wait_event_type = 'Lock' AND datname = current_database()";
        app.database.run(waiting).await;
        holder.batch_execute("COMMIT").await.unwrap();
    };
    let (sealed, ()) = join(seal(&app), kill).await;
    assert_eq!((sealed, seals(&app).await.len()), (1, 0), "the other community's");
    let of_a = format!("SELECT count(*) FROM sealed_transfers WHERE community_id = '{}'", app.a.id(1));
    assert_eq!(app.database.number(&of_a).await, 0);
    assert_eq!((seal(&app).await, app.database.number(&of_a).await), (1, 4));
    assert_eq!(drift(&app).await, []);
}

#[tokio::test]
async fn a_late_commit_is_named_until_the_next_seal_covers_it() {
    let app = TestApp::start().await;
    seal(&app).await;
    let late = awarded_at(&app, app.clock.now() - Duration::days(1)).await;
    assert_eq!(drift(&app).await, [("transfer.inserted".to_owned(), late.id.uuid())]);
    sleep(&app);
    seal(&app).await;
    assert_eq!((&seals(&app).await[0]["transfers"], drift(&app).await), (&1.into(), Vec::new()));
}

#[tokio::test]
async fn what_turns_up_long_after_its_day_is_named_for_ever() {
    let app = TestApp::start().await;
    seal(&app).await;
    let inserted = awarded_at(&app, app.clock.now() - Duration::days(3)).await;
    for _ in 0..3 {
        sleep(&app);
        seal(&app).await;
        assert_eq!(drift(&app).await, [("transfer.inserted".to_owned(), inserted.id.uuid())]);
    }
}

#[tokio::test]
async fn seals_and_leaves_are_neither_changed_nor_deleted() {
    let app = TestApp::start().await;
    seal(&app).await;
    let mut connection = app.database.connect().await;
    for table in ["seals", "sealed_transfers"] {
        for change in ["UPDATE * SET community_id = community_id", "DELETE FROM *", "TRUNCATE *"] {
            let refused = connection.batch_execute(&change.replace('*', table)).await.unwrap_err();
            assert!(refused.to_string().contains("append-only"), "{refused}");
        }
    }
}
