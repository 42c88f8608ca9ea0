//! `PATCH /wish-polls/{id}`.

use chrono::Duration;
use linli_tests::TestApp;
use serde_json::json;

use super::{ahead, open_poll};

#[tokio::test]
async fn a_poll_changes_until_the_first_ballot() {
    let app = TestApp::start().await;
    let poll = open_poll(&app).await;
    let candidates = json!([{"name": "毛巾", "age_group": "all"}, {"name": "跳绳", "age_group": "children"}]);
    let change = json!({"title": "春节采购心愿", "choices": 1, "candidates": candidates});
    let changed = app.a.staff.patch(&poll.path, change).await.ok();
    assert_eq!((&changed["title"], &changed["choices"]), (&json!("春节采购心愿"), &json!(1)));
    assert_eq!(changed["candidates"].as_array().unwrap().len(), 2);
    poll.vote(&app.a.resident, &[0], json!({})).await.faulty("candidate_ids[0]");
    let new = json!({"candidate_ids": [changed["candidates"][0]["id"]]});
    app.a.resident.put(&format!("{}/ballot", poll.path), new).await.ok();
    let refused = app.a.staff.patch(&poll.path, json!({"title": "别的"})).await;
    assert_eq!(refused.refused(409, "wish-poll-has-ballots")["figures"]["ballots"], 1);
}

#[tokio::test]
async fn what_does_not_fit_is_named_and_what_is_over_stays() {
    let app = TestApp::start().await;
    let poll = open_poll(&app).await;
    app.a.staff.patch(&poll.path, json!({"closes_at": ahead(&app, -2)})).await.faulty("closes_at");
    app.a.staff.patch(&poll.path, json!({"choices": 4})).await.faulty("choices");
    app.a.resident.patch(&poll.path, json!({})).await.refused(403, "forbidden");
    app.b.staff.patch(&poll.path, json!({})).await.refused(404, "not-found");
    app.clock.put_forward(Duration::hours(9));
    app.a.staff.patch(&poll.path, json!({"title": "别的"})).await.refused(409, "wrong-state");
}
