//! Daily seals.

mod list;
mod proof;
mod seal;
mod tampering;

use chrono::{DateTime, Duration, Utc};
use linli_db::ledger;
use linli_domain::ids::CommunityId;
use linli_domain::ledger::Posting;
use linli_tests::TestApp;
use serde_json::Value;

use crate::ledger::{earned_on, resident};

/// The days that are over are sealed; how many, in both communities.
async fn seal(app: &TestApp) -> usize {
    linli_api::jobs::seal(&app.app).await
}

/// A day goes by.
fn sleep(app: &TestApp) {
    app.clock.put_forward(Duration::days(1));
}

/// The seals of community A, the newest first.
async fn seals(app: &TestApp) -> Vec<Value> {
    app.a.staff.get("/seals").await.items()
}

/// An award for resident 47 that was posted at this moment, however late it is committed.
async fn awarded_at(app: &TestApp, at: DateTime<Utc>) -> Posting {
    let award = earned_on(app, resident(app, 47), 5, at.date_naive());
    let connection = &mut app.database.connect().await;
    let community = CommunityId::new(app.a.id(1));
    ledger::post(connection, community, std::slice::from_ref(&award), at).await.unwrap();
    award
}

/// The rows that are not as they were sealed.
async fn drift(app: &TestApp) -> Vec<(String, uuid::Uuid)> {
    app.drift(&app.a).await.into_iter().map(|drift| (drift.figure, drift.id)).collect()
}
