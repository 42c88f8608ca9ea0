//! `POST /teams/{id}/memberships`.

use linli_tests::TestApp;
use linli_tests::race::{CONTENDERS, one_wins, race, row};
use serde_json::json;

use super::{act, of_team, request};

#[tokio::test]
async fn a_resident_asks_to_join() {
    let app = TestApp::start().await;
    let made = request(&app).await;
    assert_eq!((&made["state"], &made["position"]), (&json!("requested"), &json!("member")));
    assert_eq!((&made["resident_id"], &made["resident_name"]), (&json!(app.a.id(47)), &json!("王小明")));
    let team = app.a.staff.get(&format!("/teams/{}", app.a.id(53))).await.ok();
    assert_eq!(team["members"], 1);
}

#[tokio::test]
async fn the_desk_asks_for_a_resident_or_adds_it_at_once() {
    let app = TestApp::start().await;
    let asked = app.a.staff.post(&of_team(&app), json!({"resident_id": app.a.id(48)})).await.created();
    assert_eq!(asked["state"], "requested");
    let body = json!({"resident_id": app.a.id(49), "active": true});
    let added = app.a.staff.post(&of_team(&app), body).await.created();
    assert_eq!(added["state"], "active");
    assert_eq!(added["decided_at"], added["requested_at"]);
}

#[tokio::test]
async fn a_resident_acts_for_nobody_else_and_does_not_approve() {
    let app = TestApp::start().await;
    let other = json!({"resident_id": app.a.id(49)});
    app.a.resident.post(&of_team(&app), other.clone()).await.refused(403, "forbidden");
    app.a.leader.post(&of_team(&app), other).await.refused(403, "forbidden");
    app.a.resident.post(&of_team(&app), json!({"active": true})).await.refused(403, "forbidden");
}

#[tokio::test]
async fn a_resident_is_in_a_team_once_but_may_come_back() {
    let app = TestApp::start().await;
    let made = request(&app).await;
    app.a.resident.post(&of_team(&app), json!({})).await.refused(409, "already-member");
    act(&app.a.staff, &made, "approve").await.ok();
    app.a.resident.post(&of_team(&app), json!({})).await.refused(409, "already-member");
    act(&app.a.resident, &made, "end").await.ok();
    request(&app).await;
}

#[tokio::test]
async fn of_eight_requests_at_once_one_stands() {
    let app = TestApp::start().await;
    let path = of_team(&app);
    let contenders = (0..CONTENDERS).map(|_| app.a.resident.post(&path, json!({})));
    one_wins(race(&app, &row("teams", app.a.id(53)), contenders).await, "already-member");
}

#[tokio::test]
async fn a_dissolved_team_takes_nobody_and_nobody_joins_who_is_gone() {
    let app = TestApp::start().await;
    app.a.staff.patch(&format!("/residents/{}", app.a.id(49)), json!({"state": "moved_out"})).await.ok();
    let gone = json!({"resident_id": app.a.id(49)});
    app.a.staff.post(&of_team(&app), gone).await.refused(409, "resident-not-active");
    app.a.staff.patch(&format!("/teams/{}", app.a.id(53)), json!({"state": "dissolved"})).await.ok();
    app.a.resident.post(&of_team(&app), json!({})).await.refused(409, "team-dissolved");
}

#[tokio::test]
async fn teams_and_residents_of_another_community_do_not_exist() {
    let app = TestApp::start().await;
    let path = format!("/teams/{}/memberships", app.b.id(53));
    app.a.resident.post(&path, json!({})).await.refused(404, "not-found");
    app.a.staff.post(&of_team(&app), json!({"resident_id": app.b.id(49)})).await.faulty("resident_id");
    app.a.staff.post(&of_team(&app), json!({})).await.faulty("resident_id");
}
