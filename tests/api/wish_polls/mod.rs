//! Wish polls: opened, changed, voted in, closed, counted.

mod change;
mod close;
mod create;
mod races;
mod result;
mod suggestions;
mod vote;

use chrono::{DateTime, Duration, Utc};
use linli_tests::{Actor, Answer, TestApp, id_of};
use serde_json::{Value, json};
use uuid::Uuid;

/// When something is that is so many hours ahead.
fn ahead(app: &TestApp, hours: i64) -> DateTime<Utc> {
    app.clock.now() + Duration::hours(hours)
}

/// A poll of 跳绳, 象棋 and 雨伞 that begins so many hours ahead and lasts ten, with these fields; two a ballot.
fn new_poll(app: &TestApp, begins: i64, fields: &Value) -> Value {
    let candidate = |name: &str, group: &str| json!({"name": name, "age_group": group});
    let mut poll = json!({
        "title": "冬季采购心愿", "choices": 2, "opens_at": ahead(app, begins), "closes_at": ahead(app, begins + 10),
        "candidates": [candidate("跳绳", "children"), candidate("象棋", "seniors"), candidate("雨伞", "all")],
    });
    poll.as_object_mut().unwrap().extend(fields.as_object().unwrap().clone());
    poll
}

/// A poll of community A.
struct Poll {
    path: String,
    id: Uuid,
    candidates: Vec<Uuid>,
}

/// A poll that is open for nine more hours.
async fn open_poll(app: &TestApp) -> Poll {
    let poll = app.a.staff.post("/wish-polls", new_poll(app, -1, &json!({}))).await.created();
    let candidates = poll["candidates"].as_array().unwrap().iter().map(id_of).collect();
    Poll { path: format!("/wish-polls/{}", id_of(&poll)), id: id_of(&poll), candidates }
}

impl Poll {
    /// Somebody votes for the candidates at these places, with these fields.
    async fn vote(&self, who: &Actor, places: &[usize], fields: Value) -> Answer {
        let chosen: Vec<Uuid> = places.iter().map(|place| self.candidates[*place]).collect();
        let mut ballot = json!({"candidate_ids": chosen});
        ballot.as_object_mut().unwrap().extend(fields.as_object().unwrap().clone());
        who.put(&format!("{}/ballot", self.path), ballot).await
    }

    /// The desk votes in the place of resident number `resident`.
    async fn vote_for(&self, app: &TestApp, resident: u32, places: &[usize]) -> Answer {
        self.vote(&app.a.staff, places, json!({"resident_id": app.a.id(resident)})).await
    }
}
