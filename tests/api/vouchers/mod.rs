//! Vouchers.

mod cancel;
mod create;
mod expire;
mod list;
mod look_up;
mod race;
mod races;

pub use race::{unlocked, winners};

use diesel_async::SimpleAsyncConnection;
use linli_domain::ids::{CommunityId, ResidentId};
use linli_tests::TestApp;
use serde_json::{Value, json};
use uuid::Uuid;

/// A voucher of this offer, taken by resident 47.
pub async fn taken(app: &TestApp, offer: Uuid) -> Value {
    app.a.resident.post(&format!("/offers/{offer}/vouchers"), json!({})).await.created()
}

/// What resident number `resident` has: all points, and those of them that are held.
pub async fn wallet(app: &TestApp, resident: u32) -> (i64, i64) {
    let mut connection = app.database.connect().await;
    let (community, of) = (CommunityId::new(app.a.id(1)), ResidentId::new(app.a.id(resident)));
    let found = linli_db::ledger::find_wallet(&mut connection, community, of).await.unwrap().unwrap();
    (found.posted.get(), found.held.get())
}

/// What no operation does: puts something into the data base as it would be years later, or elsewhere.
pub async fn run_sql(app: &TestApp, statement: &str) {
    app.database.connect().await.batch_execute(statement).await.unwrap();
}
