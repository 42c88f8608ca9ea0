//! The neighbourhood pact.

mod constraints;
mod list;
mod months;
mod race;
mod record;
mod settle;

use linli_domain::calendar::Period;
use linli_domain::ids::{CommunityId, Id};
use linli_domain::points::Points;
use linli_domain::rulebooks::{Basis, Cap, Eligibility, Evidence, Per, Reviewers, Rule, Unit, Version};
use linli_tests::{Actor, Answer, TestApp, id_of};
use serde_json::{Value, json};
use uuid::Uuid;

/// A rule for households: three points a month.
pub fn rule(code: &str) -> Rule {
    Rule {
        code: code.to_owned(),
        title: "守约".to_owned(),
        basis: Basis::Act,
        points: Points::new(3),
        levels: Vec::new(),
        unit: Unit::Household,
        multipliers: Vec::new(),
        caps: vec![Cap { period: Period::Month, per: Per::Household, points: Points::new(3) }],
        budget: None,
        eligibility: Eligibility::default(),
        evidence: Evidence::None,
        reviewers: Reviewers::One,
        beneficiary_confirms: false,
        check: "楼栋长".to_owned(),
    }
}

/// Puts a version in force since 2021 that has these rules too.
async fn ruled_by(app: &TestApp, rules: Vec<Rule>) {
    let (community, from) = (CommunityId::new(app.a.id(1)), "2021-01-01T00:00:00Z".parse().unwrap());
    let mut connection = app.database.connect().await;
    let mut next = linli_db::rulebooks::in_force(&mut connection, community, from).await.unwrap().unwrap();
    next.book.rules.extend(rules);
    next.book.check().unwrap();
    let next = Version { id: Id::new(Uuid::now_v7()), number: 2, in_force_from: Some(from), ..next };
    assert!(linli_db::rulebooks::insert(&mut connection, community, &next).await.unwrap());
}

/// An application whose rule book has a rule for the pact.
async fn start() -> TestApp {
    let app = TestApp::start().await;
    ruled_by(&app, vec![rule("PACT")]).await;
    app
}

/// Another household of building 11, with one member of this birth year.
async fn household(app: &TestApp, door: &str, birth_year: i32) -> (Uuid, Uuid) {
    let body = json!({"building_id": app.a.id(11), "door": door});
    let household = id_of(&app.a.staff.post("/households", body).await.created());
    let body = json!({"name": "新邻居", "household_id": household, "birth_year": birth_year});
    (household, id_of(&app.a.staff.post("/residents", body).await.created()))
}

/// Makes resident 44, who leads a team and has an account, block head of building 11.
async fn appoint(app: &TestApp) -> Value {
    let path = format!("/buildings/{}", app.a.id(11));
    app.a.staff.patch(&path, json!({"block_head_id": app.a.id(44)})).await.ok()
}

/// What is said of a household.
fn mark(household: Uuid, kept: bool) -> Value {
    json!({"household_id": household, "kept": kept})
}

/// Somebody records who of building 11 kept the pact in a month.
async fn record(who: &Actor, app: &TestApp, month: &str, marks: Value) -> Answer {
    let path = format!("/buildings/{}/pact", app.a.id(11));
    who.patch(&path, json!({"month": month, "marks": marks})).await
}

/// The pact of October with household 12 in it, which kept it; recorded by the staff.
async fn october(app: &TestApp) -> Value {
    record(&app.a.staff, app, "2026-10", json!([mark(app.a.id(12), true)])).await.ok()
}

/// What is said in a list of this household.
#[track_caller]
fn of(household: Uuid, list: &[Value]) -> &Value {
    list.iter().find(|line| line["household_id"] == json!(household)).expect("the household")
}

/// The transfer by which the eldest of household 12 got what that had earned.
async fn transfer(app: &TestApp) -> Value {
    let path = format!("/residents/{}/transfers", app.a.id(48));
    let all = app.a.staff.get(&path).await.items();
    all.into_iter().find(|one| one["cause"]["kind"] == "pact_mark").expect("a transfer")
}

async fn settle(who: &Actor, pact: &Value) -> Answer {
    who.post(&format!("/pacts/{}/settle", id_of(pact)), json!({})).await
}
