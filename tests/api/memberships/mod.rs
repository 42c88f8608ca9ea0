//! Memberships.

mod create;
mod decide;
mod end;
mod list;
mod position;

use linli_tests::{Actor, TestApp, id_of};
use serde_json::{Value, json};

/// The path of the memberships of team 53.
fn of_team(app: &TestApp) -> String {
    format!("/teams/{}/memberships", app.a.id(53))
}

/// Resident 47 asks to join team 53.
async fn request(app: &TestApp) -> Value {
    app.a.resident.post(&of_team(app), json!({})).await.created()
}

/// Does something with a membership.
async fn act(who: &Actor, membership: &Value, verb: &str) -> linli_tests::Answer {
    who.post(&format!("/memberships/{}/{verb}", id_of(membership)), json!({})).await
}
