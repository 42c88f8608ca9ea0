//! Sign-ups.

mod create;
mod list;
mod race;
mod waiting;
mod withdraw;

use linli_tests::race::CONTENDERS;
use linli_tests::{Actor, Answer, TestApp, id_of};
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

/// Registers as many residents as there are contenders.
async fn contenders(app: &TestApp) -> Vec<Uuid> {
    let mut all = Vec::new();
    for number in 0..CONTENDERS {
        let body = json!({"name": format!("居民{number}"), "household_id": app.a.id(12)});
        all.push(id_of(&app.a.staff.post("/residents", body).await.created()));
    }
    all
}
