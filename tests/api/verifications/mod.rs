//! Verifications: recomputing everything.

mod constraints;
mod list;
mod nightly;

use linli_api::jobs;
use linli_tests::TestApp;
use serde_json::Value;

/// It is a night; for how many communities everything was recomputed.
async fn verify(app: &TestApp) -> usize {
    jobs::verify(&app.app).await
}

/// The verifications of community A, the newest first.
async fn verifications(app: &TestApp) -> Vec<Value> {
    app.a.staff.get("/verifications").await.items()
}
