//! `POST /activities/{id}/no-shows` and `GET /residents/{id}/no-shows`.

use chrono::Duration;
use linli_tests::{TestApp, id_of};
use serde_json::{Value, json};

use super::{absent, mark, marks_of, missed_by, settled};
use crate::activities::{recruiting, shift, shift_id};
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
