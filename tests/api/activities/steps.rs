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
    step(&app, &activity, "cancel").await.refused(409, "wrong-state");
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
async fn an_activity_is_called_off_until_it_is_closed() {
    let app = TestApp::start().await;
    let ways: [&[&str]; 4] = [&[], &["review"], &["review", "recruit"], &["review", "recruit", "start"]];
    for steps in ways {
        let activity = activity(&app, json!({}), steps).await;
        assert_eq!(step(&app, &activity, "cancel").await.ok()["state"], "cancelled");
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
async fn a_leader_takes_steps_with_the_own_team_only() {
    let app = TestApp::start().await;
    let body = super::proposal_with(&app, json!({"team_id": app.a.id(52)}));
    let of_other_team = app.a.staff.post("/activities", body).await.created();
    let own = activity(&app, json!({}), &["review"]).await;
    for verb in ["recruit", "start", "close", "cancel"] {
        let path = format!("/activities/{}/{verb}", id_of(&of_other_team));
        app.a.leader.post(&path, json!({})).await.refused(403, "forbidden");
        app.b.staff.post(&path, json!({})).await.refused(404, "not-found");
    }
    app.a.leader.post(&format!("/activities/{}/recruit", id_of(&own)), json!({})).await.ok();
}
