//! The job that removes photos which nobody has attached to anything.

use chrono::Duration;
use futures::future::join_all;
use linli_api::jobs::remove_photos;
use linli_tests::samples::picture;
use linli_tests::{TestApp, id_of};
use serde_json::json;
use uuid::Uuid;

use super::{folder, pictures};

/// A photo that is attached to a claim, and eight that are not.
async fn nine(app: &TestApp) -> Uuid {
    let mut attached = Uuid::nil();
    for number in 0..9 {
        let photo = app.a.resident.upload("/photos", picture(8, 8)).await.created();
        if number == 0 {
            let deed = json!({"rule_code": "MEET", "began_at": "2026-11-24T01:00:00Z", "description": "参加议事会",
                              "photos": [id_of(&photo)]});
            app.a.resident.post("/claims", json!({"deed": deed})).await.created();
            attached = id_of(&photo);
        }
    }
    attached
}

async fn photos(app: &TestApp) -> i64 {
    app.database.number("SELECT count(*) FROM photos").await
}

#[tokio::test]
async fn photos_that_were_never_attached_go_after_a_day() {
    let app = TestApp::start().await;
    nine(&app).await;
    app.clock.put_forward(Duration::hours(23));
    assert_eq!(remove_photos(&app.app).await, 0);
    app.clock.put_forward(Duration::hours(2));
    assert_eq!(remove_photos(&app.app).await, 8);
    assert_eq!((photos(&app).await, pictures(&app), remove_photos(&app.app).await), (1, 2, 0));
}

#[tokio::test]
async fn eight_who_do_it_at_once_remove_each_once() {
    let app = TestApp::start().await;
    nine(&app).await;
    app.clock.put_forward(Duration::hours(25));
    let runs = join_all((0..8).map(|_| remove_photos(&app.app))).await;
    assert_eq!(runs.iter().sum::<usize>(), 8);
    assert_eq!((photos(&app).await, pictures(&app)), (1, 2));
}

#[tokio::test]
async fn what_broke_off_is_done_by_the_next_run() {
    let app = TestApp::start().await;
    let attached = nine(&app).await;
    app.clock.put_forward(Duration::hours(25));
    // One upload breaks off after its pictures are stored; one run after the pictures are gone.
    app.database.run("ALTER TABLE audit_entries RENAME TO kept").await;
    assert!(app.a.resident.upload("/photos", picture(8, 8)).await.status >= 500);
    app.database.run("ALTER TABLE kept RENAME TO audit_entries").await;
    let first = "(SELECT id FROM photos WHERE claim_id IS NULL ORDER BY id LIMIT 1)";
    app.database.run(&format!("UPDATE photos SET stored_at = NULL WHERE id = {first}")).await;
    for file in std::fs::read_dir(folder(&app)).unwrap().take(3) {
        let file = file.unwrap().path();
        if !file.to_str().unwrap().contains(&attached.to_string()) {
            std::fs::remove_file(file).unwrap();
        }
    }
    app.clock.put_forward(Duration::hours(25));
    assert_eq!(remove_photos(&app.app).await, 9);
    assert_eq!((photos(&app).await, pictures(&app)), (1, 2));
}
