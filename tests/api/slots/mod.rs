//! Slots.

mod attendees;
mod cancel;
mod change;
mod create;
mod list;
mod of_rewards;
mod races;
mod seats;

use chrono::{DateTime, Duration, Utc};
use linli_tests::{Answer, TestApp, id_of};
use serde_json::{Value, json};
use uuid::Uuid;

use crate::offers::open_offer;

/// An open offer that takes place in slots, with these fields.
pub async fn class(app: &TestApp, fields: Value) -> Uuid {
    open_offer(app, of_class(&fields)).await
}

/// The fields of an offer that takes place in slots.
fn of_class(fields: &Value) -> Value {
    let mut class = json!({
        "slot_early_minutes": 30, "terms": {"kind": "free_item", "item": "书法课一节"}, "price_points": 10,
    });
    class.as_object_mut().unwrap().extend(fields.as_object().unwrap().clone());
    class
}

/// When a slot begins that is so many hours ahead.
pub fn ahead(app: &TestApp, hours: i64) -> DateTime<Utc> {
    app.clock.now() + Duration::hours(hours)
}

/// A slot of two hours, so many hours ahead, for so many.
pub async fn slot(app: &TestApp, offer: Uuid, (hours, seats): (i64, i64)) -> Uuid {
    let starts_at = ahead(app, hours);
    let body = json!({"starts_at": starts_at, "ends_at": starts_at + Duration::hours(2), "seats": seats});
    let planned = app.a.manager.post(&format!("/offers/{offer}/slots"), body).await.created();
    id_of(&planned["items"][0])
}

/// A slot of two hours of a service, so many hours ahead, for so many.
pub async fn slot_of_service(app: &TestApp, service: Uuid, (hours, seats): (i64, i64)) -> Uuid {
    let starts_at = ahead(app, hours);
    let body = json!({"starts_at": starts_at, "ends_at": starts_at + Duration::hours(2), "seats": seats});
    let planned = app.a.staff.post(&format!("/rewards/{service}/slots"), body).await.created();
    id_of(&planned["items"][0])
}

/// Resident number `resident` takes a seat at the desk.
pub async fn take(app: &TestApp, offer: Uuid, (slot, resident): (Uuid, u32)) -> Answer {
    let body = json!({"slot_id": slot, "resident_id": app.a.id(resident)});
    app.a.staff.post(&format!("/offers/{offer}/vouchers"), body).await
}

/// How many seats of a slot are free.
pub async fn seats_left(app: &TestApp, offer: Uuid, slot: Uuid) -> i64 {
    let slots = app.a.resident.get(&format!("/offers/{offer}/slots")).await.items();
    let found = slots.iter().find(|one| id_of(one) == slot).expect("the slot");
    found["seats_left"].as_i64().unwrap()
}
