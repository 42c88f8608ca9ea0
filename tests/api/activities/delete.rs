//! `DELETE /activities/{id}`.

use linli_tests::{TestApp, id_of};
use serde_json::json;

use super::{proposal_with, propose, step};

#[tokio::test]
async fn a_draft_is_deleted_with_its_shifts_and_one_line_in_the_log() {
    let app = TestApp::start().await;
    let draft = propose(&app, json!({})).await;
    let path = format!("/activities/{}", id_of(&draft));
    app.a.leader.delete(&path).await.ok();
    app.a.leader.get(&path).await.refused(404, "not-found");
    app.a.leader.delete(&path).await.refused(404, "not-found");
    assert_eq!(app.database.number("SELECT count(*) FROM shifts").await, 0);
    let log = app.a.staff.get(&format!("/audit-entries?subject_id={}", id_of(&draft))).await.items();
    assert_eq!(log[0]["action"], "activity.delete");
    assert_eq!(log[0]["before"]["title"], draft["title"]);
}

#[tokio::test]
async fn what_was_sent_back_can_be_deleted_and_what_was_reviewed_cannot() {
    let app = TestApp::start().await;
    let back = propose(&app, json!({})).await;
    step(&app, &back, "send-back").await.ok();
    app.a.leader.delete(&format!("/activities/{}", id_of(&back))).await.ok();
    let kept = propose(&app, json!({})).await;
    let path = format!("/activities/{}", id_of(&kept));
    for verb in ["review", "recruit", "start", "close", "cancel"] {
        let state = step(&app, &kept, verb).await.ok()["state"].clone();
        let problem = app.a.staff.delete(&path).await.refused(409, "wrong-state");
        assert_eq!(problem["figures"]["state"], state);
    }
    app.a.leader.get(&path).await.ok();
}

#[tokio::test]
async fn a_leader_deletes_drafts_of_the_own_team_only() {
    let app = TestApp::start().await;
    let body = proposal_with(&app, json!({"team_id": app.a.id(52)}));
    let path = format!("/activities/{}", id_of(&app.a.staff.post("/activities", body).await.created()));
    app.a.leader.delete(&path).await.refused(403, "forbidden");
    app.a.resident.delete(&path).await.refused(403, "forbidden");
    app.b.staff.delete(&path).await.refused(404, "not-found");
    app.a.staff.delete(&path).await.ok();
}
