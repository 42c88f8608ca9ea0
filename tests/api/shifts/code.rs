//! `GET /shifts/{id}/code`.

use chrono::Duration;
use linli_tests::TestApp;
use serde_json::json;

use super::{check, expected, scan, shown};
use crate::activities::{recruiting, shift, shift_id};
use crate::signups::sign_up;

#[tokio::test]
async fn the_code_changes_every_half_minute_and_is_another_at_every_place() {
    let app = TestApp::start().await;
    let (place, _) = expected(&app).await;
    let (other, _) = {
        let activity = crate::activities::recruiting(&app, json!({})).await;
        (crate::activities::shift_id(&activity, 0), activity)
    };
    let now = shown(&app, place).await;
    assert_eq!(now["code"].as_str().unwrap().len(), 6);
    assert!((1..=30).contains(&now["seconds_left"].as_i64().unwrap()));
    assert_ne!(shown(&app, other).await["token"], now["token"]);
    app.clock.put_forward(Duration::seconds(31));
    assert_ne!(shown(&app, place).await["token"], now["token"]);
}

#[tokio::test]
async fn a_code_of_half_a_minute_ago_is_taken_and_one_of_two_minutes_ago_is_not() {
    let app = TestApp::start().await;
    let (place, _) = expected(&app).await;
    app.clock.put_forward(Duration::minutes(40));
    let old = shown(&app, place).await["code"].clone();
    app.clock.put_forward(Duration::minutes(2));
    check(&app.a.resident, "in", place, json!({"code": old})).await.refused(409, "wrong-place-code");
    let shown = shown(&app, place).await;
    app.clock.put_forward(Duration::seconds(31));
    check(&app.a.resident, "in", place, json!({"code": shown["code"]})).await.ok();
}

#[tokio::test]
async fn only_who_guides_the_team_shows_the_code() {
    let app = TestApp::start().await;
    let (place, _) = expected(&app).await;
    let path = format!("/shifts/{place}/code");
    app.a.social_worker.get(&path).await.ok();
    app.a.resident.get(&path).await.refused(403, "forbidden");
    app.b.leader.get(&path).await.refused(404, "not-found");
}

#[tokio::test]
async fn who_guesses_codes_is_slowed_down() {
    let app = TestApp::start().await;
    let (place, _) = expected(&app).await;
    app.clock.put_forward(Duration::minutes(40));
    for _ in 0..10 {
        let wrong = check(&app.a.resident, "in", place, json!({"code": "nothing"})).await;
        wrong.refused(409, "wrong-place-code");
    }
    let slowed = check(&app.a.resident, "in", place, json!({"code": "nothing"})).await;
    slowed.refused(429, "too-many-requests");
    let right = shown(&app, place).await["code"].clone();
    let slowed = check(&app.a.resident, "in", place, json!({"code": right})).await;
    slowed.refused(429, "too-many-requests");
    app.clock.put_forward(Duration::minutes(10));
    let right = shown(&app, place).await["code"].clone();
    check(&app.a.resident, "in", place, json!({"code": right})).await.ok();
}

#[tokio::test]
async fn what_succeeds_at_one_place_does_not_forget_the_guesses_at_another() {
    let app = TestApp::start().await;
    let (place, _) = expected(&app).await;
    let other = recruiting(&app, json!({"shifts": [shift(&app, 10, 40, 9)]})).await;
    let other = shift_id(&other, 0);
    sign_up(&app.a.resident, other, None).await.created();
    app.clock.put_forward(Duration::minutes(40));
    for _ in 0..10 {
        let wrong = check(&app.a.resident, "in", place, json!({"code": "nothing"})).await;
        wrong.refused(409, "wrong-place-code");
    }
    scan(&app, "in", other).await.ok();
    scan(&app, "in", place).await.refused(429, "too-many-requests");
}

#[tokio::test]
async fn the_guesses_are_forgotten_only_when_the_check_succeeds() {
    let app = TestApp::start().await;
    let (place, _) = expected(&app).await;
    app.clock.put_forward(Duration::minutes(40));
    for _ in 0..9 {
        let wrong = check(&app.a.resident, "out", place, json!({"code": "nothing"})).await;
        wrong.refused(409, "wrong-place-code");
    }
    scan(&app, "out", place).await.refused(409, "not-checked-in");
    scan(&app, "in", place).await.refused(429, "too-many-requests");
}
