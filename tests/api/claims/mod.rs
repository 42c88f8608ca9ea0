//! Claims: reported, reviewed, awarded.

mod appeal;
mod constraints;
mod create;
mod list;
mod photos;
mod races;
mod resubmit;
mod review;
mod withdraw;

use linli_domain::rulebooks::Reviewers;
use linli_tests::{Actor, Answer, TestApp, id_of};
use serde_json::{Value, json};
use uuid::Uuid;

use crate::roster::judged_by;

/// An hour of cleaning, with what is different.
fn deed(change: Value) -> Value {
    let mut deed = json!({
        "rule_code": "CLEAN", "began_at": "2026-11-24T01:00:00Z", "minutes": 60, "description": "清理楼道杂物",
    });
    for (field, value) in change.as_object().unwrap() {
        deed[field] = value.clone();
    }
    deed
}

/// Claims the deed as this person.
async fn claim(who: &Actor, change: Value) -> Answer {
    who.post("/claims", json!({"deed": deed(change)})).await
}

/// A claim of resident 47, made by the resident.
async fn claimed(app: &TestApp) -> Value {
    claim(&app.a.resident, json!({})).await.created()
}

/// The same, where two have to agree.
async fn claimed_for_two(app: &TestApp) -> Value {
    judged_by(app, |rule| rule.reviewers = Reviewers::Two).await;
    claimed(app).await
}

fn path(claim: &Value, step: &str) -> String {
    format!("/claims/{}{step}", id_of(claim))
}

async fn say(who: &Actor, claim: &Value, verdict: &str) -> Answer {
    who.post(&path(claim, "/reviews"), json!({"verdict": verdict, "note": "已核实情况"})).await
}

/// A claim that staff have refused.
async fn refused(app: &TestApp) -> Value {
    let claim = claimed(app).await;
    say(&app.a.staff, &claim, "refuse").await.ok()
}

async fn appeal(who: &Actor, claim: &Value) -> Answer {
    who.post(&path(claim, "/appeal"), json!({"reason": "当天有人看到"})).await
}

async fn wallet(app: &TestApp) -> i64 {
    app.wallet(47).await.0
}

/// A resident of a household of their own, and the member card.
async fn neighbour(app: &TestApp) -> (Uuid, Value) {
    let door = json!({"building_id": app.a.id(11), "door": "2单元201"});
    let household = id_of(&app.a.staff.post("/households", door).await.created());
    let body = json!({"name": "孙奶奶", "household_id": household});
    let resident = app.a.staff.post("/residents", body).await.created();
    (id_of(&resident), resident["card_code"].clone())
}
