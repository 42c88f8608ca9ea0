//! Rosters settled at the same time.

use chrono::{DateTime, Duration, Utc};
use linli_tests::race::{CONTENDERS, one_wins, race, row, unlocked, wallet};
use linli_tests::{Answer, TestApp, id_of};
use serde_json::{Value, json};

use super::{came, close, closed, record};
use crate::activities::{activity, running, shift, shift_id, step};

#[tokio::test]
async fn of_eight_who_settle_a_roster_one_does() {
    let app = TestApp::start().await;
    let activity = closed(&app).await;
    let contenders = (0..CONTENDERS).map(|_| step(&app, &activity, "settle"));
    one_wins(race(&app, &row("activities", id_of(&activity)), contenders).await, "wrong-state");
    assert_eq!(app.wallet(47).await, (102, 0));
    assert_eq!(app.drift(&app.a).await, []);
}

/// Eight activities of one day, one after the other, each with three hours of the same resident: six points, which is the cap
/// of the day.
async fn eight_activities(app: &TestApp) -> Vec<Value> {
    let midnight: DateTime<Utc> = "2026-03-01T16:00:00Z".parse().unwrap();
    let mut all = Vec::new();
    for number in (0..).take(CONTENDERS) {
        let starts_at = midnight + Duration::hours(3 * number);
        let shifts =
            json!([{"starts_at": starts_at, "ends_at": starts_at + Duration::hours(3), "capacity": 5}]);
        let activity = running(app, json!({"shifts": shifts})).await;
        record(&app.a.leader, &activity, json!([came(app.a.id(47), 180)])).await.ok();
        all.push(close(app, &activity).await);
    }
    all
}

#[tokio::test]
async fn eight_rosters_at_once_do_not_exceed_the_cap_of_one_resident() {
    let app = TestApp::start().await;
    let activities = eight_activities(&app).await;
    let contenders = activities.iter().map(|activity| step(&app, activity, "settle"));
    let answers = race(&app, &wallet(app.a.id(47)), contenders).await;
    let mut points: Vec<i64> =
        answers.into_iter().map(|answer| answer.ok()["total_points"].as_i64().unwrap()).collect();
    points.sort_unstable();
    assert_eq!(points, [0, 0, 0, 0, 0, 0, 0, 6]);
    assert_eq!(app.wallet(47).await, (106, 0));
    assert_eq!(app.drift(&app.a).await, []);
}

/// Eight activities at the same time, under way.
async fn at_once(app: &TestApp) -> Vec<Value> {
    let shifts = json!([shift(app, 60, 60, 5)]);
    let mut all = Vec::new();
    for _ in 0..CONTENDERS {
        all.push(activity(app, json!({"shifts": shifts}), &["review", "recruit", "start"]).await);
    }
    app.clock.put_forward(Duration::minutes(61));
    all
}

#[tokio::test]
async fn of_eight_rosters_at_the_same_hour_one_takes_a_resident() {
    let app = TestApp::start().await;
    let activities = at_once(&app).await;
    let came = json!([came(app.a.id(47), 60)]);
    let contenders = activities.iter().map(|activity| record(&app.a.leader, activity, came.clone()));
    let answers = race(&app, &row("residents", app.a.id(47)), contenders).await;
    let (recorded, refused): (Vec<Answer>, Vec<Answer>) =
        answers.into_iter().partition(|answer| answer.status == 200);
    assert_eq!(recorded.len(), 1);
    for answer in refused {
        answer.faulty("attendances[0].resident_id");
    }
}

/// No constraint knows which shifts overlap: nothing but the resident's lock keeps two rosters from taking the same hour.
#[tokio::test]
async fn without_the_lock_all_eight_rosters_would_take_a_resident() {
    let app = TestApp::start().await;
    let activities = at_once(&app).await;
    let (community, who, leader) = (app.a.id(1), app.a.id(47), app.a.id(24));
    let read = format!("SELECT count(*) = 0 AS allowed FROM attendances WHERE resident_id = '{who}'");
    let write = |contender: usize| {
        format!(
            "INSERT INTO attendances (community_id, id, shift_id, resident_id, minutes, recorded_at, recorded_by)
             VALUES ('{community}', gen_random_uuid(), '{}', '{who}', 60, now(), '{leader}')",
            shift_id(&activities[contender], 0),
        )
    };
    unlocked(&app, &read, write).await.caught_by_nothing();
}

/// No constraint knows the caps: nothing but the wallet's lock keeps them.
#[tokio::test]
async fn without_the_lock_all_eight_would_use_what_the_cap_has_left() {
    let app = TestApp::start().await;
    let (community, resident) = (app.a.id(1), app.a.id(47));
    let read = "SELECT coalesce(sum(amount), 0) <= 0 AS allowed FROM transfers WHERE code = 'earn'";
    let award = format!(
        "SELECT post_transfers('{community}', now(), jsonb_build_array(jsonb_build_object('id', gen_random_uuid(),
         'code', 'earn', 'debit_kind', 'issued', 'debit_owner', '{community}', 'credit_kind', 'wallet',
         'credit_owner', '{resident}', 'amount', 6, 'parts', '{{\"2099-12-31\": 6}}'::jsonb, 'cause_kind', 'attendance', 'cause_id', gen_random_uuid(),
         'rulebook_id', '{}', 'rule_code', 'CLEAN', 'deed_on', '2026-03-02', 'explanation', '{{}}'::jsonb)))",
        app.a.id(60)
    );
    unlocked(&app, read, |_| award.clone()).await.caught_by_nothing();
    assert_eq!(app.wallet(47).await, (148, 0));
}
