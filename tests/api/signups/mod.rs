//! Sign-ups.

mod create;
mod list;
mod race;
mod withdraw;

use linli_tests::{Actor, Answer};
use serde_json::{Value, json};
use uuid::Uuid;

/// Signs up for a shift; the desk names the resident.
pub async fn sign_up(who: &Actor, shift: Uuid, resident: Option<Uuid>) -> Answer {
    let body = resident.map_or_else(|| json!({}), |resident| json!({"resident_id": resident}));
    who.post(&format!("/shifts/{shift}/signups"), body).await
}

/// How many places of the first shift are taken.
async fn taken(who: &Actor, activity: &Value) -> Value {
    let path = format!("/activities/{}", activity["id"].as_str().unwrap());
    who.get(&path).await.ok()["shifts"][0]["taken"].clone()
}
