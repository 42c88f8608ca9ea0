//! The rule book.

mod change;
mod create;
mod in_force;
mod preview;
mod publish;

use linli_tests::{TestApp, id_of};
use serde_json::{Value, json};
use uuid::Uuid;

/// A book with one rule, by the hour.
fn book() -> Value {
    json!({
        "rules": [{
            "code": "PATROL", "title": "平安巡逻", "basis": "hour", "points": 3,
            "caps": [{"period": "day", "points": 9}], "check": "队长",
        }],
        "caps": [{"period": "month", "points": 60}], "expiry": {"kind": "end_of_next_year"},
    })
}

/// Drafts that book in the community of the tests.
async fn draft(app: &TestApp) -> Uuid {
    let body = json!({"title": "《新办法》", "book": book()});
    id_of(&app.a.administrator.post("/rulebooks", body).await.created())
}
