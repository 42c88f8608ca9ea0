//! Statements of stores.

mod answers;
mod close;
mod corrections;
mod guards;
mod job;
mod list;
mod races;
mod store;
mod workbook;

use chrono::{DateTime, Utc};
use diesel_async::SimpleAsyncConnection;
use linli_api::App;
use linli_api::clock::Clock;
use linli_tests::{TestApp, id_of};
use serde_json::{Value, json};
use uuid::Uuid;

use crate::confirmations::confirm;
use crate::offers::open_offer;
use crate::vouchers::taken;

/// So many confirmations in store 72 in November: ¥60 → −¥20 for 3 points each. Their identifiers.
pub async fn confirmed(app: &TestApp, count: usize) -> Vec<Uuid> {
    let offer = open_offer(app, json!({"price_points": 3})).await;
    let mut done = Vec::new();
    for _ in 0..count {
        done.push(id_of(&confirm(app, &taken(app, offer).await, 6000).await.created()));
    }
    done
}

/// Undoes a confirmation.
async fn undone(app: &TestApp, id: Uuid) {
    app.a.cashier.post(&format!("/confirmations/{id}/undo"), json!({})).await.ok();
}

/// The clock of the tests goes on to this moment.
fn go_on_to(app: &TestApp, at: &str) {
    app.clock.put_forward(at.parse::<DateTime<Utc>>().unwrap() - app.clock.now());
}

/// Noon of the second of December: November can be closed.
const DECEMBER: &str = "2026-12-02T04:00:00Z";

/// The same application as a process sees it whose clock shows this.
fn process_at(app: &TestApp, at: &str) -> App {
    let clock = Clock::default();
    clock.put_forward(at.parse::<DateTime<Utc>>().unwrap() - clock.now());
    App { clock, ..app.app.clone() }
}

/// Closes November of store 72.
async fn closed(app: &TestApp) -> Value {
    let path = format!("/stores/{}/statements", app.a.id(72));
    app.a.staff.post(&path, json!({"month": "2026-11"})).await.created()
}

/// What store 72 has to show for November.
async fn november(app: &TestApp) -> Value {
    app.a.manager.get(&format!("/stores/{}/statement?month=2026-11", app.a.id(72))).await.ok()
}

/// What PostgreSQL says to each of these statements.
async fn refusals(app: &TestApp, statements: &[String]) -> Vec<String> {
    let mut connection = app.database.connect().await;
    let mut told = Vec::new();
    for statement in statements {
        told.push(connection.batch_execute(statement).await.unwrap_err().to_string());
    }
    told
}
