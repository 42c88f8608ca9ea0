//! Absences that are counted at the same time.

use linli_tests::TestApp;
use linli_tests::race::{CONTENDERS, race, unlocked, wallet};
use serde_json::Value;

use super::{absent, mark, missed_by};

#[tokio::test]
async fn of_eight_absences_marked_at_once_two_are_a_notice() {
    let app = TestApp::start().await;
    let mut activities = Vec::new();
    for _ in 0..CONTENDERS {
        activities.push(missed_by(&app, 48).await);
    }
    let marking = activities.iter().map(|activity| mark(&app.a.leader, activity));
    let mut steps: Vec<Value> = Vec::new();
    for answer in race(&app, &wallet(app.a.id(48)), marking).await {
        steps.push(answer.ok()["items"][0]["step"].clone());
    }
    assert_eq!(steps.iter().filter(|step| **step == "notice").count(), 2, "{steps:?}");
    assert_eq!(app.wallet(48).await.0, 94);
    assert_eq!(app.drift(&app.a).await, []);
}

#[tokio::test]
async fn without_the_lock_all_eight_would_be_the_second() {
    let app = TestApp::start().await;
    absent(&app, 1).await;
    let who = app.a.id(48);
    let read = format!("SELECT count(*) < 2 AS allowed FROM no_shows WHERE resident_id = '{who}'");
    let write = "SELECT 1".to_owned();
    unlocked(&app, &read, |_| write.clone()).await.caught_by_nothing();
}
