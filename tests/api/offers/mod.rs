//! Offers.

mod change;
mod conditions;
mod create;
mod delete;
mod list;
mod open_close;

use chrono::Duration;
use linli_tests::{TestApp, id_of};
use serde_json::{Value, json};
use uuid::Uuid;

/// An offer of partner 71 to be drafted: ¥60 → −¥20 for 15 points, with these fields in place of the usual ones.
pub fn new_offer(app: &TestApp, fields: &Value) -> Value {
    let now = app.clock.now();
    let mut offer = json!({
        "partner_id": app.a.id(71),
        "title": "满60减20",
        "terms": {"kind": "spend_and_save", "min_spend_fen": 6000, "save_fen": 2000},
        "price_points": 15,
        "valid_from": now - Duration::days(1),
        "valid_to": now + Duration::days(30),
        "voucher_days": 7,
    });
    offer.as_object_mut().unwrap().extend(fields.as_object().unwrap().clone());
    offer
}

/// A draft with these fields.
pub async fn draft_offer(app: &TestApp, fields: Value) -> Uuid {
    id_of(&app.a.staff.post("/offers", new_offer(app, &fields)).await.created())
}

/// An open offer with these fields.
pub async fn open_offer(app: &TestApp, fields: Value) -> Uuid {
    let id = draft_offer(app, fields).await;
    app.a.staff.post(&format!("/offers/{id}/open"), json!({})).await.ok();
    id
}
