//! `PATCH /teams/{id}`.

use linli_tests::TestApp;
use serde_json::json;

use crate::activities::{propose, recruiting, step};

#[tokio::test]
async fn what_is_left_out_stays() {
    let app = TestApp::start().await;
    let path = format!("/teams/{}", app.a.id(53));
    let before = app.a.staff.get(&path).await.ok();
    let after = app.a.staff.patch(&path, json!({"purpose": "美化楼道和花坛"})).await.ok();
    assert_eq!(after["purpose"], "美化楼道和花坛");
    for same in ["name", "kind", "parent_id", "state", "members", "leaders", "founded_on"] {
        assert_eq!(after[same], before[same], "{same}");
    }
    app.a.staff.patch(&path, json!({"name": before["name"]})).await.ok();
}

#[tokio::test]
async fn a_team_is_dissolved_once_none_is_active_below_it() {
    let app = TestApp::start().await;
    let [agency, core, derived] = [51, 52, 53].map(|number| format!("/teams/{}", app.a.id(number)));
    let dissolved = json!({"state": "dissolved"});
    for path in [&agency, &core] {
        app.a.staff.patch(path, dissolved.clone()).await.refused(409, "team-has-derived-teams");
    }
    app.a.staff.patch(&derived, dissolved.clone()).await.ok();
    app.a.staff.patch(&core, dissolved.clone()).await.ok();
    app.a.staff.patch(&derived, json!({"state": "active"})).await.refused(409, "unsuitable-parent");
    app.a.staff.patch(&core, json!({"state": "active"})).await.ok();
    assert_eq!(app.a.staff.patch(&derived, json!({"state": "active"})).await.ok()["state"], "active");
}

#[tokio::test]
async fn a_team_is_not_dissolved_while_an_activity_of_it_is_announced() {
    let app = TestApp::start().await;
    let path = format!("/teams/{}", app.a.id(53));
    propose(&app, json!({})).await;
    let announced = recruiting(&app, json!({})).await;
    let dissolved = json!({"state": "dissolved"});
    app.a.staff.patch(&path, dissolved.clone()).await.refused(409, "team-has-activities");
    step(&app, &announced, "cancel").await.ok();
    app.a.staff.patch(&path, dissolved).await.ok();
}

#[tokio::test]
async fn a_team_does_not_take_the_name_of_another() {
    let app = TestApp::start().await;
    let path = format!("/teams/{}", app.a.id(53));
    let problem = app.a.staff.patch(&path, json!({"name": "绿色家园队"})).await.refused(409, "name-taken");
    assert_eq!(problem["errors"][0]["field"], "name");
}

#[tokio::test]
async fn of_eight_teams_that_want_one_name_one_gets_it() {
    let app = TestApp::start().await;
    let mut paths = Vec::new();
    for number in 0..8 {
        let body =
            json!({"kind": "core", "parent_id": app.a.id(51), "name": format!("{number}队"), "purpose": ""});
        let team = app.a.staff.post("/teams", body).await.created();
        paths.push(format!("/teams/{}", team["id"].as_str().unwrap()));
    }
    let rename = paths.iter().map(|path| app.a.staff.patch(path, json!({"name": "红色先锋队"})));
    let answers = futures::future::join_all(rename).await;
    assert_eq!(answers.iter().filter(|answer| answer.status == 200).count(), 1);
    for answer in answers.into_iter().filter(|answer| answer.status != 200) {
        answer.refused(409, "name-taken");
    }
}

#[tokio::test]
async fn a_team_of_another_community_does_not_exist() {
    let app = TestApp::start().await;
    let path = format!("/teams/{}", app.b.id(53));
    app.a.staff.patch(&path, json!({"purpose": "x"})).await.refused(404, "not-found");
    app.a.staff.get(&path).await.refused(404, "not-found");
}
