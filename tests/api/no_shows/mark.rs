//! `POST /activities/{id}/no-shows` and `GET /residents/{id}/no-shows`.

use chrono::{DateTime, Datelike, Duration, Utc};
use linli_tests::{TestApp, id_of};
use serde_json::{Value, json};

use super::{absent, mark, marks_of, missed_by, settled};
use crate::activities::{recruiting, shift, shift_id, step};
use crate::shifts::check;
use crate::signups::sign_up;

#[tokio::test]
async fn two_absences_are_a_notice_and_the_third_costs_a_point() {
    let app = TestApp::start().await;
    let second = absent(&app, 2).await;
    assert_eq!((&second["missed"], &second["step"]), (&json!("absent"), &json!("notice")));
    assert_eq!(app.wallet(48).await.0, 100);
    let third = absent(&app, 1).await;
    assert_eq!(third["step"], "deduction");
    assert_eq!(app.wallet(48).await.0, 99);
    let transfer =
        app.a.staff.get(&format!("/transfers/{}", third["transfer_id"].as_str().unwrap())).await.ok();
    assert_eq!(transfer["code"], "deduct");
    let marks = marks_of(&app, 48).await;
    assert_eq!((marks.len(), &marks[0]), (3, &third));
    assert_eq!(app.drift(&app.a).await, []);
}

#[tokio::test]
async fn who_is_marked_is_not_marked_again() {
    let app = TestApp::start().await;
    let activity = missed_by(&app, 48).await;
    mark(&app.a.leader, &activity).await.ok();
    assert_eq!(mark(&app.a.staff, &activity).await.ok()["items"], json!([]));
    assert_eq!((marks_of(&app, 48).await.len(), marks_of(&app, 47).await.len()), (1, 0));
}

#[tokio::test]
async fn who_checked_in_late_gets_a_notice_and_who_was_in_time_nothing() {
    let app = TestApp::start().await;
    let activity = recruiting(&app, json!({"shifts": [shift(&app, 60, 60, 9)]})).await;
    let place = shift_id(&activity, 0);
    for resident in [48, 49] {
        sign_up(&app.a.staff, place, Some(app.a.id(resident))).await.created();
    }
    for (minutes, resident) in [(70, 49), (10, 48)] {
        app.clock.put_forward(Duration::minutes(minutes));
        check(&app.a.leader, "in", place, json!({"resident_id": app.a.id(resident)})).await.ok();
    }
    let activity = settled(&app, activity, place).await;
    let marked = mark(&app.a.leader, &activity).await.ok();
    assert_eq!((marked["items"].as_array().unwrap().len(), &marked["deductions"]), (1, &json!(0)));
    let late = marks_of(&app, 48).await.remove(0);
    assert_eq!((&late["missed"], &late["step"]), (&json!("late"), &json!("notice")));
    assert_eq!(marks_of(&app, 49).await, Vec::<Value>::new());
}

#[tokio::test]
async fn nobody_is_marked_before_the_roster_is_settled_or_by_strangers() {
    let app = TestApp::start().await;
    let activity = recruiting(&app, json!({})).await;
    mark(&app.a.leader, &activity).await.refused(409, "roster-not-settled");
    mark(&app.a.resident, &activity).await.refused(403, "forbidden");
    mark(&app.b.leader, &activity).await.refused(404, "not-found");
}

#[tokio::test]
async fn a_resident_sees_the_own_marks_only() {
    let app = TestApp::start().await;
    absent(&app, 1).await;
    let path = |resident| format!("/residents/{}/no-shows", app.a.id(resident));
    app.a.resident.get(&path(48)).await.refused(403, "forbidden");
    assert_eq!(app.a.resident.get(&path(47)).await.items(), Vec::<Value>::new());
    assert_eq!(app.a.social_worker.get(&path(48)).await.items().len(), 1);
    app.b.staff.get(&path(48)).await.refused(404, "not-found");
}

#[tokio::test]
async fn what_the_wallet_lacks_is_owed() {
    let app = TestApp::start().await;
    absent(&app, 2).await;
    let all = json!({"resident_id": app.a.id(48), "points": 100, "reason": "核实后扣减"});
    app.a.staff.post("/deductions", all).await.created();
    let third = absent(&app, 1).await;
    assert_eq!(app.wallet(48).await.0, 0);
    assert!(third["transfer_id"].is_string() && id_of(&third).get_version_num() == 7);
    assert_eq!(app.drift(&app.a).await, []);
}

#[tokio::test]
async fn who_is_marked_is_told_what_follows() {
    let app = TestApp::start().await;
    let third = absent(&app, 3).await;
    let told = app.a.staff.get(&format!("/notices?resident_id={}", app.a.id(48))).await.items();
    let content = &told[0]["content"];
    assert_eq!((&content["kind"], &content["no_show_id"]), (&json!("no_show_marked"), &third["id"]));
    assert_eq!((&content["points"], &content["absent"]), (&json!(1), &json!(3)));
    assert_eq!((told.len(), &told[1]["content"]["points"]), (3, &json!(0)));
    assert!(told[0]["text"].as_str().unwrap().ends_with("扣 1 积分。如有异议，可申诉一次"), "{told:?}");
}

#[tokio::test]
async fn who_moved_up_shortly_before_and_does_not_come_is_not_marked() {
    let app = TestApp::start().await;
    let activity = recruiting(&app, json!({"shifts": [shift(&app, 60, 60, 1)]})).await;
    let place = shift_id(&activity, 0);
    let first = sign_up(&app.a.staff, place, Some(app.a.id(49))).await.created();
    let body = json!({"resident_id": app.a.id(48), "wait": true});
    app.a.staff.post(&format!("/shifts/{place}/signups"), body).await.created();
    app.a.staff.post(&format!("/signups/{}/withdraw", id_of(&first)), json!({})).await.ok();
    let activity = settled(&app, activity, place).await;
    assert_eq!(mark(&app.a.leader, &activity).await.ok()["items"], json!([]));
}

/// An activity of an hour that begins at a moment, at which resident 48 is absent, and how it was marked.
async fn absent_at(app: &TestApp, starts_at: DateTime<Utc>) -> Value {
    let shifts = json!([{"starts_at": starts_at, "ends_at": starts_at + Duration::hours(1), "capacity": 9}]);
    let activity = recruiting(app, json!({"shifts": shifts})).await;
    let place = shift_id(&activity, 0);
    sign_up(&app.a.staff, place, Some(app.a.id(48))).await.created();
    step(app, &activity, "start").await.ok();
    app.clock.put_forward(starts_at + Duration::hours(1) - app.clock.now());
    app.a.leader.put(&format!("/shifts/{place}/roster"), json!({"attendances": []})).await.ok();
    for verb in ["close", "settle"] {
        step(app, &activity, verb).await.ok();
    }
    mark(&app.a.leader, &activity).await.ok()["items"][0].clone()
}

#[tokio::test]
async fn the_count_begins_anew_with_the_year_of_the_community() {
    let app = TestApp::start().await;
    // The end of a year for which there is still time.
    let year = (app.clock.now() + Duration::days(5)).year();
    // In Shanghai the new year begins at 16:00 by UTC.
    let midnight: DateTime<Utc> = format!("{year}-12-31T16:00:00Z").parse().unwrap();
    for hours in [-72, -48] {
        assert_eq!(absent_at(&app, midnight + Duration::hours(hours)).await["step"], "notice");
    }
    assert_eq!(absent_at(&app, midnight - Duration::hours(2)).await["step"], "deduction");
    assert_eq!(absent_at(&app, midnight).await["step"], "notice");
    assert_eq!(app.drift(&app.a).await, []);
}
