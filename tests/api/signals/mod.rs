//! Signals of abuse.

mod list;
mod resolve;
mod watch;

use chrono::Duration;
use linli_api::jobs;
use linli_domain::codes::Code;
use linli_tests::TestApp;
use serde_json::{Value, json};

use crate::confirmations::confirm;

/// The 26th of November is over by two hours; how many days were looked at since then, in both communities.
async fn watch(app: &TestApp) -> usize {
    jobs::watch(&app.app).await
}

/// A day goes by.
fn sleep(app: &TestApp) {
    app.clock.put_forward(Duration::days(1));
}

/// So many tries with codes that do not exist, in store 72.
async fn tries(app: &TestApp, count: u64) {
    for number in 0..count {
        let unknown = json!({"code": Code::from_random(4_700 + number)});
        confirm(app, &unknown, 6000).await.refused(409, "voucher-unknown");
    }
}

/// The signals of community A as staff see them: what and how often.
async fn seen(app: &TestApp) -> Vec<(String, i64)> {
    let shown = app.a.staff.get("/signals").await.items();
    let one =
        |signal: &Value| (signal["kind"].as_str().unwrap().to_owned(), signal["count"].as_i64().unwrap());
    shown.iter().map(one).collect()
}
