//! `PATCH /activities/{id}`.

use linli_tests::{TestApp, id_of};
use serde_json::json;

use super::{propose, shift, step};

#[tokio::test]
async fn what_is_left_out_of_a_draft_stays() {
    let app = TestApp::start().await;
    let before = propose(&app, json!({})).await;
    let path = format!("/activities/{}", id_of(&before));
    let after = app.a.leader.patch(&path, json!({"title": "楼道大扫除", "rule_code": "MEET"})).await.ok();
    assert_eq!((&after["title"], &after["rule_code"]), (&json!("楼道大扫除"), &json!("MEET")));
    for same in ["description", "category", "beneficiary", "place", "recruit", "shifts", "starts_at"] {
        assert_eq!(after[same], before[same], "{same}");
    }
    assert_eq!(app.a.leader.get(&path).await.ok(), after);
}

#[tokio::test]
async fn new_shifts_take_the_place_of_the_old_ones() {
    let app = TestApp::start().await;
    let before = propose(&app, json!({})).await;
    let path = format!("/activities/{}", id_of(&before));
    let [one, two] = [shift(&app, 600, 60, 7), shift(&app, 700, 60, 8)];
    let after = app.a.leader.patch(&path, json!({"shifts": [one, two]})).await.ok();
    assert_eq!((&after["starts_at"], &after["ends_at"]), (&one["starts_at"], &two["ends_at"]));
    assert_eq!(after["shifts"].as_array().unwrap().len(), 2);
    assert_eq!(app.a.leader.get(&path).await.ok(), after);
    assert_eq!(app.drift(&app.a).await, []);
}

#[tokio::test]
async fn what_was_reviewed_stays_as_it_was_reviewed() {
    let app = TestApp::start().await;
    let activity = propose(&app, json!({})).await;
    step(&app, &activity, "review").await.ok();
    let path = format!("/activities/{}", id_of(&activity));
    let problem = app.a.leader.patch(&path, json!({"title": "别的"})).await.refused(409, "wrong-state");
    assert_eq!(problem["figures"]["state"], "reviewed");
}

#[tokio::test]
async fn others_do_not_change_it_and_faults_are_named() {
    let app = TestApp::start().await;
    let body = super::proposal_with(&app, json!({"team_id": app.a.id(52)}));
    let of_other_team = app.a.staff.post("/activities", body).await.created();
    let path = format!("/activities/{}", id_of(&of_other_team));
    app.a.leader.patch(&path, json!({"title": "别的"})).await.refused(403, "forbidden");
    app.b.staff.patch(&path, json!({"title": "别的"})).await.refused(404, "not-found");
    app.a.staff.patch(&path, json!({"rule_code": "NOSUCH"})).await.faulty("rule_code");
    app.a.staff.patch(&path, json!({"shifts": [shift(&app, 1, 0, 1)]})).await.faulty("shifts[0].ends_at");
    app.a.staff.patch(&path, json!({"team_id": app.a.id(53)})).await.faulty("team_id");
}
