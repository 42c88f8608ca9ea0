//! Shifts: the code of the place, checking in and out.

mod checks;
mod code;
mod get;

use linli_tests::{Actor, Answer, TestApp};
use serde_json::{Value, json};
use uuid::Uuid;

use crate::activities::{recruiting, shift, shift_id};
use crate::signups::sign_up;

/// The code that is shown now.
async fn shown(app: &TestApp, shift: Uuid) -> Value {
    app.a.leader.get(&format!("/shifts/{shift}/code")).await.ok()
}

/// Checks in (`in`) or out (`out`).
pub async fn check(who: &Actor, way: &str, shift: Uuid, body: Value) -> Answer {
    who.post(&format!("/shifts/{shift}/check-{way}"), body).await
}

/// Checks the caller in or out with the code that is shown now.
async fn scan(app: &TestApp, way: &str, shift: Uuid) -> Answer {
    let token = shown(app, shift).await["token"].clone();
    check(&app.a.resident, way, shift, json!({"code": token})).await
}

/// The shift of two hours, an hour from now, for which residents 47 and 48 have signed up; and its activity.
pub async fn expected(app: &TestApp) -> (Uuid, Value) {
    let activity = recruiting(app, json!({"shifts": [shift(app, 60, 120, 9)]})).await;
    let place = shift_id(&activity, 0);
    sign_up(&app.a.resident, place, None).await.created();
    sign_up(&app.a.staff, place, Some(app.a.id(48))).await.created();
    (place, activity)
}
