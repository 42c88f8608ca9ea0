//! The last place of a shift.

use linli_tests::race::{CONTENDERS, one_wins, race, row, unlocked};
use linli_tests::{TestApp, id_of};
use serde_json::json;

use super::{contenders, sign_up, taken};
use crate::activities::{recruiting, shift, shift_id};

#[tokio::test]
async fn of_eight_who_want_the_last_place_one_gets_it() {
    let app = TestApp::start().await;
    let activity = recruiting(&app, json!({"shifts": [shift(&app, 60, 60, 1)]})).await;
    let place = shift_id(&activity, 0);
    let contenders = contenders(&app).await;
    let contenders = contenders.iter().map(|resident| sign_up(&app.a.staff, place, Some(*resident)));
    one_wins(race(&app, &row("shifts", place), contenders).await, "shift-full");
    assert_eq!(taken(&app.a.staff, &activity).await, 1);
    assert_eq!(app.drift(&app.a).await, []);
}

#[tokio::test]
async fn without_the_lock_all_eight_would_get_it_but_for_the_constraint() {
    let app = TestApp::start().await;
    let activity = recruiting(&app, json!({"shifts": [shift(&app, 60, 60, 1)]})).await;
    let place = shift_id(&activity, 0);
    let read = format!("SELECT capacity - taken > 0 AS allowed FROM shifts WHERE id = '{place}'");
    let write = format!("UPDATE shifts SET taken = taken + 1 WHERE id = '{place}'");
    unlocked(&app, &read, |_| write.clone()).await.caught_by("shifts_taken_check", 1);
}

#[tokio::test]
async fn of_eight_who_sign_up_while_it_is_called_off_none_gets_a_place() {
    let app = TestApp::start().await;
    let activity = recruiting(&app, json!({"shifts": [shift(&app, 60, 60, 20)]})).await;
    let place = shift_id(&activity, 0);
    let contenders = contenders(&app).await;
    let calling_off = format!("UPDATE activities SET state = 'cancelled' WHERE id = '{}'", id_of(&activity));
    let race =
        race(&app, &calling_off, contenders.iter().map(|one| sign_up(&app.a.staff, place, Some(*one))));
    for answer in race.await {
        answer.refused(409, "wrong-state");
    }
    assert_eq!(taken(&app.a.staff, &activity).await, 0);
    assert_eq!(app.drift(&app.a).await, []);
}

#[tokio::test]
async fn of_eight_places_at_the_same_time_a_resident_gets_one() {
    let app = TestApp::start().await;
    let mut places = Vec::new();
    for _ in 0..CONTENDERS {
        let activity = recruiting(&app, json!({"shifts": [shift(&app, 60, 60, 5)]})).await;
        places.push(shift_id(&activity, 0));
    }
    let who = Some(app.a.id(48));
    let contenders = places.iter().map(|place| sign_up(&app.a.staff, *place, who));
    one_wins(race(&app, &row("residents", app.a.id(48)), contenders).await, "clash");
    assert_eq!(app.drift(&app.a).await, []);
}

#[tokio::test]
async fn without_the_lock_a_resident_would_get_all_eight() {
    let app = TestApp::start().await;
    let mut places = Vec::new();
    for _ in 0..CONTENDERS {
        let activity = recruiting(&app, json!({"shifts": [shift(&app, 60, 60, 5)]})).await;
        places.push(shift_id(&activity, 0));
    }
    let (c, who) = (app.a.id(1), app.a.id(48));
    let read = format!("SELECT NOT EXISTS (SELECT FROM signups WHERE resident_id = '{who}') AS allowed");
    let write = |number: usize| {
        format!(
            "INSERT INTO signups VALUES ('{c}', gen_random_uuid(), '{}', '{who}', 'signed_up', now(), NULL)",
            places[number]
        )
    };
    unlocked(&app, &read, write).await.caught_by_nothing();
}

#[tokio::test]
async fn of_eight_who_give_their_places_back_at_once_each_makes_one_move_up() {
    let app = TestApp::start().await;
    let activity = recruiting(&app, json!({"shifts": [shift(&app, 60, 60, 8)]})).await;
    let place = shift_id(&activity, 0);
    let mut made = Vec::new();
    for resident in contenders(&app).await {
        made.push(id_of(&sign_up(&app.a.staff, place, Some(resident)).await.created()));
    }
    let path = format!("/shifts/{place}/signups");
    let queue = contenders(&app).await;
    for resident in &queue {
        let body = json!({"resident_id": resident, "wait": true});
        app.a.staff.post(&path, body).await.created();
    }
    let paths: Vec<String> = made.iter().map(|signup| format!("/signups/{signup}/withdraw")).collect();
    let withdrawing = paths.iter().map(|path| app.a.staff.post(path, json!({})));
    for answer in race(&app, &row("shifts", place), withdrawing).await {
        answer.ok();
    }
    assert_eq!(taken(&app.a.staff, &activity).await, 8);
    for resident in queue {
        let signups = app.a.staff.get(&format!("/signups?resident_id={resident}")).await.items();
        assert_eq!(signups[0]["state"], "signed_up");
    }
    assert_eq!(app.drift(&app.a).await, []);
}

#[tokio::test]
async fn without_the_lock_the_first_of_the_queue_would_move_up_for_all_eight() {
    let app = TestApp::start().await;
    let activity = recruiting(&app, json!({"shifts": [shift(&app, 60, 60, 1)]})).await;
    let place = shift_id(&activity, 0);
    sign_up(&app.a.resident, place, None).await.created();
    let path = format!("/shifts/{place}/signups");
    let waiting = app.a.staff.post(&path, json!({"resident_id": app.a.id(48), "wait": true})).await.created();
    let read = format!("SELECT state = 'waiting' AS allowed FROM signups WHERE id = '{}'", id_of(&waiting));
    let write = format!("UPDATE signups SET state = 'signed_up' WHERE id = '{}'", id_of(&waiting));
    unlocked(&app, &read, |_| write.clone()).await.caught_by_nothing();
}
