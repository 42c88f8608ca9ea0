//! The job that recomputes everything once a night.

use chrono::{DateTime, Duration, Utc};
use linli_tests::TestApp;
use linli_tests::race::{CONTENDERS, race, row, unlocked};
use serde_json::json;

use super::{verifications, verify};

#[tokio::test]
async fn it_is_done_once_a_night_after_the_day_was_sealed() {
    let app = TestApp::start().await;
    assert_eq!((verify(&app).await, verify(&app).await), (2, 0));
    let two: DateTime<Utc> = "2026-11-25T18:00:00Z".parse().unwrap();
    app.clock.put_forward(two - Duration::seconds(1) - app.clock.now());
    assert_eq!(verify(&app).await, 0);
    app.clock.put_forward(Duration::seconds(1));
    assert_eq!((verify(&app).await, verify(&app).await), (2, 0));
    let nights: Vec<_> = verifications(&app).await.iter().map(|one| one["night"].clone()).collect();
    assert_eq!(nights, ["2026-11-26", "2026-11-25"]);
}

#[tokio::test]
async fn of_eight_processes_at_once_one_does_it() {
    let app = TestApp::start().await;
    let contenders = (0..CONTENDERS).map(|_| verify(&app));
    let done = race(&app, &row("communities", app.a.id(1)), contenders).await;
    assert_eq!((done.iter().sum::<usize>(), verifications(&app).await.len()), (2, 1));
}

#[tokio::test]
async fn without_the_lock_eight_would_do_it_and_the_unique_night_stops_them() {
    let app = TestApp::start().await;
    let community = app.a.id(1);
    let read =
        format!("SELECT count(*) = 0 AS allowed FROM verifications WHERE community_id = '{community}'");
    let write = |_| {
        format!(
            "INSERT INTO verifications VALUES ('{community}', gen_random_uuid(), now(), 9, 9, 0, '[]', '2026-11-25')"
        )
    };
    unlocked(&app, &read, write).await.caught_by("verifications_night_key", 1);
}

#[tokio::test]
async fn a_community_whose_figures_cannot_be_recomputed_does_not_hinder_the_others() {
    let app = TestApp::start().await;
    // What is no number cannot be added up.
    let broken = format!(
        "ALTER TABLE transfers DROP CONSTRAINT transfers_parts_check; ALTER TABLE transfers DISABLE TRIGGER transfers_append_only;
         UPDATE transfers SET parts = '{{\"2099-12-31\": \"viele\"}}' WHERE community_id = '{}'",
        app.a.id(1)
    );
    app.database.run(&broken).await;
    assert_eq!(verify(&app).await, 1);
    assert_eq!(verifications(&app).await.len(), 0);
    assert_eq!(app.b.staff.get("/verifications").await.items()[0]["drift"], json!(0));
}
