//! `GET /partners` and `GET /partners/{id}`.

use linli_tests::{Actor, TestApp};
use serde_json::json;

/// Both ways to see partner 71.
async fn phones_seen(app: &TestApp, who: &Actor) -> [serde_json::Value; 2] {
    let path = format!("/partners/{}", app.a.id(71));
    [
        who.get(&path).await.ok()["contact_phone"].clone(),
        who.get("/partners").await.items()[0]["contact_phone"].clone(),
    ]
}

#[tokio::test]
async fn the_desk_sees_the_contact_phone_merchants_a_part_and_residents_nothing() {
    let app = TestApp::start().await;
    let path = format!("/partners/{}", app.a.id(71));
    app.a.staff.patch(&path, json!({"contact_phone": "19900008002"})).await.ok();
    for who in [&app.a.administrator, &app.a.staff] {
        assert_eq!(phones_seen(&app, who).await, ["19900008002", "19900008002"]);
    }
    for who in [&app.a.social_worker, &app.a.manager, &app.a.cashier] {
        assert_eq!(phones_seen(&app, who).await, ["199****8002", "199****8002"]);
    }
    for who in [&app.a.resident, &app.a.leader] {
        assert_eq!(phones_seen(&app, who).await, [json!(null), json!(null)]);
    }
}

#[tokio::test]
async fn the_list_is_paged_and_of_one_state_if_asked() {
    let app = TestApp::start().await;
    app.a.staff.patch(&format!("/partners/{}", app.a.id(71)), json!({"state": "ended"})).await.ok();
    let first = app.a.resident.get("/partners?limit=1").await.ok();
    let next = format!("/partners?limit=1&cursor={}", first["next_cursor"].as_str().unwrap());
    let second = app.a.resident.get(&next).await.ok();
    assert_eq!(
        (&first["items"][0]["id"], &second["items"][0]["id"]),
        (&json!(app.a.id(71)), &json!(app.a.id(73)))
    );
    let active = app.a.resident.get("/partners?state=active").await.items();
    assert_eq!(active, *second["items"].as_array().unwrap());
    app.a.resident.get("/partners?state=gone").await.faulty("state");
}

#[tokio::test]
async fn a_partner_of_another_community_does_not_exist() {
    let app = TestApp::start().await;
    app.a.staff.get(&format!("/partners/{}", app.b.id(71))).await.refused(404, "not-found");
}
