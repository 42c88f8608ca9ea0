//! `GET /offers/{id}/slots`.

use linli_tests::{TestApp, id_of};
use serde_json::json;

use super::{class, slot};
use crate::offers::draft_offer;

#[tokio::test]
async fn they_are_listed_as_they_begin_page_by_page_and_past_ones_on_request() {
    let app = TestApp::start().await;
    let offer = class(&app, json!({})).await;
    let (late, early) = (slot(&app, offer, (72, 5)).await, slot(&app, offer, (24, 5)).await);
    let path = format!("/offers/{offer}/slots");
    let page = app.a.resident.get(&format!("{path}?limit=1")).await.ok();
    let rest =
        app.a.resident.get(&format!("{path}?limit=1&cursor={}", page["next_cursor"].as_str().unwrap())).await;
    let rest = rest.ok();
    assert_eq!([id_of(&page["items"][0]), id_of(&rest["items"][0])], [early, late]);
    assert_eq!(rest["next_cursor"], json!(null));
    app.clock.put_forward(chrono::Duration::hours(30));
    assert_eq!(app.a.resident.get(&path).await.items().len(), 1);
    let all = format!("{path}?ends_after=2026-11-01T00:00:00Z");
    assert_eq!(app.a.resident.get(&all).await.items().len(), 2);
    app.a.resident.get(&format!("{path}?ends_after=x")).await.faulty("ends_after");
}

#[tokio::test]
async fn whoever_does_not_see_the_offer_does_not_see_its_slots() {
    let app = TestApp::start().await;
    let draft = draft_offer(&app, json!({"slot_early_minutes": 30})).await;
    let path = format!("/offers/{draft}/slots");
    app.a.resident.get(&path).await.refused(404, "not-found");
    assert!(app.a.manager.get(&path).await.items().is_empty());
    app.b.staff.get(&path).await.refused(404, "not-found");
}
