//! Vouchers.

mod cancel;
mod conditions;
mod create;
mod deactivate;
mod expire;
mod list;
mod look_up;
mod of_offer;
mod races;
mod token;

use linli_tests::TestApp;
use serde_json::{Value, json};
use uuid::Uuid;

/// A voucher of this offer, taken by resident 47.
pub async fn taken(app: &TestApp, offer: Uuid) -> Value {
    app.a.resident.post(&format!("/offers/{offer}/vouchers"), json!({})).await.created()
}

/// What resident number `resident` has: all points, and those of them that are held.
pub async fn wallet(app: &TestApp, resident: u32) -> (i64, i64) {
    app.wallet(resident).await
}

/// What no operation does: puts something into the data base as it would be years later, or elsewhere.
pub async fn run_sql(app: &TestApp, statement: &str) {
    app.database.run(statement).await;
}
