//! `POST /signups/{id}/withdraw`.

use chrono::Duration;
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
