//! `POST /activities/{id}/send-back`, mending what came back, and what is told about it.

use linli_tests::{TestApp, id_of};
use serde_json::{Value, json};

use super::{proposal, propose, step};

#[tokio::test]
async fn what_is_sent_back_with_a_reason_is_mended_and_reviewed_again() {
    let app = TestApp::start().await;
    let draft = propose(&app, json!({})).await;
    let path = format!("/activities/{}", id_of(&draft));
    app.a.staff.post(&format!("{path}/send-back"), json!({})).await.faulty("reason");
    let back = app.a.staff.post(&format!("{path}/send-back"), json!({"reason": "写明集合地点"})).await.ok();
    assert_eq!((&back["state"], &back["return_reason"]), (&json!("returned"), &json!("写明集合地点")));
    step(&app, &draft, "review").await.refused(409, "wrong-state");
    step(&app, &draft, "send-back").await.refused(409, "wrong-state");
    let mended = app.a.leader.patch(&path, json!({"place": "3栋门口"})).await.ok();
    assert_eq!((&mended["state"], &mended["return_reason"]), (&json!("draft"), &json!("写明集合地点")));
    assert_eq!(step(&app, &draft, "review").await.ok()["state"], "reviewed");
    step(&app, &draft, "send-back").await.refused(409, "wrong-state");
}

#[tokio::test]
async fn who_proposed_is_told_each_time_and_once_it_passes() {
    let app = TestApp::start().await;
    let draft = propose(&app, json!({})).await;
    let path = format!("/activities/{}", id_of(&draft));
    for reason in ["写明时间", "写明地点"] {
        app.a.staff.post(&format!("{path}/send-back"), json!({"reason": reason})).await.ok();
        app.clock.put_forward(chrono::Duration::minutes(1));
        app.a.leader.patch(&path, json!({"description": reason})).await.ok();
    }
    step(&app, &draft, "review").await.ok();
    let told = app.a.leader.get("/notices").await.items();
    let texts: Vec<&str> = told.iter().map(|notice| notice["text"].as_str().unwrap()).collect();
    assert_eq!(
        texts,
        [
            "您提出的活动「周末大扫除」已通过审核，可以开始招募了",
            "您提出的活动「周末大扫除」被退回修改：写明地点",
            "您提出的活动「周末大扫除」被退回修改：写明时间",
        ]
    );
    assert_eq!(told[0]["content"]["activity_id"], draft["id"]);
}

#[tokio::test]
async fn nobody_sends_back_the_own_proposal_and_leaders_send_back_nothing() {
    let app = TestApp::start().await;
    let own = app.a.staff.post("/activities", proposal(&app)).await.created();
    let path = format!("/activities/{}/send-back", id_of(&own));
    let body = json!({"reason": "改期"});
    app.a.staff.post(&path, body.clone()).await.refused(409, "reviewer-is-organiser");
    app.a.leader.post(&path, body.clone()).await.refused(403, "forbidden");
    app.b.staff.post(&path, body.clone()).await.refused(404, "not-found");
    app.a.administrator.post(&path, body).await.ok();
    // The account of staff belongs to no resident: there is nobody to be told.
    assert_eq!(app.database.number("SELECT count(*) FROM notices").await, 0);
}

#[tokio::test]
async fn why_it_was_sent_back_is_for_those_who_guide_the_team() {
    let app = TestApp::start().await;
    let draft = propose(&app, json!({})).await;
    step(&app, &draft, "send-back").await.ok();
    let path = format!("/activities/{}", id_of(&draft));
    app.a.resident.get(&path).await.refused(404, "not-found");
    assert_eq!(app.a.leader.get(&path).await.ok()["return_reason"], "下雨改期");
    app.a.leader.patch(&path, json!({"place": "3栋门口"})).await.ok();
    for verb in ["review", "recruit"] {
        step(&app, &draft, verb).await.ok();
    }
    assert_eq!(app.a.resident.get(&path).await.ok()["return_reason"], Value::Null);
}
