//! `POST /shifts/{id}/check-in` and `…/check-out`, and the roster that follows from them.

use chrono::Duration;
use linli_tests::{TestApp, id_of};
use serde_json::{Value, json};

use super::{check, expected, scan};
use crate::activities::step;

#[tokio::test]
async fn the_minutes_of_the_roster_follow_from_checking_in_and_out() {
    let app = TestApp::start().await;
    let (place, activity) = expected(&app).await;
    step(&app, &activity, "start").await.ok();
    app.clock.put_forward(Duration::minutes(40));
    let came = scan(&app, "in", place).await.ok();
    assert_eq!(came["checked_in_by_hand"], false);
    app.clock.put_forward(Duration::seconds(50 * 60 + 30));
    let gone = scan(&app, "out", place).await.ok();
    assert!(gone["checked_out_at"].is_string());
    let path = format!("/shifts/{place}/roster");
    let roster = json!({"attendances": [{"resident_id": app.a.id(47)}]});
    let automatic = app.a.leader.put(&path, roster).await.ok()["attendances"][0].clone();
    assert_eq!((&automatic["minutes"], &automatic["source"]), (&json!(30), &json!("automatic")));
    let roster = json!({"attendances": [{"resident_id": app.a.id(47), "minutes": 60}]});
    let filled_in = app.a.leader.put(&path, roster).await.ok()["attendances"][0].clone();
    assert_eq!((&filled_in["minutes"], &filled_in["source"]), (&json!(60), &json!("back_filled")));
    let line = app.a.leader.get(&format!("/activities/{}/roster", id_of(&activity))).await.items().remove(0);
    assert_eq!((&line["source"], &line["checked_in_at"]), (&json!("back_filled"), &came["checked_in_at"]));
}

#[tokio::test]
async fn who_did_not_check_out_has_no_minutes_until_they_are_filled_in() {
    let app = TestApp::start().await;
    let (place, activity) = expected(&app).await;
    step(&app, &activity, "start").await.ok();
    app.clock.put_forward(Duration::minutes(61));
    scan(&app, "in", place).await.ok();
    let roster = json!({"attendances": [{"resident_id": app.a.id(47)}]});
    let answer = app.a.leader.put(&format!("/shifts/{place}/roster"), roster).await;
    answer.faulty("attendances[0].minutes");
}

#[tokio::test]
async fn a_resident_without_a_phone_is_checked_in_by_hand_and_the_record_says_so() {
    let app = TestApp::start().await;
    let (place, _) = expected(&app).await;
    app.clock.put_forward(Duration::minutes(40));
    let by_hand = json!({"resident_id": app.a.id(48)});
    check(&app.a.resident, "in", place, by_hand.clone()).await.refused(403, "forbidden");
    check(&app.b.staff, "in", place, by_hand.clone()).await.refused(404, "not-found");
    assert_eq!(check(&app.a.leader, "in", place, by_hand.clone()).await.ok()["checked_in_by_hand"], true);
    assert_eq!(check(&app.a.staff, "out", place, by_hand).await.ok()["checked_out_by_hand"], true);
}

#[tokio::test]
async fn residents_check_in_themselves_only_and_with_a_code() {
    let app = TestApp::start().await;
    let (place, _) = expected(&app).await;
    app.clock.put_forward(Duration::minutes(40));
    check(&app.a.resident, "in", place, json!({})).await.faulty("code");
    check(&app.a.staff, "in", place, json!({})).await.faulty("resident_id");
    let code = super::shown(&app, place).await["code"].clone();
    let other = json!({"code": code, "resident_id": app.a.id(48)});
    check(&app.a.resident, "in", place, other).await.refused(403, "forbidden");
}

#[tokio::test]
async fn checking_in_and_out_has_its_time_and_its_order() {
    let app = TestApp::start().await;
    let (place, activity) = expected(&app).await;
    let early = scan(&app, "in", place).await.refused(409, "outside-check-in");
    assert!(early["figures"]["opens_at"].is_string());
    app.clock.put_forward(Duration::minutes(40));
    scan(&app, "out", place).await.refused(409, "not-checked-in");
    scan(&app, "in", place).await.ok();
    scan(&app, "in", place).await.refused(409, "already-checked");
    app.clock.put_forward(Duration::minutes(160));
    scan(&app, "out", place).await.ok();
    scan(&app, "out", place).await.refused(409, "already-checked");
    step(&app, &activity, "cancel").await.ok();
    scan(&app, "out", place).await.refused(409, "wrong-state");
}

#[tokio::test]
async fn who_has_no_place_does_not_check_in() {
    let app = TestApp::start().await;
    let (place, _) = expected(&app).await;
    app.clock.put_forward(Duration::minutes(40));
    let stranger = json!({"resident_id": app.a.id(49)});
    check(&app.a.leader, "in", place, stranger).await.refused(409, "not-signed-up");
    let mine = app.a.resident.get("/signups").await.items().remove(0);
    app.a.resident.post(&format!("/signups/{}/withdraw", id_of(&mine)), json!({})).await.ok();
    scan(&app, "in", place).await.refused(409, "not-signed-up");
    assert_eq!(mine["checked_in_at"], Value::Null);
}
