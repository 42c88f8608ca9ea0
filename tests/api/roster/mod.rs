//! Rosters.

mod many;
mod race;
mod replace;
mod settle;

use linli_tests::{Actor, Answer, TestApp, id_of};
use serde_json::{Value, json};
use uuid::Uuid;

use crate::activities::{running, shift_id, step};

fn path(activity: &Value) -> String {
    format!("/activities/{}/roster", id_of(activity))
}

/// Records who came.
async fn record(who: &Actor, activity: &Value, attendances: Value) -> Answer {
    who.put(&path(activity), json!({"attendances": attendances})).await
}

/// Somebody in the first shift, for so many minutes.
fn came(activity: &Value, resident: Uuid, minutes: i64) -> Value {
    json!({"shift_id": shift_id(activity, 0), "resident_id": resident, "minutes": minutes})
}

/// An activity that is over, with residents 47 and 48 in its roster for an hour each.
async fn closed(app: &TestApp) -> Value {
    let activity = running(app, json!({})).await;
    let roster = json!([came(&activity, app.a.id(47), 60), came(&activity, app.a.id(48), 60)]);
    record(&app.a.leader, &activity, roster).await.ok();
    step(app, &activity, "close").await.ok()
}

/// What is in a resident's wallet.
async fn wallet(app: &TestApp, resident: Uuid) -> i64 {
    app.wallet_of(resident).await.0
}
