//! Orders.

mod cancel;
mod create;
mod expire;
mod get;
mod limits;
mod list;
mod pick_up;
mod races;
mod ready;
mod service_races;
mod services;
mod substitute;

use linli_db::{audit, ledger};
use linli_domain::ids::CommunityId;
use linli_tests::{Answer, TestApp, id_of};
use serde_json::{Value, json};
use uuid::Uuid;

fn lines(of: &[(Uuid, i64)]) -> Value {
    of.iter().map(|(reward, quantity)| json!({"reward_id": reward, "quantity": quantity})).collect()
}

/// An order that the resident 47 places.
pub async fn ordered(app: &TestApp, of: &[(Uuid, i64)]) -> Uuid {
    id_of(&app.a.resident.post("/orders", json!({"lines": lines(of)})).await.created())
}

/// The desk orders a service in the place of resident number `resident`.
pub async fn book(app: &TestApp, service: Uuid, (slot, resident): (Uuid, u32)) -> Answer {
    let line = json!({"reward_id": service, "quantity": 1, "slot_id": slot});
    app.a.staff.post("/orders", json!({"lines": [line], "resident_id": app.a.id(resident)})).await
}

/// What the desk does to an order: `ready`, `pick-up` or `cancel`.
pub async fn step(app: &TestApp, order: Uuid, step: &str) -> Answer {
    app.a.staff.post(&format!("/orders/{order}/{step}"), json!({})).await
}

/// What a resident of community A has and what of it is held.
async fn wallet(app: &TestApp, resident: u32) -> (i64, i64) {
    app.wallet(resident).await
}

/// The transfers that an order caused.
async fn transfers(app: &TestApp, order: Uuid) -> Vec<ledger::Transfer> {
    let filter = ledger::TransferFilter { cause: Some(order), ..ledger::TransferFilter::default() };
    let slice = linli_db::Slice { after: None, limit: 50 };
    let mut connection = app.database.connect().await;
    let community = CommunityId::new(app.a.id(1));
    ledger::transfers(&mut connection, community, &filter, &slice).await.unwrap().items
}

/// The newest line of the audit log about an order.
async fn audited(app: &TestApp, order: Uuid) -> audit::Entry {
    let slice = linli_db::Slice { after: None, limit: 1 };
    let mut connection = app.database.connect().await;
    let community = CommunityId::new(app.a.id(1));
    let of = audit::Filter { subject: Some(order), ..audit::Filter::default() };
    let page = audit::list(&mut connection, community, &of, &slice).await.unwrap();
    page.items.into_iter().next().expect("a line").entry
}
