//! `GET /waiting`: as many as the lists have.

use linli_tests::{Actor, TestApp};
use serde_json::{Value, json};

/// The lists that the figures count.
const LISTS: [(&str, &str); 10] = [
    ("claims", "/claims?waiting=true"),
    ("memberships", "/memberships?everybody=true&state=requested"),
    ("activities", "/activities?state=draft"),
    ("rosters", "/activities?state=closed"),
    ("no_shows", "/no-show-appeals?state=open"),
    ("adjustments", "/adjustments?state=proposed"),
    ("statements", "/statements?state=disputed"),
    ("signals", "/signals?state=open"),
    ("orders_held", "/orders?state=held"),
    ("orders_ready", "/orders?state=ready"),
];

async fn waiting(who: &Actor) -> Value {
    who.get("/waiting").await.ok()
}

#[tokio::test]
async fn as_many_wait_as_the_lists_have() {
    let app = TestApp::with_things().await;
    let told = waiting(&app.a.staff).await;
    let mut none = Vec::new();
    for (kind, list) in LISTS {
        let count = app.a.staff.get(&format!("{list}&limit=200")).await.items().len();
        assert_eq!(told[kind], count, "{kind}");
        none.extend((count == 0).then_some(kind));
    }
    assert_eq!(none, ["orders_ready"], "of the others there is one at least");
    let recorded = app.a.staff.get("/pacts?state=open").await.items();
    let recorded = recorded.iter().filter(|pact| !pact["id"].is_null()).count();
    assert_eq!(told["pacts"], recorded);
}

#[tokio::test]
async fn a_pact_waits_once_something_of_the_month_is_recorded() {
    let app = TestApp::with_things().await;
    // 25 November: now it is November's turn, and October's pact of the stage waits no more.
    assert_eq!(waiting(&app.a.staff).await["pacts"], 0);
    let mark = json!({"month": "2026-11", "marks": [{"household_id": app.a.id(12), "kept": true}]});
    app.a.staff.patch(&format!("/buildings/{}/pact", app.a.id(11)), mark).await.ok();
    assert_eq!(waiting(&app.a.staff).await["pacts"], 1);
    assert_eq!(waiting(&app.b.staff).await["pacts"], 0);
}

#[tokio::test]
async fn social_workers_are_not_told_what_only_the_desk_sees() {
    let app = TestApp::with_things().await;
    let (desk, guide) = (waiting(&app.a.administrator).await, waiting(&app.a.social_worker).await);
    let of_desk = ["adjustments", "statements", "signals", "orders_held", "orders_ready"];
    for (kind, count) in guide.as_object().unwrap() {
        let expected = if of_desk.contains(&kind.as_str()) { &Value::Null } else { &desk[kind] };
        assert_eq!(count, expected, "{kind}");
    }
    assert!(of_desk.iter().all(|kind| desk[*kind].is_number()), "{desk}");
}

#[tokio::test]
async fn what_was_dealt_with_waits_no_more() {
    let app = TestApp::with_things().await;
    let before = waiting(&app.a.staff).await;
    app.a.staff.post(&format!("/memberships/{}/approve", app.a.id(98)), json!({})).await.ok();
    app.a.staff.post(&format!("/orders/{}/cancel", app.a.id(88)), json!({})).await.ok();
    let after = waiting(&app.a.staff).await;
    for kind in ["memberships", "orders_held"] {
        assert_eq!(after[kind].as_i64().unwrap() + 1, before[kind].as_i64().unwrap(), "{kind}");
    }
}
