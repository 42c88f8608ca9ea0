//! `POST /activities`.

use linli_domain::rulebooks::{Evidence, Reviewers, Rule};
use linli_tests::{TestApp, id_of};
use serde_json::{Value, json};

use super::{next_rulebook, proposal, proposal_with, propose, shift, step};
use crate::roster::judged_by;

#[tokio::test]
async fn a_leader_proposes_a_draft_for_the_own_team() {
    let app = TestApp::start().await;
    let answer = app.a.leader.post("/activities", proposal(&app)).await;
    let location = answer.header("location").unwrap().to_owned();
    let made = answer.created();
    assert_eq!(location, format!("/api/v1/activities/{}", id_of(&made)));
    assert_eq!((&made["state"], &made["organiser_id"]), (&json!("draft"), &json!(app.a.id(24))));
    assert_eq!(
        (&made["starts_at"], &made["shifts"][0]["taken"]),
        (&made["shifts"][0]["starts_at"], &json!(0))
    );
    let found = app.a.leader.get(&format!("/activities/{}", id_of(&made))).await.ok();
    assert_eq!(found, made);
    assert_eq!(app.drift(&app.a).await, []);
}

#[tokio::test]
async fn an_activity_lasts_from_its_first_shift_to_its_last_and_lists_them_in_order() {
    let app = TestApp::start().await;
    let [late, early] = [shift(&app, 300, 60, 3), shift(&app, 60, 30, 4)];
    let made = propose(&app, json!({"shifts": [late, early]})).await;
    assert_eq!((&made["starts_at"], &made["ends_at"]), (&early["starts_at"], &late["ends_at"]));
    assert_eq!((&made["shifts"][0]["capacity"], &made["shifts"][1]["capacity"]), (&json!(4), &json!(3)));
}

#[tokio::test]
async fn a_leader_proposes_for_no_other_team_and_residents_for_none() {
    let app = TestApp::start().await;
    let body = proposal_with(&app, json!({"team_id": app.a.id(52)}));
    app.a.leader.post("/activities", body.clone()).await.refused(403, "forbidden");
    app.a.resident.post("/activities", body.clone()).await.refused(403, "forbidden");
    app.a.social_worker.post("/activities", body).await.created();
}

#[tokio::test]
async fn a_dissolved_team_proposes_nothing() {
    let app = TestApp::start().await;
    app.a.staff.patch(&format!("/teams/{}", app.a.id(53)), json!({"state": "dissolved"})).await.ok();
    app.a.social_worker.post("/activities", proposal(&app)).await.refused(409, "team-dissolved");
}

#[tokio::test]
async fn a_rule_that_two_review_or_a_photo_shows_is_none_for_an_activity() {
    for (change, kind) in [
        ((|rule| rule.reviewers = Reviewers::Two) as fn(&mut Rule), "two-reviewers-needed"),
        (|rule| rule.evidence = Evidence::Photo, "photo-needed"),
    ] {
        let app = TestApp::start().await;
        judged_by(&app, change).await;
        let problem = app.a.leader.post("/activities", proposal(&app)).await.refused(409, kind);
        assert_eq!(problem["errors"][0]["field"], "rule_code");
    }
}

#[tokio::test]
async fn the_rule_must_be_in_force_at_every_shift() {
    let app = TestApp::start().await;
    next_rulebook(&app, "2098-01-01T00:00:00Z").await;
    let hour = |from: &str, to: &str| json!({"starts_at": from, "ends_at": to, "capacity": 5});
    let before = hour("2097-12-31T22:00:00Z", "2097-12-31T23:00:00Z");
    let after = hour("2098-01-01T01:00:00Z", "2098-01-01T02:00:00Z");
    let made = propose(&app, json!({"rule_code": "MEET", "shifts": [before]})).await;
    let both = proposal_with(&app, json!({"rule_code": "MEET", "shifts": [before, after]}));
    app.a.leader.post("/activities", both).await.faulty("rule_code");
    let path = format!("/activities/{}", id_of(&made));
    app.a.leader.patch(&path, json!({"shifts": [before, after]})).await.faulty("rule_code");
    let ancient = hour("2019-12-31T01:00:00Z", "2019-12-31T02:00:00Z");
    let ancient = proposal_with(&app, json!({"shifts": [ancient]}));
    app.a.leader.post("/activities", ancient).await.refused(409, "no-rulebook-in-force");
}

#[tokio::test]
async fn the_rule_is_looked_up_again_when_the_proposal_is_reviewed() {
    let app = TestApp::start().await;
    let shift =
        json!({"starts_at": "2098-01-01T01:00:00Z", "ends_at": "2098-01-01T02:00:00Z", "capacity": 5});
    let made = propose(&app, json!({"rule_code": "MEET", "shifts": [shift]})).await;
    next_rulebook(&app, "2098-01-01T00:00:00Z").await;
    step(&app, &made, "review").await.faulty("rule_code");
    assert_eq!(app.a.leader.get(&format!("/activities/{}", id_of(&made))).await.ok()["state"], "draft");
}

#[tokio::test]
async fn a_faulty_field_is_named() {
    let app = TestApp::start().await;
    let cases = [
        ("team_id", json!(app.b.id(53)), "team_id"),
        ("title", json!(""), "title"),
        ("category", json!("party"), "category"),
        ("beneficiary", json!("cats"), "beneficiary"),
        ("rule_code", json!("NOSUCH"), "rule_code"),
        ("recruit", json!("nobody"), "recruit"),
        ("shifts", json!([]), "shifts"),
        ("shifts", Value::from(vec![shift(&app, 1, 1, 1); 51]), "shifts"),
        ("shifts", json!([shift(&app, 1, 1, 1), shift(&app, 5, 0, 1)]), "shifts[1].ends_at"),
        ("shifts", json!([shift(&app, 5, 1441, 1)]), "shifts[0].ends_at"),
        ("shifts", json!([shift(&app, 5, 60, 0)]), "shifts[0].capacity"),
        ("shifts", json!([shift(&app, 5, 60, 1001)]), "shifts[0].capacity"),
        ("organiser_id", json!(app.a.id(22)), "organiser_id"),
    ];
    for (field, value, at_fault) in cases {
        let body = proposal_with(&app, json!({field: value}));
        app.a.staff.post("/activities", body).await.faulty(at_fault);
    }
}

#[tokio::test]
async fn a_time_beyond_all_calendars_is_a_fault_of_its_field() {
    let app = TestApp::start().await;
    for time in
        ["-262143-01-01T00:00:00Z", "1999-12-31T23:59:59Z", "2100-01-01T00:00:00Z", "+262142-12-31T23:59:59Z"]
    {
        let shift = json!({"starts_at": time, "ends_at": "2026-01-01T00:00:00Z", "capacity": 1});
        let body = proposal_with(&app, json!({"shifts": [shift]}));
        app.a.staff.post("/activities", body).await.faulty("shifts[0].starts_at");
    }
}
