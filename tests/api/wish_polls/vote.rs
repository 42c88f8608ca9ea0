//! `PUT /wish-polls/{id}/ballot`.

use chrono::Duration;
use linli_tests::TestApp;
use serde_json::json;

use super::{new_poll, open_poll};

#[tokio::test]
async fn a_resident_votes_and_votes_otherwise_and_has_one_ballot() {
    let app = TestApp::start().await;
    let poll = open_poll(&app).await;
    poll.vote(&app.a.resident, &[0, 2], json!({"suggestion": "乒乓球"})).await.ok();
    poll.vote(&app.a.resident, &[1], json!({})).await.ok();
    let seen = app.a.resident.get(&poll.path).await.ok();
    assert_eq!(seen["ballots"], 1);
    assert_eq!(seen["own_ballot"]["candidate_ids"], json!([poll.candidates[1]]));
    assert_eq!(seen["own_ballot"]["suggestion"], json!(null));
}

#[tokio::test]
async fn the_desk_votes_in_a_residents_place_and_it_is_kept_in_whose() {
    let app = TestApp::start().await;
    let poll = open_poll(&app).await;
    let receipt = poll.vote_for(&app, 48, &[1]).await.ok();
    assert_eq!(receipt["resident_id"], json!(app.a.id(48)));
    poll.vote(&app.a.staff, &[1], json!({})).await.faulty("resident_id");
    poll.vote(&app.a.staff, &[1], json!({"resident_id": app.b.id(47)})).await.faulty("resident_id");
    let other = json!({"resident_id": app.a.id(48)});
    poll.vote(&app.a.resident, &[1], other).await.refused(403, "forbidden");
    let lines = app.a.administrator.get(&format!("/audit-entries?subject_id={}", poll.id)).await.items();
    assert_eq!(lines[0]["on_behalf_of"], json!(app.a.id(48)), "{}", lines[0]);
}

#[tokio::test]
async fn nobody_else_is_told_what_somebody_voted_for() {
    let app = TestApp::start().await;
    let poll = open_poll(&app).await;
    let answer = poll.vote(&app.a.resident, &[1], json!({"suggestion": "乒乓球"})).await.ok();
    let line = &app.a.administrator.get(&format!("/audit-entries?subject_id={}", poll.id)).await.items()[0];
    for told in [&answer, line] {
        let told = told.to_string();
        assert!(!told.contains(&poll.candidates[1].to_string()) && !told.contains("乒乓球"), "{told}");
    }
    assert_eq!(app.a.staff.get(&poll.path).await.ok()["own_ballot"], json!(null));
    assert_eq!(app.a.leader.get(&poll.path).await.ok()["own_ballot"], json!(null));
}

#[tokio::test]
async fn a_ballot_that_does_not_fit_is_refused() {
    let app = TestApp::start().await;
    let poll = open_poll(&app).await;
    for places in [&[0, 1, 2][..], &[0, 0], &[]] {
        poll.vote(&app.a.resident, places, json!({})).await.faulty("candidate_ids");
    }
    let elsewhere = open_poll(&app).await.candidates[0];
    let foreign = json!({"candidate_ids": [elsewhere]});
    app.a.resident.put(&format!("{}/ballot", poll.path), foreign).await.faulty("candidate_ids[0]");
    poll.vote(&app.a.resident, &[0], json!({"suggestion": "长".repeat(41)})).await.faulty("suggestion");
    poll.vote(&app.a.resident, &[0], json!({"suggestion": ""})).await.faulty("suggestion");
    app.b
        .resident
        .put(&format!("{}/ballot", poll.path), json!({"candidate_ids": []}))
        .await
        .refused(404, "not-found");
    poll.vote(&app.a.cashier, &[0], json!({})).await.refused(403, "forbidden");
}

#[tokio::test]
async fn ballots_are_cast_while_the_poll_is_open() {
    let app = TestApp::start().await;
    let later = app.a.staff.post("/wish-polls", new_poll(&app, 2, &json!({}))).await.created();
    let path = format!("/wish-polls/{}/ballot", linli_tests::id_of(&later));
    let ballot = json!({"candidate_ids": [later["candidates"][0]["id"]]});
    app.a.resident.put(&path, ballot.clone()).await.refused(409, "wish-poll-not-open");
    app.clock.put_forward(Duration::hours(2));
    app.a.resident.put(&path, ballot.clone()).await.ok();
    app.clock.put_forward(Duration::hours(10));
    app.a.resident.put(&path, ballot).await.refused(409, "wish-poll-not-open");
}

#[tokio::test]
async fn who_has_moved_away_has_no_vote() {
    let app = TestApp::start().await;
    let poll = open_poll(&app).await;
    app.database
        .run(&format!("UPDATE residents SET state = 'moved_out' WHERE id = '{}'", app.a.id(48)))
        .await;
    poll.vote_for(&app, 48, &[0]).await.refused(409, "resident-not-active");
}
