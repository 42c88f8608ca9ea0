//! `POST /awards`.

use linli_domain::rulebooks::{Evidence, Reviewers};
use linli_tests::{TestApp, id_of, stage};
use serde_json::{Value, json};

use super::{award, cleaned};
use crate::roster::judged_by;

#[tokio::test]
async fn awards_are_posted_in_their_order_and_explained() {
    let app = TestApp::start().await;
    let (wang, zhao) = (app.a.id(47), app.a.id(49));
    let by_card =
        json!({"card_code": stage::card(49), "rule_code": "MEET", "on": "2026-11-03", "note": "补登台账"});
    let items = vec![cleaned(wang, 120), cleaned(zhao, 60), cleaned(wang, 180), by_card, cleaned(wang, 60)];
    let outcome = award(&app, items).await.ok();
    let told = |field: &str| -> Vec<Value> {
        outcome["items"].as_array().unwrap().iter().map(|item| item[field].clone()).collect()
    };
    assert_eq!(told("points"), [4, 2, 2, 2, 0]);
    assert_eq!(told("state"), ["awarded", "awarded", "awarded", "awarded", "nothing_left"]);
    assert_eq!(told("resident_id"), [wang, zhao, wang, zhao, wang].map(|id| json!(id)));
    let counts = (&outcome["awarded"], &outcome["not_awarded"], &outcome["total_points"]);
    assert_eq!(counts, (&json!(4), &json!(1), &json!(10)));
    assert!(told("text")[3].as_str().unwrap().ends_with("；备注：补登台账"));
    let path = format!("/transfers/{}", told("transfer_id")[3].as_str().unwrap());
    assert_eq!(app.a.staff.get(&path).await.ok()["text"], told("text")[3]);
    assert_eq!((app.wallet(47).await, app.wallet(49).await), ((106, 0), (104, 0)));
    let log = app.a.staff.get("/audit-entries").await.items();
    let after = json!({"awarded": 4, "not_awarded": 1, "total_points": 10});
    assert_eq!((log.len(), &log[0]["action"], &log[0]["after"]), (1, &json!("community.award"), &after));
    assert_eq!(app.drift(&app.a).await, []);
}

#[tokio::test]
async fn what_a_rule_refuses_is_told_in_its_place_and_does_not_hinder_the_others() {
    let app = TestApp::start().await;
    let own = format!("UPDATE users SET resident_id = '{}' WHERE id = '{}'", app.a.id(48), app.a.id(22));
    app.database.run(&own).await;
    let home = json!({"building_id": app.a.id(11), "door": "2单元202"});
    let home = id_of(&app.a.staff.post("/households", home).await.created());
    app.a.staff.patch(&format!("/residents/{}", app.a.id(48)), json!({"household_id": home})).await.ok();
    let moved = json!({"state": "moved_out"});
    app.a.staff.patch(&format!("/residents/{}", app.a.id(49)), moved).await.ok();
    let wang = app.a.id(47);
    let items = vec![
        json!({"resident_id": wang, "rule_code": "NONE", "on": "2026-11-02"}),
        json!({"resident_id": wang, "rule_code": "CLEAN", "on": "2019-11-02", "minutes": 60}),
        cleaned(app.a.id(49), 60),
        cleaned(app.a.id(48), 60),
        cleaned(wang, 60),
    ];
    let outcome = award(&app, items).await.ok();
    let told: Vec<_> = outcome["items"].as_array().unwrap().iter().map(|item| &item["refusal"]).collect();
    let kinds = ["invalid-input", "no-rulebook-in-force", "resident-not-active", "own-wallet"];
    assert_eq!(
        told,
        [json!(kinds[0]), json!(kinds[1]), json!(kinds[2]), json!(kinds[3]), json!(null)].each_ref()
    );
    assert_eq!((&outcome["awarded"], &outcome["total_points"]), (&json!(1), &json!(2)));
    assert_eq!(outcome["items"][0]["text"], "管理办法中没有规则「NONE」");
}

#[tokio::test]
async fn two_lines_about_the_same_time_are_awarded_once() {
    let app = TestApp::start().await;
    let from = |starts_at: &str| {
        let starts_at = format!("2026-11-02T{starts_at}:00Z");
        json!({"resident_id": app.a.id(47), "rule_code": "CLEAN", "starts_at": starts_at, "minutes": 60})
    };
    let outcome = award(&app, vec![from("01:00"), from("01:30"), from("02:00")]).await.ok();
    let told: Vec<_> = outcome["items"].as_array().unwrap().iter().map(|item| &item["refusal"]).collect();
    assert_eq!(told, [json!(null), json!("already-claimed"), json!(null)].each_ref());
    assert_eq!((&outcome["awarded"], app.wallet(47).await), (&json!(2), (104, 0)));
}

#[tokio::test]
async fn what_two_must_review_or_a_photo_must_show_is_not_awarded_this_way() {
    for (change, kind) in [(true, "two-reviewers-needed"), (false, "photo-needed")] {
        let app = TestApp::start().await;
        judged_by(&app, |rule| {
            if change {
                rule.reviewers = Reviewers::Two;
            } else {
                rule.evidence = Evidence::Photo;
            }
        })
        .await;
        let outcome = award(&app, vec![cleaned(app.a.id(47), 60)]).await.ok();
        assert_eq!((&outcome["items"][0]["refusal"], &outcome["awarded"]), (&json!(kind), &json!(0)));
    }
}

#[tokio::test]
async fn a_debt_is_paid_first() {
    let app = TestApp::start().await;
    let taken = json!({"resident_id": app.a.id(47), "points": 103, "reason": "违反公约"});
    app.a.staff.post("/deductions", taken).await.created();
    let outcome = award(&app, vec![cleaned(app.a.id(47), 60), cleaned(app.a.id(47), 120)]).await.ok();
    assert_eq!(outcome["total_points"], 6);
    assert_eq!(app.wallet(47).await, (3, 0));
    assert_eq!(app.drift(&app.a).await, []);
}

#[tokio::test]
async fn a_request_that_makes_no_sense_is_refused_whole_and_every_place_is_named() {
    let app = TestApp::start().await;
    let good = cleaned(app.a.id(47), 60);
    let nobody = json!({"card_code": stage::card(999), "rule_code": "CLEAN", "on": "2026-11-02"});
    let problem = award(&app, vec![good.clone(), cleaned(app.b.id(47), 60), nobody]).await;
    let problem = problem.refused(422, "invalid-input");
    let fields: Vec<_> =
        problem["errors"].as_array().unwrap().iter().map(|e| e["field"].as_str().unwrap()).collect();
    assert_eq!(fields, ["items[1].resident_id", "items[2].card_code"]);
    let with = |field: &str, value: Value| {
        let mut one = good.clone();
        one[field] = value;
        one
    };
    for (item, field) in [
        (with("on", json!("2026-11-26")), "items[1].on"),
        (with("starts_at", json!("2026-11-02T01:00:00Z")), "items[1].on"),
        (with("card_code", json!(stage::card(47))), "items[1].card_code"),
        (with("resident_id", json!(null)), "items[1].resident_id"),
        (with("minutes", json!(1_441)), "items[1].minutes"),
        (json!({"resident_id": app.a.id(47), "rule_code": "CLEAN"}), "items[1].on"),
        (
            json!({"resident_id": app.a.id(47), "rule_code": "CLEAN", "starts_at": "2026-11-25T05:00:00Z"}),
            "items[1].starts_at",
        ),
        (
            json!({"resident_id": app.a.id(47), "rule_code": "CLEAN", "starts_at": "2026-11-25T03:00:00Z", "minutes": 180}),
            "items[1].starts_at",
        ),
    ] {
        award(&app, vec![good.clone(), item]).await.faulty(field);
    }
    award(&app, vec![]).await.faulty("items");
    award(&app, vec![good.clone(); 1_001]).await.faulty("items");
    assert_eq!(app.wallet(47).await, (100, 0));
    app.a.social_worker.post("/awards", json!({"items": [good]})).await.refused(403, "forbidden");
}

#[tokio::test]
async fn a_thousand_are_posted_at_once_and_not_above_the_cap() {
    let app = TestApp::start().await;
    let one = |number: usize| {
        let on = format!("2026-10-{:02}", number % 28 + 1);
        let resident = app.a.id([44, 47, 48, 49][number % 4]);
        json!({"resident_id": resident, "rule_code": "CLEAN", "on": on, "minutes": 60})
    };
    let outcome = award(&app, (0..1_000).map(one).collect()).await.ok();
    assert_eq!((&outcome["total_points"], &outcome["awarded"]), (&json!(4 * 60 - 4 * 18), &json!(84)));
    assert_eq!(app.drift(&app.a).await, []);
}
