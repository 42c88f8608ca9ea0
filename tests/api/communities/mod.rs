//! Communities.

mod change_own;
mod create;
mod list;

use linli_tests::Answer;
use linli_tests::TestApp;
use reqwest::Method;
use serde_json::{Value, json};

/// A community to be created, with an administrator who has this phone.
fn new(slug: &str, phone: &str) -> Value {
    let administrator = json!({"name": "郑主任", "phone": phone, "password": "huashan-2026"});
    json!({"slug": slug, "name": "花山社区", "administrator": administrator})
}

async fn sign_in(app: &TestApp, phone: &str, slug: &str) -> Answer {
    let body = json!({"phone": phone, "password": "huashan-2026", "community": slug});
    app.nobody.send(Method::POST, "/api/v1/sessions", Some(body), &[]).await
}
