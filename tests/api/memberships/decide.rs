//! `POST /memberships/{id}/approve` and `/refuse`.

use linli_tests::TestApp;
use serde_json::json;

use super::{act, of_team, request};

#[tokio::test]
async fn the_leader_of_the_team_approves_once() {
    let app = TestApp::start().await;
    let made = request(&app).await;
    assert_eq!(act(&app.a.leader, &made, "approve").await.ok()["state"], "active");
    let problem = act(&app.a.staff, &made, "approve").await.refused(409, "wrong-state");
    assert_eq!(problem["figures"]["state"], "active");
    act(&app.a.social_worker, &made, "refuse").await.refused(409, "wrong-state");
}

#[tokio::test]
async fn who_was_refused_may_ask_again() {
    let app = TestApp::start().await;
    let made = request(&app).await;
    assert_eq!(act(&app.a.social_worker, &made, "refuse").await.ok()["state"], "refused");
    request(&app).await;
}

#[tokio::test]
async fn a_leader_decides_for_the_own_team_only() {
    let app = TestApp::start().await;
    let path = format!("/teams/{}/memberships", app.a.id(52));
    let made = app.a.resident.post(&path, json!({})).await.created();
    act(&app.a.leader, &made, "approve").await.refused(403, "forbidden");
    act(&app.a.leader, &made, "refuse").await.refused(403, "forbidden");
    act(&app.a.resident, &made, "approve").await.refused(403, "forbidden");
}

#[tokio::test]
async fn nobody_is_approved_into_a_dissolved_team_and_a_request_ends_with_the_resident() {
    let app = TestApp::start().await;
    let made = request(&app).await;
    let asked = app.a.staff.post(&of_team(&app), json!({"resident_id": app.a.id(49)})).await.created();
    app.a.staff.patch(&format!("/residents/{}", app.a.id(49)), json!({"state": "deceased"})).await.ok();
    let ended = act(&app.a.leader, &asked, "approve").await.refused(409, "wrong-state");
    assert_eq!(ended["figures"]["state"], "ended");
    app.a.staff.patch(&format!("/teams/{}", app.a.id(53)), json!({"state": "dissolved"})).await.ok();
    act(&app.a.staff, &made, "approve").await.refused(409, "team-dissolved");
}

#[tokio::test]
async fn a_membership_of_another_community_does_not_exist() {
    let app = TestApp::start().await;
    let made = request(&app).await;
    for verb in ["approve", "refuse", "end"] {
        act(&app.b.staff, &made, verb).await.refused(404, "not-found");
    }
}
