//! Users.

mod change;
mod create;
mod last_administrator;
mod list;
mod phone;

use linli_tests::{Actor, Answer, TestApp};
use serde_json::{Value, json};

const PASSWORD: &str = "linli-2026";

/// An account to be opened, with this phone and these offices.
fn new(phone: &str, offices: Value) -> Value {
    json!({"name": "周敏", "phone": phone, "offices": offices, "password": PASSWORD})
}

async fn sign_in(app: &TestApp, phone: &str, password: &str) -> Answer {
    app.sign_in(phone, password).await
}

/// Whoever has this phone, signed in.
async fn signed_in(app: &TestApp, phone: &str) -> Actor {
    app.signed_in(phone, PASSWORD).await
}
