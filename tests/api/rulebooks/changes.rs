//! `GET /rulebooks/{id}/changes`.

use linli_tests::TestApp;
use serde_json::{Value, json};
use uuid::Uuid;

use super::draft;

fn path(id: Uuid, since: Uuid) -> String {
    format!("/rulebooks/{id}/changes?since={since}")
}

#[tokio::test]
async fn what_a_draft_would_change_is_told_rule_by_rule() {
    let app = TestApp::start().await;
    let draft = draft(&app).await;
    let mut book = app.a.staff.get(&format!("/rulebooks/{}", app.a.id(60))).await.ok()["book"].clone();
    let patrol = app.a.staff.get(&format!("/rulebooks/{draft}")).await.ok()["book"]["rules"][0].clone();
    book["rules"][0]["points"] = json!(3);
    book["rules"][0]["caps"] = json!([{"period": "day", "per": "household", "points": 9}]);
    book["rules"][1] = patrol;
    book["giving"] = json!({"per_month": 20});
    app.a.administrator.patch(&format!("/rulebooks/{draft}"), json!({"book": book})).await.ok();

    let changes = app.a.resident.get(&path(draft, app.a.id(60))).await.ok();
    assert_eq!((&changes["since"], &changes["id"]), (&json!(app.a.id(60)), &json!(draft)));
    assert_eq!(
        changes["book"],
        json!([{"clause": "giving", "before": "每人每月最多赠送 150 分", "after": "每人每月最多赠送 20 分"}])
    );
    let rules = changes["rules"].as_array().unwrap();
    let codes: Vec<&Value> = rules.iter().map(|rule| &rule["code"]).collect();
    assert_eq!(codes, ["CLEAN", "PATROL", "MEET"]);
    assert_eq!(
        rules[0]["clauses"],
        json!([
            {"clause": "points", "before": "2 分", "after": "3 分"},
            {"clause": "caps", "before": "每人每日最多 6 分", "after": "每户每日最多 9 分"},
        ])
    );
    assert_eq!((&rules[0]["before"]["points"], &rules[0]["after"]["points"]), (&json!(2), &json!(3)));
    assert_eq!((&rules[1]["before"], &rules[1]["after"]["code"]), (&json!(null), &json!("PATROL")));
    assert_eq!((&rules[2]["before"]["code"], &rules[2]["after"]), (&json!("MEET"), &json!(null)));
}

#[tokio::test]
async fn a_version_does_not_differ_from_itself() {
    let app = TestApp::start().await;
    let changes = app.a.staff.get(&path(app.a.id(60), app.a.id(60))).await.ok();
    assert_eq!((&changes["book"], &changes["rules"]), (&json!([]), &json!([])));
}

#[tokio::test]
async fn unless_told_otherwise_the_version_before_is_meant_and_of_the_first_all_is_new() {
    let app = TestApp::start().await;
    let draft = draft(&app).await;
    let changes = app.a.staff.get(&format!("/rulebooks/{draft}/changes")).await.ok();
    assert_eq!(changes, app.a.staff.get(&path(draft, app.a.id(60))).await.ok());
    let first = app.a.staff.get(&format!("/rulebooks/{}/changes", app.a.id(60))).await.ok();
    assert_eq!((&first["since"], &first["rules"][0]["before"]), (&json!(null), &json!(null)));
    assert_eq!(first["rules"].as_array().unwrap().len(), 2);
}

#[tokio::test]
async fn only_versions_of_the_community_are_compared() {
    let app = TestApp::start().await;
    app.a.staff.get(&path(app.b.id(60), app.a.id(60))).await.refused(404, "not-found");
    app.a.staff.get(&path(app.a.id(60), app.b.id(60))).await.faulty("since");
    app.a.staff.get(&format!("/rulebooks/{}/changes?since=x", app.a.id(60))).await.faulty("since");
}
