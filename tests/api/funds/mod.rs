//! Funds: set up, changed, found, and given to.

mod change;
mod create;
mod give;
mod grant;
mod list;

use linli_tests::{TestApp, id_of};
use serde_json::{Value, json};
use uuid::Uuid;

/// A fund of community A.
async fn fund(app: &TestApp, name: &str) -> Uuid {
    let new = json!({"name": name, "purpose": "为独居老人送年饭", "goal_points": 200});
    id_of(&app.a.staff.post("/funds", new).await.created())
}

fn gifts(fund: Uuid) -> String {
    format!("/funds/{fund}/gifts")
}

fn gift(points: i64) -> Value {
    json!({"points": points, "note": ""})
}
