//! The queue for a full shift.

use chrono::Duration;
use linli_tests::{Actor, Answer, TestApp, id_of};
use serde_json::{Value, json};
use uuid::Uuid;

use super::{sign_up, taken};
use crate::activities::{recruiting, shift, shift_id, step};

/// The desk puts a resident into the queue.
async fn wait(who: &Actor, shift: Uuid, resident: Uuid) -> Answer {
    who.post(&format!("/shifts/{shift}/signups"), json!({"resident_id": resident, "wait": true})).await
}

async fn withdraw(who: &Actor, signup: &Value) -> Value {
    who.post(&format!("/signups/{}/withdraw", id_of(signup)), json!({})).await.ok()
}

/// The state and the place in the queue of a resident's newest sign-up.
async fn stands(app: &TestApp, resident: u32) -> (Value, Value) {
    let path = format!("/signups?resident_id={}", app.a.id(resident));
    let newest = app.a.staff.get(&path).await.items().remove(0);
    (newest["state"].clone(), newest["queue_place"].clone())
}

/// A shift for one, taken by resident 47, for which 48 and 49 wait; and the sign-up of 47.
async fn full(app: &TestApp) -> (Value, Value) {
    let activity = recruiting(app, json!({"shifts": [shift(app, 60, 60, 1)]})).await;
    let place = shift_id(&activity, 0);
    let first = sign_up(&app.a.resident, place, None).await.created();
    for resident in [48, 49] {
        let made = wait(&app.a.staff, place, app.a.id(resident)).await.created();
        assert_eq!((&made["state"], &made["queue_place"]), (&json!("waiting"), &json!(resident - 47)));
    }
    (activity, first)
}

#[tokio::test]
async fn who_would_wait_waits_for_a_place_in_the_order_of_coming() {
    let app = TestApp::start().await;
    let (activity, _) = full(&app).await;
    assert_eq!(stands(&app, 49).await, (json!("waiting"), json!(2)));
    assert_eq!(taken(&app.a.staff, &activity).await, 1);
    wait(&app.a.staff, shift_id(&activity, 0), app.a.id(49)).await.refused(409, "already-signed-up");
    assert_eq!(app.drift(&app.a).await, []);
}

#[tokio::test]
async fn a_place_that_is_given_back_goes_to_the_first_who_waits() {
    let app = TestApp::start().await;
    let (activity, first) = full(&app).await;
    withdraw(&app.a.resident, &first).await;
    assert_eq!(stands(&app, 48).await, (json!("signed_up"), Value::Null));
    assert_eq!(stands(&app, 49).await, (json!("waiting"), json!(1)));
    assert_eq!(taken(&app.a.staff, &activity).await, 1);
    let moved = app.a.administrator.get("/audit-entries?limit=10").await.items();
    assert!(moved.iter().any(|line| line["action"] == "signup.move_up"), "{moved:?}");
    assert_eq!(app.drift(&app.a).await, []);
}

#[tokio::test]
async fn who_gives_up_waiting_frees_no_place() {
    let app = TestApp::start().await;
    let (activity, _) = full(&app).await;
    let path = format!("/signups?resident_id={}", app.a.id(48));
    let waiting = app.a.staff.get(&path).await.items().remove(0);
    assert_eq!(withdraw(&app.a.staff, &waiting).await["queue_place"], Value::Null);
    assert_eq!(stands(&app, 49).await, (json!("waiting"), json!(1)));
    assert_eq!(taken(&app.a.staff, &activity).await, 1);
    assert_eq!(app.drift(&app.a).await, []);
}

#[tokio::test]
async fn room_for_more_is_room_for_who_waits() {
    let app = TestApp::start().await;
    let (activity, _) = full(&app).await;
    let path = format!("/shifts/{}", shift_id(&activity, 0));
    let changed = app.a.leader.patch(&path, json!({"capacity": 2})).await.ok();
    assert_eq!((&changed["capacity"], &changed["taken"]), (&json!(2), &json!(2)));
    assert_eq!(stands(&app, 48).await.0, "signed_up");
    let problem =
        app.a.leader.patch(&path, json!({"capacity": 1})).await.refused(409, "capacity-below-taken");
    assert_eq!(problem["figures"]["taken"], 2);
    app.a.leader.patch(&path, json!({"capacity": 9})).await.ok();
    assert_eq!(stands(&app, 49).await.0, "signed_up");
    assert_eq!(app.drift(&app.a).await, []);
}

#[tokio::test]
async fn shifts_change_while_they_are_ahead_and_by_who_guides_the_team() {
    let app = TestApp::start().await;
    let activity = recruiting(&app, json!({})).await;
    let (path, room) = (format!("/shifts/{}", shift_id(&activity, 0)), json!({"capacity": 5}));
    app.b.staff.patch(&path, room.clone()).await.refused(404, "not-found");
    app.clock.put_forward(Duration::hours(1));
    app.a.leader.patch(&path, room.clone()).await.refused(409, "shift-started");
    step(&app, &activity, "cancel").await.ok();
    app.a.leader.patch(&path, room).await.refused(409, "wrong-state");
}

#[tokio::test]
async fn the_place_of_who_moves_away_goes_to_who_waits() {
    let app = TestApp::start().await;
    let (activity, _) = full(&app).await;
    app.a.staff.patch(&format!("/residents/{}", app.a.id(47)), json!({"state": "moved_out"})).await.ok();
    assert_eq!(stands(&app, 47).await.0, "withdrawn");
    assert_eq!(stands(&app, 48).await.0, "signed_up");
    app.a.staff.patch(&format!("/residents/{}", app.a.id(49)), json!({"state": "moved_out"})).await.ok();
    assert_eq!(stands(&app, 49).await.0, "withdrawn");
    assert_eq!(taken(&app.a.staff, &activity).await, 1);
    assert_eq!(app.drift(&app.a).await, []);
}

#[tokio::test]
async fn who_is_elsewhere_at_that_time_is_passed_over() {
    let app = TestApp::start().await;
    let (_, first) = full(&app).await;
    let other = recruiting(&app, json!({"shifts": [shift(&app, 90, 60, 5)]})).await;
    sign_up(&app.a.staff, shift_id(&other, 0), Some(app.a.id(48))).await.created();
    withdraw(&app.a.resident, &first).await;
    assert_eq!(stands(&app, 49).await.0, "signed_up");
    let path = format!("/signups?state=waiting&resident_id={}", app.a.id(48));
    assert_eq!(app.a.staff.get(&path).await.items()[0]["queue_place"], 1);
    assert_eq!(app.drift(&app.a).await, []);
}

#[tokio::test]
async fn nobody_overtakes_who_could_not_come_when_the_place_became_free_but_can_now() {
    let app = TestApp::start().await;
    let (activity, first) = full(&app).await;
    let path = format!("/signups?resident_id={}", app.a.id(49));
    withdraw(&app.a.staff, &app.a.staff.get(&path).await.items().remove(0)).await;
    let other = recruiting(&app, json!({"shifts": [shift(&app, 90, 60, 5)]})).await;
    let elsewhere = sign_up(&app.a.staff, shift_id(&other, 0), Some(app.a.id(48))).await.created();
    withdraw(&app.a.resident, &first).await;
    withdraw(&app.a.staff, &elsewhere).await;
    sign_up(&app.a.resident, shift_id(&activity, 0), None).await.refused(409, "shift-full");
    assert_eq!(wait(&app.a.staff, shift_id(&activity, 0), app.a.id(49)).await.created()["state"], "waiting");
    let path = format!("/signups?state=signed_up&resident_id={}", app.a.id(48));
    assert_eq!(app.a.staff.get(&path).await.items()[0]["shift_id"], activity["shifts"][0]["id"]);
    assert_eq!(app.drift(&app.a).await, []);
}

#[tokio::test]
async fn who_moves_up_and_whose_activity_is_called_off_is_told() {
    let app = TestApp::start().await;
    let (activity, first) = full(&app).await;
    withdraw(&app.a.resident, &first).await;
    let told = async |resident| {
        let notices = app.a.staff.get(&format!("/notices?resident_id={}", app.a.id(resident))).await.items();
        let kind = |notice: &Value| notice["content"]["kind"].as_str().unwrap().to_owned();
        notices.iter().map(kind).collect::<Vec<String>>()
    };
    assert_eq!((told(48).await, told(49).await), (vec!["moved_up".to_owned()], Vec::new()));
    step(&app, &activity, "cancel").await.ok();
    assert_eq!(told(48).await, ["activity_cancelled", "moved_up"]);
    assert_eq!((told(49).await.len(), told(47).await.len()), (1, 0));
}

#[tokio::test]
async fn nobody_signs_up_for_two_shifts_at_the_same_time() {
    let app = TestApp::start().await;
    let activity = recruiting(&app, json!({"title": "周末大扫除"})).await;
    let made = sign_up(&app.a.resident, shift_id(&activity, 0), None).await.created();
    // The first one lasts from minute 60 to 180.
    let shifts = json!([shift(&app, 170, 60, 5)]);
    let other = recruiting(&app, json!({"shifts": shifts, "title": "夜间巡逻"})).await;
    let clashing = shift_id(&other, 0);
    for wait in [false, true] {
        let path = format!("/shifts/{clashing}/signups");
        let problem = app.a.resident.post(&path, json!({"wait": wait})).await.refused(409, "clash");
        assert_eq!(problem["figures"]["title"], "周末大扫除");
        assert_eq!(problem["figures"]["activity"], activity["id"]);
        assert_eq!(problem["figures"]["starts_at"], made["starts_at"]);
    }
    step(&app, &activity, "cancel").await.ok();
    sign_up(&app.a.resident, clashing, None).await.created();
}

#[tokio::test]
async fn who_has_left_the_team_is_passed_over_where_it_is_for_the_team_only() {
    let app = TestApp::start().await;
    let (activity, first) = full(&app).await;
    let of_team = format!("UPDATE activities SET recruit = 'team' WHERE id = '{}'", id_of(&activity));
    app.database.run(&of_team).await;
    let path = format!("/teams/{}/memberships", app.a.id(53));
    app.a.staff.post(&path, json!({"resident_id": app.a.id(49), "active": true})).await.created();
    withdraw(&app.a.resident, &first).await;
    assert_eq!(stands(&app, 48).await.0, "waiting");
    assert_eq!(stands(&app, 49).await.0, "signed_up");
    assert_eq!(app.drift(&app.a).await, []);
}
