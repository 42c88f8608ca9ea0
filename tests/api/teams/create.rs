//! `POST /teams`.

use linli_tests::{TestApp, id_of};
use serde_json::json;
use uuid::Uuid;

#[tokio::test]
async fn a_derived_team_is_founded_under_a_core_team() {
    let app = TestApp::start().await;
    let body = json!({
        "kind": "derived", "parent_id": app.a.id(52), "name": "文明养宠宣传队", "purpose": "文明养宠",
        "founded_on": "2025-05-01"
    });
    let answer = app.a.social_worker.post("/teams", body).await;
    let location = answer.header("location").unwrap().to_owned();
    let team = answer.created();
    assert_eq!(location, format!("/api/v1/teams/{}", id_of(&team)));
    assert_eq!(
        (&team["state"], &team["members"], &team["leaders"]),
        (&json!("active"), &json!(0), &json!([]))
    );
    assert_eq!(team["founded_on"], "2025-05-01");
    let found = app.a.resident.get(&format!("/teams/{}", id_of(&team))).await.ok();
    assert_eq!(found, team);
}

#[tokio::test]
async fn a_team_needs_a_parent_one_step_up() {
    let app = TestApp::start().await;
    let team = |kind: &str, parent: Option<Uuid>| json!({"kind": kind, "parent_id": parent, "name": "新队", "purpose": ""});
    let cases = [
        team("agency", Some(app.a.id(51))),
        team("core", None),
        team("core", Some(app.a.id(52))),
        team("derived", Some(app.a.id(51))),
    ];
    for body in cases {
        let problem = app.a.staff.post("/teams", body).await.refused(409, "unsuitable-parent");
        assert_eq!(problem["errors"][0]["field"], "parent_id");
    }
    app.a.staff.post("/teams", team("core", Some(app.a.id(51)))).await.created();
}

#[tokio::test]
async fn nothing_is_founded_under_a_dissolved_team() {
    let app = TestApp::start().await;
    app.a.staff.patch(&format!("/teams/{}", app.a.id(53)), json!({"state": "dissolved"})).await.ok();
    app.a.staff.patch(&format!("/teams/{}", app.a.id(52)), json!({"state": "dissolved"})).await.ok();
    let body = json!({"kind": "derived", "parent_id": app.a.id(52), "name": "新队", "purpose": ""});
    app.a.staff.post("/teams", body).await.refused(409, "unsuitable-parent");
}

#[tokio::test]
async fn a_name_is_taken_once_in_a_community() {
    let app = TestApp::start().await;
    let team =
        |parent: Uuid| json!({"kind": "core", "parent_id": parent, "name": "银龄互助队", "purpose": ""});
    app.a.staff.post("/teams", team(app.a.id(51))).await.created();
    let problem = app.a.staff.post("/teams", team(app.a.id(51))).await.refused(409, "name-taken");
    assert_eq!(problem["figures"]["name"], "银龄互助队");
    app.b.staff.post("/teams", team(app.b.id(51))).await.created();
}

#[tokio::test]
async fn a_faulty_field_is_named() {
    let app = TestApp::start().await;
    let body = json!({"kind": "core", "parent_id": app.a.id(51), "name": "新队", "purpose": ""});
    let cases = [
        ("kind", json!("club")),
        ("parent_id", json!(app.b.id(51))),
        ("parent_id", json!("x")),
        ("name", json!(" ")),
        ("purpose", json!(null)),
        ("founded_on", json!("+262142-01-01")),
        ("members", json!(3)),
    ];
    for (field, value) in cases {
        let mut body = body.clone();
        body[field] = value;
        app.a.staff.post("/teams", body).await.faulty(field);
    }
}

#[tokio::test]
async fn only_guides_found_teams() {
    let app = TestApp::start().await;
    let body = json!({"kind": "core", "parent_id": app.a.id(51), "name": "新队", "purpose": ""});
    for who in [&app.a.leader, &app.a.resident, &app.a.manager] {
        who.post("/teams", body.clone()).await.refused(403, "forbidden");
    }
}
