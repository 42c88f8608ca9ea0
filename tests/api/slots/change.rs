//! `PATCH /slots/{id}`.

use chrono::Duration;
use linli_tests::TestApp;
use serde_json::json;

use super::{ahead, class, slot, take};

#[tokio::test]
async fn seats_change_until_it_begins_and_the_time_while_nobody_relies_on_it() {
    let app = TestApp::start().await;
    let offer = class(&app, json!({})).await;
    let slot = slot(&app, offer, (24, 1)).await;
    let path = format!("/slots/{slot}");
    let later = json!({"starts_at": ahead(&app, 30), "ends_at": ahead(&app, 31), "seats": 2});
    assert_eq!(app.a.manager.patch(&path, later.clone()).await.ok()["seats_left"], 2);
    take(&app, offer, (slot, 47)).await.created();
    take(&app, offer, (slot, 49)).await.created();
    app.a.manager.patch(&path, json!({"starts_at": ahead(&app, 29)})).await.refused(409, "slot-taken");
    let fewer = app.a.manager.patch(&path, json!({"seats": 1})).await.refused(409, "seats-below-taken");
    assert_eq!(fewer["figures"]["taken"], 2);
    assert_eq!(app.a.manager.patch(&path, json!({"seats": 3})).await.ok()["seats_left"], 1);
    app.clock.put_forward(Duration::hours(30));
    app.a.manager.patch(&path, json!({"seats": 4})).await.refused(409, "slot-begun");
    assert_eq!(app.drift(&app.a).await, []);
}

#[tokio::test]
async fn another_partners_slot_is_not_a_managers_to_change() {
    let app = TestApp::start().await;
    let other = class(&app, json!({"partner_id": app.a.id(73)})).await;
    let body = json!({"starts_at": ahead(&app, 24), "ends_at": ahead(&app, 26), "seats": 20});
    let planned = app.a.staff.post(&format!("/offers/{other}/slots"), body).await.created();
    let path = format!("/slots/{}", linli_tests::id_of(&planned["items"][0]));
    app.a.manager.patch(&path, json!({"seats": 3})).await.refused(403, "forbidden");
    app.b.staff.patch(&path, json!({"seats": 3})).await.refused(404, "not-found");
    app.a.staff.patch(&path, json!({"seats": 3})).await.ok();
}
