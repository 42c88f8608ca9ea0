//! Who sees which activities, one by one and in the list.

use linli_tests::{Actor, TestApp, id_of};
use serde_json::{Value, json};

use super::{activity, proposal_with, propose, recruiting, shift_id, step};
use crate::signups::sign_up;

/// Whether somebody sees an activity: by itself and in the list alike.
async fn sees(who: &Actor, activity: &Value) -> bool {
    let answer = who.get(&format!("/activities/{}", id_of(activity))).await;
    let list = who.get("/activities").await.items();
    let listed = list.iter().any(|item| item["id"] == activity["id"]);
    assert_eq!(answer.status, if listed { 200 } else { 404 }, "{}", answer.text);
    listed
}

#[tokio::test]
async fn a_proposal_is_for_those_who_guide_the_team_until_it_is_announced() {
    let app = TestApp::start().await;
    for steps in [&[][..], &["send-back"], &["review"]] {
        let hidden = activity(&app, json!({}), steps).await;
        for who in [&app.a.leader, &app.a.social_worker, &app.a.staff, &app.a.administrator] {
            assert!(sees(who, &hidden).await);
        }
        for who in [&app.a.resident, &app.a.cashier, &app.a.manager] {
            assert!(!sees(who, &hidden).await);
        }
    }
    assert!(sees(&app.a.resident, &recruiting(&app, json!({})).await).await);
}

#[tokio::test]
async fn a_leader_does_not_see_the_proposals_of_other_teams() {
    let app = TestApp::start().await;
    let body = proposal_with(&app, json!({"team_id": app.a.id(52)}));
    let other = app.a.staff.post("/activities", body).await.created();
    assert!(!sees(&app.a.leader, &other).await);
}

#[tokio::test]
async fn who_proposed_sees_it_without_leading_the_team_any_more() {
    let app = TestApp::start().await;
    let own = propose(&app, json!({})).await;
    let position = format!("/memberships/{}/position", app.a.id(54));
    app.a.staff.post(&position, json!({"position": "member"})).await.ok();
    assert!(sees(&app.a.leader, &own).await);
}

#[tokio::test]
async fn what_is_called_off_is_seen_by_who_has_signed_up() {
    let app = TestApp::start().await;
    let activity = recruiting(&app, json!({})).await;
    sign_up(&app.a.resident, shift_id(&activity, 0), None).await.created();
    step(&app, &activity, "cancel").await.ok();
    assert!(sees(&app.a.resident, &activity).await);
    assert!(!sees(&app.a.cashier, &activity).await);
    let other = recruiting(&app, json!({})).await;
    step(&app, &other, "cancel").await.ok();
    assert!(!sees(&app.a.resident, &other).await);
    assert!(sees(&app.a.leader, &other).await);
}

#[tokio::test]
async fn who_proposed_is_told_to_those_who_guide_the_team() {
    let app = TestApp::start().await;
    let path = format!("/activities/{}", id_of(&recruiting(&app, json!({})).await));
    let organiser = app.database.text(&format!("SELECT name FROM users WHERE id = '{}'", app.a.id(24))).await;
    let team = app.database.text(&format!("SELECT name FROM teams WHERE id = '{}'", app.a.id(53))).await;
    let told = (json!(app.a.id(24)), json!(organiser));
    for (who, (id, name)) in [(&app.a.leader, told), (&app.a.resident, (json!(null), json!(null)))] {
        for shown in [who.get(&path).await.ok(), who.get("/activities").await.items().remove(0)] {
            assert_eq!((&shown["organiser_id"], &shown["organiser_name"]), (&id, &name));
            assert_eq!(shown["team_name"], team);
        }
    }
}
