//! Awards many at a time.

mod create;
mod race;

use linli_tests::{Answer, TestApp};
use serde_json::{Value, json};
use uuid::Uuid;

async fn award(app: &TestApp, items: Vec<Value>) -> Answer {
    app.a.staff.post("/awards", json!({ "items": items })).await
}

/// So many minutes of cleaning on the second of November.
fn cleaned(resident: Uuid, minutes: i64) -> Value {
    json!({"resident_id": resident, "rule_code": "CLEAN", "on": "2026-11-02", "minutes": minutes})
}
