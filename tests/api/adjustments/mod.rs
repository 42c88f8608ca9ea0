//! Adjustments above the community's limit; those up to it are in `ledger/adjust.rs`.

mod confirm;
mod constraints;
mod limit;

use linli_tests::{Actor, Answer, TestApp, id_of};
use serde_json::{Value, json};

async fn adjust(who: &Actor, app: &TestApp, points: i64) -> Answer {
    let body = json!({"resident_id": app.a.id(47), "points": points, "reason": "核对积分卡"});
    who.post("/adjustments", body).await
}

/// What staff propose for resident 47.
async fn proposed(app: &TestApp, points: i64) -> Value {
    let answer = adjust(&app.a.staff, app, points).await;
    assert_eq!(answer.status, 202, "{}", answer.text);
    answer.json
}

async fn confirm(who: &Actor, adjustment: &Value) -> Answer {
    who.post(&format!("/adjustments/{}/confirm", id_of(adjustment)), json!({})).await
}

async fn refuse(who: &Actor, adjustment: &Value) -> Answer {
    let path = format!("/adjustments/{}/refuse", id_of(adjustment));
    who.post(&path, json!({"reason": "积分卡对不上"})).await
}
