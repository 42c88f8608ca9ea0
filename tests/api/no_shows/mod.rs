//! No-shows: marks, deductions, appeals.

mod appeal;
mod appeals;
mod constraints;
mod mark;
mod race;

use chrono::Duration;
use linli_tests::{Actor, Answer, TestApp, id_of};
use serde_json::{Value, json};
use uuid::Uuid;

use crate::activities::{recruiting, shift, shift_id, step};
use crate::signups::sign_up;

/// A settled activity to which resident 47 came, and resident 48 did not, who had signed up.
async fn missed_by(app: &TestApp, resident: u32) -> Value {
    let activity = recruiting(app, json!({"shifts": [shift(app, 60, 60, 9)]})).await;
    let place = shift_id(&activity, 0);
    sign_up(&app.a.staff, place, Some(app.a.id(resident))).await.created();
    settled(app, activity, place).await
}

/// The activity carried out with resident 47 in its roster, and settled.
async fn settled(app: &TestApp, activity: Value, place: Uuid) -> Value {
    step(app, &activity, "start").await.ok();
    app.clock.put_forward(Duration::minutes(121));
    let roster = json!({"attendances": [{"resident_id": app.a.id(47), "minutes": 30}]});
    app.a.leader.put(&format!("/shifts/{place}/roster"), roster).await.ok();
    step(app, &activity, "close").await.ok();
    step(app, &activity, "settle").await.ok();
    activity
}

async fn mark(who: &Actor, activity: &Value) -> Answer {
    who.post(&format!("/activities/{}/no-shows", id_of(activity)), json!({})).await
}

/// Resident 48 is absent so often; answers the last mark.
async fn absent(app: &TestApp, times: usize) -> Value {
    let mut last = Value::Null;
    for _ in 0..times {
        let activity = missed_by(app, 48).await;
        last = mark(&app.a.leader, &activity).await.ok()["items"][0].clone();
    }
    last
}

async fn marks_of(app: &TestApp, resident: u32) -> Vec<Value> {
    app.a.staff.get(&format!("/residents/{}/no-shows", app.a.id(resident))).await.items()
}
