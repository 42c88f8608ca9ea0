//! Activities, and what the tests of sign-ups and rosters need of them.

mod by_time;
mod change;
mod create;
mod delete;
mod list;
mod repeat;
mod seen;
mod send_back;
mod steps;

use chrono::Duration;
use linli_db::rulebooks;
use linli_domain::ids::{CommunityId, Id};
use linli_domain::rulebooks::Version;
use linli_tests::{Answer, TestApp, id_of};
use serde_json::{Value, json};
use uuid::Uuid;

/// A shift that begins in some minutes by the clock of the application.
pub fn shift(app: &TestApp, begins_in: i64, minutes: i64, capacity: i64) -> Value {
    let starts_at = app.clock.now() + Duration::minutes(begins_in);
    json!({"starts_at": starts_at, "ends_at": starts_at + Duration::minutes(minutes), "capacity": capacity})
}

/// A proposal of team 53: two hours of cleaning, an hour from now, for two.
pub fn proposal(app: &TestApp) -> Value {
    json!({
        "team_id": app.a.id(53),
        "title": "周末大扫除",
        "description": "清洁楼道",
        "category": "environment",
        "beneficiary": "town_residents",
        "place": "1栋门口",
        "rule_code": "CLEAN",
        "recruit": "open",
        "shifts": [shift(app, 60, 120, 2)],
    })
}

/// The proposal with other values in some fields.
pub fn proposal_with(app: &TestApp, changes: Value) -> Value {
    let mut body = proposal(app);
    body.as_object_mut().unwrap().extend(changes.as_object().unwrap().clone());
    body
}

/// The leader of team 53 proposes.
pub async fn propose(app: &TestApp, changes: Value) -> Value {
    app.a.leader.post("/activities", proposal_with(app, changes)).await.created()
}

/// The social worker takes a step with an activity.
pub async fn step(app: &TestApp, activity: &Value, verb: &str) -> Answer {
    let reasoned = ["cancel", "send-back"].contains(&verb);
    let body = if reasoned { json!({"reason": "下雨改期"}) } else { json!({}) };
    app.a.social_worker.post(&format!("/activities/{}/{verb}", id_of(activity)), body).await
}

/// A proposal that was taken through these steps.
pub async fn activity(app: &TestApp, changes: Value, steps: &[&str]) -> Value {
    let mut activity = propose(app, changes).await;
    for verb in steps {
        activity = step(app, &activity, verb).await.ok();
    }
    activity
}

/// An activity that residents can sign up for.
pub async fn recruiting(app: &TestApp, changes: Value) -> Value {
    activity(app, changes, &["review", "recruit"]).await
}

/// An activity under way; its first shift has begun.
pub async fn running(app: &TestApp, changes: Value) -> Value {
    let activity = activity(app, changes, &["review", "recruit", "start"]).await;
    app.clock.put_forward(Duration::minutes(61));
    activity
}

/// The identifier of the shift at this place.
pub fn shift_id(activity: &Value, place: usize) -> Uuid {
    id_of(&activity["shifts"][place])
}

/// A second version of the rule book, in force from some moment on, that has the rule CLEAN only.
pub async fn next_rulebook(app: &TestApp, from: &str) {
    let (community, from) = (CommunityId::new(app.a.id(1)), from.parse().unwrap());
    let mut connection = app.database.connect().await;
    let mut next = rulebooks::in_force(&mut connection, community, from).await.unwrap().unwrap();
    next.book.rules.retain(|rule| rule.code == "CLEAN");
    let next = Version { id: Id::new(Uuid::now_v7()), number: 2, in_force_from: Some(from), ..next };
    assert!(rulebooks::insert(&mut connection, community, &next).await.unwrap());
}
