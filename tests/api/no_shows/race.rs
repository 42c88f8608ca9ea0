//! Absences that are counted at the same time.

use linli_tests::TestApp;
use linli_tests::race::{CONTENDERS, race, unlocked, wallet};
use serde_json::Value;

use super::{mark, marks_of, missed_by};
use crate::activities::shift_id;

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

/// No constraint knows the ladder: nothing but the wallet's lock makes one absence count for the next.
#[tokio::test]
async fn without_the_lock_all_eight_would_be_a_notice() {
    let app = TestApp::start().await;
    let mut shifts = Vec::new();
    for _ in 0..CONTENDERS {
        shifts.push(shift_id(&missed_by(&app, 48).await, 0));
    }
    let (community, who, leader) = (app.a.id(1), app.a.id(48), app.a.id(24));
    let read = format!("SELECT count(*) < 2 AS allowed FROM no_shows WHERE resident_id = '{who}'");
    let write = |contender: usize| {
        format!(
            "INSERT INTO no_shows (community_id, id, shift_id, resident_id, kind, step, marked_by, marked_at)
             VALUES ('{community}', gen_random_uuid(), '{}', '{who}', 'absent', 'notice', '{leader}', now())",
            shifts[contender],
        )
    };
    unlocked(&app, &read, write).await.caught_by_nothing();
    assert_eq!(marks_of(&app, 48).await.len(), CONTENDERS);
}
