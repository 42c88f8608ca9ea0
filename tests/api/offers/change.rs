//! `PATCH /offers/{id}`.

use linli_tests::TestApp;
use reqwest::Method;
use serde_json::json;

use super::{draft_offer, open_offer};

#[tokio::test]
async fn a_draft_changes_in_everything_and_null_takes_away() {
    let app = TestApp::start().await;
    let offer = draft_offer(&app, json!({"quota": 10, "slot_early_minutes": 30})).await;
    let change = json!({
        "terms": {"kind": "free_item", "item": "咖啡"}, "price_points": 8, "quota": null, "slot_early_minutes": null,
    });
    let after = app.a.manager.patch(&format!("/offers/{offer}"), change).await.ok();
    assert_eq!(after["terms"], json!({"kind": "free_item", "item": "咖啡"}));
    assert_eq!((&after["quota"], &after["slot_early_minutes"]), (&json!(null), &json!(null)));
    assert_eq!((&after["title"], &after["price_points"]), (&json!("满60减20"), &json!(8)));
    assert_eq!(app.a.manager.get(&format!("/offers/{offer}")).await.ok(), after);
}

#[tokio::test]
async fn what_was_promised_stays_once_the_offer_was_open() {
    let app = TestApp::start().await;
    let offer = open_offer(&app, json!({"quota": 10})).await;
    let path = format!("/offers/{offer}");
    for field in ["price_points", "uses", "slot_early_minutes", "voucher_days"] {
        app.a.manager.patch(&path, json!({field: 5})).await.refused(409, "wrong-state");
    }
    let change = json!({"title": "满60减20（周末）", "quota": 20, "per_person_limit": 1});
    let after = app.a.manager.patch(&path, change).await.ok();
    assert_eq!((&after["quota_left"], &after["per_person_limit"]), (&json!(20), &json!(1)));
}

#[tokio::test]
async fn the_quota_is_not_less_than_what_was_taken() {
    let app = TestApp::start().await;
    let offer = open_offer(&app, json!({"quota": 10})).await;
    for _ in 0..2 {
        app.a.resident.post(&format!("/offers/{offer}/vouchers"), json!({})).await.created();
    }
    let path = format!("/offers/{offer}");
    let refused = app.a.manager.patch(&path, json!({"quota": 1})).await.refused(409, "quota-below-taken");
    assert_eq!(refused["figures"]["taken"], 2);
    assert_eq!(app.a.manager.patch(&path, json!({"quota": 2})).await.ok()["quota_left"], 0);
    assert_eq!(app.drift(&app.a).await, []);
}

#[tokio::test]
async fn figures_that_no_longer_fit_are_named() {
    let app = TestApp::start().await;
    let path = format!("/offers/{}", draft_offer(&app, json!({})).await);
    app.a.manager.patch(&path, json!({"valid_to": "2001-01-01T00:00:00Z"})).await.faulty("valid_to");
    app.a.manager.patch(&path, json!({"state": "open"})).await.faulty("state");
}

#[tokio::test]
async fn another_partners_offer_is_not_a_managers_to_change() {
    let app = TestApp::start().await;
    let fields = json!({"partner_id": app.a.id(73)});
    let (draft, open) = (draft_offer(&app, fields.clone()).await, open_offer(&app, fields).await);
    let change = json!({"title": "咖啡"});
    app.a.manager.patch(&format!("/offers/{draft}"), change.clone()).await.refused(404, "not-found");
    app.a.manager.patch(&format!("/offers/{open}"), change.clone()).await.refused(403, "forbidden");
    app.b.staff.patch(&format!("/offers/{open}"), change).await.refused(404, "not-found");
}

#[tokio::test]
async fn the_same_command_twice_gets_the_first_answer() {
    let app = TestApp::start().await;
    let path = format!("/api/v1/offers/{}", draft_offer(&app, json!({})).await);
    let change = || {
        let body = json!({"price_points": 20});
        app.a.manager.send(Method::PATCH, &path, Some(body), &[("Idempotency-Key", "k")])
    };
    let (first, again) = (change().await, change().await);
    assert_eq!((first.status, &first.text), (200, &again.text));
    assert_eq!(again.header("idempotent-replayed"), Some("true"));
}
