//! `POST /offers/{id}/slots`.

use chrono::{DateTime, Duration, Utc};
use linli_tests::TestApp;
use serde_json::{Value, json};

use super::{ahead, class, of_class, slot};
use crate::offers::{draft_offer, open_offer};

#[tokio::test]
async fn a_weekly_class_is_planned_in_one_go() {
    let app = TestApp::start().await;
    let offer = class(&app, json!({})).await;
    let starts_at = ahead(&app, 24);
    let repeat = json!({"every": "week", "times": 3});
    let body = json!({"starts_at": starts_at, "ends_at": starts_at + Duration::hours(2), "seats": 20, "repeat": repeat});
    let path = format!("/offers/{offer}/slots");
    let planned = app.a.manager.post(&path, body).await.created();
    let begin: Vec<DateTime<Utc>> = planned["items"]
        .as_array()
        .unwrap()
        .iter()
        .map(|slot| slot["starts_at"].as_str().unwrap().parse().unwrap())
        .collect();
    assert_eq!(begin, [0, 7, 14, 21].map(|days| begin[0] + Duration::days(days)));
    let first = &planned["items"][0];
    assert_eq!((&first["seats_left"], &first["state"]), (&json!(20), &json!("open")));
    assert_eq!(app.a.resident.get(&path).await.items(), *planned["items"].as_array().unwrap());
}

#[tokio::test]
async fn all_of_them_or_none() {
    let app = TestApp::start().await;
    let offer = class(&app, json!({})).await;
    let starts_at = ahead(&app, 24);
    let repeat = json!({"every": "week", "times": 8});
    let body = json!({"starts_at": starts_at, "ends_at": starts_at + Duration::hours(2), "seats": 20, "repeat": repeat});
    let path = format!("/offers/{offer}/slots");
    app.a.manager.post(&path, body).await.faulty("starts_at");
    assert!(app.a.manager.get(&path).await.items().is_empty());
}

#[tokio::test]
async fn a_faulty_field_is_named() {
    let app = TestApp::start().await;
    let path = format!("/offers/{}/slots", class(&app, json!({})).await);
    let with = |field: &str, value: Value| {
        let mut body = json!({"starts_at": ahead(&app, 24), "ends_at": ahead(&app, 26), "seats": 20});
        body[field] = value;
        body
    };
    let cases = [
        (with("seats", json!(0)), "seats"),
        (with("seats", json!(10_001)), "seats"),
        (with("ends_at", json!(ahead(&app, 24))), "ends_at"),
        (with("ends_at", json!(ahead(&app, 49))), "ends_at"),
        (with("starts_at", json!(ahead(&app, -1))), "ends_at"),
        (with("starts_at", json!("soon")), "starts_at"),
        (with("repeat", json!({"every": "week", "times": 27})), "repeat.times"),
        (with("room", json!(1)), "room"),
    ];
    for (body, field) in cases {
        app.a.manager.post(&path, body).await.faulty(field);
    }
    let past = json!({"starts_at": ahead(&app, -1), "ends_at": ahead(&app, 1), "seats": 1});
    app.a.manager.post(&path, past).await.faulty("starts_at");
}

#[tokio::test]
async fn a_manager_plans_for_its_own_partner_and_for_offers_with_slots_only() {
    let app = TestApp::start().await;
    let body = json!({"starts_at": ahead(&app, 24), "ends_at": ahead(&app, 26), "seats": 20});
    let without = open_offer(&app, json!({})).await;
    let path = format!("/offers/{without}/slots");
    app.a.manager.post(&path, body.clone()).await.refused(409, "offer-without-slots");
    let other = class(&app, json!({"partner_id": app.a.id(73)})).await;
    let path = format!("/offers/{other}/slots");
    app.a.manager.post(&path, body.clone()).await.refused(403, "forbidden");
    app.b.staff.post(&path, body.clone()).await.refused(404, "not-found");
    app.a.resident.post(&path, body).await.refused(403, "forbidden");
}

#[tokio::test]
async fn the_draft_they_belong_to_stays_valid_for_them_until_they_are_cancelled() {
    let app = TestApp::start().await;
    let offer = draft_offer(&app, of_class(&json!({}))).await;
    let planned = slot(&app, offer, (24, 5)).await;
    let path = format!("/offers/{offer}");
    let (early, late) = (json!({"valid_to": ahead(&app, 25)}), json!({"valid_from": ahead(&app, 25)}));
    app.a.manager.patch(&path, early.clone()).await.faulty("valid_to");
    app.a.manager.patch(&path, late).await.faulty("valid_from");
    app.a.manager.patch(&path, json!({"valid_to": ahead(&app, 26)})).await.ok();
    app.a.manager.post(&format!("/slots/{planned}/cancel"), json!({"reason": "老师生病"})).await.ok();
    app.a.manager.patch(&path, early).await.ok();
}
