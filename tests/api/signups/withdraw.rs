//! `POST /signups/{id}/withdraw`.

use chrono::Duration;
use diesel_async::SimpleAsyncConnection;
use futures::future::join;
use linli_tests::race::row;
use linli_tests::{Actor, Answer, TestApp, id_of};
use serde_json::{Value, json};

use super::{sign_up, taken};
use crate::activities::{recruiting, shift, shift_id};

async fn withdraw(who: &Actor, signup: &Value) -> Answer {
    who.post_with("w", &format!("/signups/{}/withdraw", id_of(signup)), json!({})).await
}

#[tokio::test]
async fn the_place_is_given_back_once_and_free_for_somebody_else() {
    let app = TestApp::start().await;
    let activity = recruiting(&app, json!({"shifts": [shift(&app, 60, 60, 1)]})).await;
    let made = sign_up(&app.a.resident, shift_id(&activity, 0), None).await.created();
    let first = withdraw(&app.a.resident, &made).await;
    assert_eq!(withdraw(&app.a.resident, &made).await.text, first.text);
    assert_eq!(first.ok()["state"], "withdrawn");
    withdraw(&app.a.staff, &made).await.refused(409, "wrong-state");
    assert_eq!(taken(&app.a.resident, &activity).await, 0);
    sign_up(&app.a.staff, shift_id(&activity, 0), Some(app.a.id(48))).await.created();
    assert_eq!(app.drift(&app.a).await, []);
}

#[tokio::test]
async fn who_withdrew_may_sign_up_again() {
    let app = TestApp::start().await;
    let activity = recruiting(&app, json!({})).await;
    let made = sign_up(&app.a.resident, shift_id(&activity, 0), None).await.created();
    withdraw(&app.a.resident, &made).await.ok();
    sign_up(&app.a.resident, shift_id(&activity, 0), None).await.created();
    assert_eq!(taken(&app.a.resident, &activity).await, 1);
    assert_eq!(app.drift(&app.a).await, []);
}

#[tokio::test]
async fn nobody_withdraws_once_the_shift_has_begun() {
    let app = TestApp::start().await;
    let activity = recruiting(&app, json!({})).await;
    let made = sign_up(&app.a.resident, shift_id(&activity, 0), None).await.created();
    app.clock.put_forward(Duration::hours(1));
    withdraw(&app.a.resident, &made).await.refused(409, "shift-started");
}

#[tokio::test]
async fn residents_withdraw_for_themselves_only() {
    let app = TestApp::start().await;
    let activity = recruiting(&app, json!({})).await;
    let made = sign_up(&app.a.staff, shift_id(&activity, 0), Some(app.a.id(48))).await.created();
    withdraw(&app.a.resident, &made).await.refused(403, "forbidden");
    withdraw(&app.b.staff, &made).await.refused(404, "not-found");
    withdraw(&app.a.staff, &made).await.ok();
}

/// Somebody withdraws while a lock is held; answers what PostgreSQL says to `meanwhile`, asked by who holds it.
async fn while_locked(app: &TestApp, lock: &str, signup: &Value, meanwhile: &str) -> Result<(), String> {
    let mut holder = app.database.connect().await;
    holder.batch_execute(&format!("BEGIN; {lock}")).await.unwrap();
    let asking = async {
        app.database.somebody_waits().await;
        let mut other = app.database.connect().await;
        let said = other.batch_execute(meanwhile).await.map_err(|error| error.to_string());
        holder.batch_execute("COMMIT").await.unwrap();
        said
    };
    let (answer, said) = join(withdraw(&app.a.resident, signup), asking).await;
    answer.ok();
    said
}

#[tokio::test]
async fn the_activity_is_locked_before_the_shift() {
    for activity_first in [true, false] {
        let app = TestApp::start().await;
        let activity = recruiting(&app, json!({"shifts": [shift(&app, 60, 60, 1)]})).await;
        let made = sign_up(&app.a.resident, shift_id(&activity, 0), None).await.created();
        let [activity, shift] = [row("activities", id_of(&activity)), row("shifts", shift_id(&activity, 0))];
        let (held, asked) = if activity_first { (&activity, &shift) } else { (&shift, &activity) };
        let said = while_locked(&app, held, &made, &format!("{asked} NOWAIT")).await;
        // Who waits for the activity does not hold the shift; who waits for the shift holds the activity.
        assert_eq!(said.is_ok(), activity_first, "{said:?}");
    }
}
