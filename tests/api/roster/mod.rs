//! Rosters.

mod limits;
mod limits_race;
mod many;
mod race;
mod replace;
mod settle;

pub use limits::{judged_by, morning};
use linli_tests::{Actor, Answer, TestApp, id_of};
use serde_json::{Value, json};
use uuid::Uuid;

use crate::activities::{running, shift_id, step};

fn path(activity: &Value) -> String {
    format!("/activities/{}/roster", id_of(activity))
}

/// Records who came to the first shift.
async fn record(who: &Actor, activity: &Value, attendances: Value) -> Answer {
    record_in(who, shift_id(activity, 0), attendances).await
}

/// Records who came to a shift.
async fn record_in(who: &Actor, shift: Uuid, attendances: Value) -> Answer {
    who.put(&format!("/shifts/{shift}/roster"), json!({"attendances": attendances})).await
}

/// Somebody who was there for so many minutes.
pub fn came(resident: Uuid, minutes: i64) -> Value {
    json!({"resident_id": resident, "minutes": minutes})
}

/// An activity that is over, with residents 47 and 48 in its roster for an hour each.
async fn closed(app: &TestApp) -> Value {
    let activity = running(app, json!({})).await;
    let roster = json!([came(app.a.id(47), 60), came(app.a.id(48), 60)]);
    record(&app.a.leader, &activity, roster).await.ok();
    close(app, &activity).await
}

/// Closes an activity once its last shift, some hours from now at most, is over.
async fn close(app: &TestApp, activity: &Value) -> Value {
    app.clock.put_forward(chrono::Duration::hours(2));
    step(app, activity, "close").await.ok()
}

/// What is in a resident's wallet.
async fn wallet(app: &TestApp, resident: Uuid) -> i64 {
    app.wallet_of(resident).await.0
}
