//! The last place of a shift.

use linli_tests::race::{CONTENDERS, one_wins, race, row, unlocked};
use linli_tests::{TestApp, id_of};
use serde_json::json;
use uuid::Uuid;

use super::{sign_up, taken};
use crate::activities::{recruiting, shift, shift_id};

/// Registers as many residents as there are contenders.
async fn contenders(app: &TestApp) -> Vec<Uuid> {
    let mut all = Vec::new();
    for number in 0..CONTENDERS {
        let body = json!({"name": format!("居民{number}"), "household_id": app.a.id(12)});
        all.push(id_of(&app.a.staff.post("/residents", body).await.created()));
    }
    all
}

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
