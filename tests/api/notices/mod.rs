//! Notices.

mod announce;
mod read;
mod read_all;

use linli_tests::TestApp;
use serde_json::json;

/// Gives resident 47 points that lapse on 31 December 2027, and goes to some day before.
pub async fn with_points_that_lapse(app: &TestApp, days_before: i64) {
    let body = json!({"resident_id": app.a.id(47), "points": 30, "reason": "补记"});
    app.a.staff.post("/adjustments", body).await.created();
    let last = "2027-12-31T04:00:00Z".parse::<chrono::DateTime<chrono::Utc>>().unwrap();
    app.clock.put_forward(last - chrono::Duration::days(days_before) - app.clock.now());
}
