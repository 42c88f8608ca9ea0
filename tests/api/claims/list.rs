//! `GET /claims` and `GET /claims/{id}`.

use linli_tests::{Actor, TestApp, id_of};
use serde_json::{Value, json};
use uuid::Uuid;

use super::{claim, neighbour, path, say};
use crate::roster::judged_by;

async fn ids(who: &Actor, query: &str) -> Vec<Uuid> {
    who.get(&format!("/claims{query}")).await.items().iter().map(id_of).collect()
}

/// Four claims of resident 47, of four days: waiting, accepted, returned, waiting.
async fn four(app: &TestApp) -> Vec<Value> {
    let mut all = Vec::new();
    for day in 20..24 {
        let began_at = format!("2026-11-{day}T01:00:00Z");
        all.push(claim(&app.a.resident, json!({"began_at": began_at})).await.created());
    }
    say(&app.a.staff, &all[1], "accept").await.ok();
    say(&app.a.staff, &all[2], "return").await.ok();
    all
}

#[tokio::test]
async fn the_desk_sees_what_waits_the_oldest_first() {
    let app = TestApp::start().await;
    let all: Vec<Uuid> = four(&app).await.iter().map(id_of).collect();
    assert_eq!(ids(&app.a.staff, "?waiting=true").await, [all[0], all[3]]);
    let first = app.a.staff.get("/claims?waiting=true&limit=1").await.ok();
    assert_eq!(id_of(&first["items"][0]), all[0]);
    let next = format!("?waiting=true&limit=1&cursor={}", first["next_cursor"].as_str().unwrap());
    assert_eq!(ids(&app.a.staff, &next).await, [all[3]]);
}

#[tokio::test]
async fn claims_are_found_by_state_resident_rule_and_day() {
    let app = TestApp::start().await;
    let all: Vec<Uuid> = four(&app).await.iter().map(id_of).collect();
    let staff = &app.a.social_worker;
    assert_eq!(ids(staff, "").await, [all[3], all[2], all[1], all[0]]);
    assert_eq!(ids(staff, "?state=returned").await, [all[2]]);
    assert_eq!(ids(staff, "?from=2026-11-21&to=2026-11-22").await, [all[2], all[1]]);
    assert_eq!(ids(staff, "?rule_code=MEET").await.len(), 0);
    assert_eq!(ids(staff, &format!("?resident_id={}", app.a.id(48))).await.len(), 0);
    assert_eq!(ids(staff, "?limit=3").await.len(), 3);
}

#[tokio::test]
async fn residents_have_their_own() {
    let app = TestApp::start().await;
    let all = four(&app).await;
    assert_eq!(ids(&app.a.resident, "").await.len(), 4);
    assert_eq!(ids(&app.a.leader, "").await.len(), 0);
    app.a.leader.get(&format!("/claims?resident_id={}", app.a.id(47))).await.refused(403, "forbidden");
    app.a.leader.get(&path(&all[0], "")).await.refused(403, "forbidden");
    app.b.staff.get(&path(&all[0], "")).await.refused(404, "not-found");
}

#[tokio::test]
async fn who_was_helped_finds_what_to_confirm() {
    let app = TestApp::start().await;
    let (resident, card) = neighbour(&app).await;
    let helped = app.newcomer(None, Some(resident)).await;
    let change = json!({"beneficiary_card_code": card});
    let silent = claim(&app.a.resident, change).await.created();
    judged_by(&app, |rule| rule.beneficiary_confirms = true).await;
    let change = json!({"beneficiary_card_code": card, "began_at": "2026-11-23T01:00:00Z"});
    let made = claim(&app.a.resident, change).await.created();
    let query = format!("?waiting=true&beneficiary_id={resident}");
    assert_eq!(ids(&helped, &query).await, [id_of(&made)]);
    assert_eq!(helped.get(&path(&made, "")).await.ok()["beneficiary_name"], "孙奶奶");
    assert_eq!(app.a.staff.get(&path(&made, "")).await.ok()["beneficiary_name"], "孙奶奶");
    // Whoever has a card's code does not learn by that what its holder is called.
    assert_eq!(made["beneficiary_name"], "孙**");
    let named =
        claim(&app.a.resident, json!({"beneficiary_name": "孙爷爷", "began_at": "2026-11-22T01:00:00Z"}))
            .await;
    assert_eq!(named.created()["beneficiary_name"], "孙爷爷");
    helped.get(&path(&silent, "")).await.refused(403, "forbidden");
    app.a.leader.get(&format!("/claims{query}")).await.refused(403, "forbidden");
}
