//! The last place of a shift.

use linli_tests::race::{one_wins, race, row, unlocked};
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
