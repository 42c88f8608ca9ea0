//! `POST /activities/{id}/review`, `/recruit`, `/start`, `/close`, `/cancel`.

use linli_tests::{TestApp, id_of};
use serde_json::json;

use super::{activity, proposal, propose, step};

#[tokio::test]
async fn an_activity_goes_its_way_one_step_after_the_other() {
    let app = TestApp::start().await;
    let activity = propose(&app, json!({})).await;
    let way = [("review", "reviewed"), ("recruit", "recruiting"), ("start", "running"), ("close", "closed")];
    for (verb, state) in way {
        assert_eq!(step(&app, &activity, verb).await.ok()["state"], state);
        step(&app, &activity, verb).await.refused(409, "wrong-state");
    }
    assert_eq!(app.a.staff.get(&format!("/activities/{}", id_of(&activity))).await.ok()["state"], "closed");
}

#[tokio::test]
async fn no_step_is_left_out() {
    let app = TestApp::start().await;
    let activity = propose(&app, json!({})).await;
    for verb in ["recruit", "start", "close"] {
        let problem = step(&app, &activity, verb).await.refused(409, "wrong-state");
        assert_eq!(problem["figures"]["state"], "draft");
    }
}

#[tokio::test]
async fn an_activity_is_called_off_with_a_reason_until_it_is_settled() {
    let app = TestApp::start().await;
    for taken in 0..=4 {
        let way = ["review", "recruit", "start", "close"];
        let activity = activity(&app, json!({}), &way[..taken]).await;
        let path = format!("/activities/{}/cancel", id_of(&activity));
        app.a.leader.post(&path, json!({})).await.faulty("reason");
        let cancelled = step(&app, &activity, "cancel").await.ok();
        assert_eq!(
            (&cancelled["state"], &cancelled["cancel_reason"]),
            (&json!("cancelled"), &json!("下雨改期"))
        );
        step(&app, &activity, "review").await.refused(409, "wrong-state");
    }
}

#[tokio::test]
async fn nobody_reviews_the_own_proposal() {
    let app = TestApp::start().await;
    let made = app.a.staff.post("/activities", proposal(&app)).await.created();
    let path = format!("/activities/{}/review", id_of(&made));
    app.a.staff.post(&path, json!({})).await.refused(409, "reviewer-is-organiser");
    app.a.leader.post(&path, json!({})).await.refused(403, "forbidden");
    app.a.administrator.post(&path, json!({})).await.ok();
}

#[tokio::test]
async fn nobody_reviews_what_they_changed_last() {
    let app = TestApp::start().await;
    let activity = propose(&app, json!({})).await;
    let path = format!("/activities/{}", id_of(&activity));
    app.a.social_worker.patch(&path, json!({"title": "大扫除"})).await.ok();
    step(&app, &activity, "review").await.refused(409, "reviewer-is-editor");
    app.a.staff.post(&format!("{path}/review"), json!({})).await.ok();
}

#[tokio::test]
async fn a_leader_takes_steps_with_the_own_team_only() {
    let app = TestApp::start().await;
    let body = super::proposal_with(&app, json!({"team_id": app.a.id(52)}));
    let of_other_team = app.a.staff.post("/activities", body).await.created();
    let own = activity(&app, json!({}), &["review"]).await;
    for verb in ["recruit", "start", "close", "cancel"] {
        let path = format!("/activities/{}/{verb}", id_of(&of_other_team));
        let body = if verb == "cancel" { json!({"reason": "改期"}) } else { json!({}) };
        app.a.leader.post(&path, body.clone()).await.refused(403, "forbidden");
        app.b.staff.post(&path, body).await.refused(404, "not-found");
    }
    app.a.leader.post(&format!("/activities/{}/recruit", id_of(&own)), json!({})).await.ok();
}
