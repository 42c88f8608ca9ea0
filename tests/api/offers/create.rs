//! `POST /offers`.

use linli_tests::{TestApp, id_of};
use serde_json::{Value, json};

use super::new_offer;
use crate::vouchers::run_sql;

#[tokio::test]
async fn a_manager_drafts_an_offer_that_residents_do_not_see_yet() {
    let app = TestApp::start().await;
    let fields =
        json!({"quota": 500, "per_person_limit": 2, "eligibility": {"min_age": 18}, "description": "生鲜"});
    let answer = app.a.manager.post("/offers", new_offer(&app, &fields)).await;
    let location = answer.header("location").unwrap().to_owned();
    let offer = answer.created();
    let path = format!("/offers/{}", id_of(&offer));
    assert_eq!(location, format!("/api/v1{path}"));
    assert_eq!((&offer["state"], &offer["quota_left"]), (&json!("draft"), &json!(500)));
    assert_eq!(app.a.manager.get(&path).await.ok(), offer);
    app.a.resident.get(&path).await.refused(404, "not-found");
}

#[tokio::test]
async fn every_kind_of_terms_is_answered_as_it_was_sent() {
    let app = TestApp::start().await;
    let kinds = [
        json!({"kind": "spend_and_save", "min_spend_fen": 3000, "save_fen": 800}),
        json!({"kind": "percent", "percent_off": 10, "max_save_fen": 5000}),
        json!({"kind": "percent", "percent_off": 10, "max_save_fen": null}),
        json!({"kind": "free_item", "item": "手冲咖啡一杯"}),
    ];
    for terms in kinds {
        let body = new_offer(&app, &json!({"terms": terms, "price_points": 0}));
        let offer = app.a.staff.post("/offers", body).await.created();
        let stored = app.a.staff.get(&format!("/offers/{}", id_of(&offer))).await.ok();
        assert_eq!((&offer["terms"], &stored), (&terms, &offer));
    }
}

#[tokio::test]
async fn a_faulty_field_is_named() {
    let app = TestApp::start().await;
    let terms = |terms: Value| json!({"terms": terms});
    let cases = [
        (json!({"title": ""}), "title"),
        (json!({"price_points": -1}), "price_points"),
        (json!({"quota": 0}), "quota"),
        (json!({"voucher_days": 367}), "voucher_days"),
        (json!({"valid_from": "9999-01-01T00:00:00Z"}), "valid_from"),
        (json!({"valid_to": "2000-01-01T00:00:00Z"}), "valid_to"),
        (json!({"eligibility": {"min_age": 75, "max_age": 12}}), "eligibility.max_age"),
        (json!({"partner_id": app.b.id(71)}), "partner_id"),
        (json!({"taken": 1}), "taken"),
        (terms(json!({"kind": "gift"})), "terms.kind"),
        (terms(json!({"kind": "free_item"})), "terms.item"),
        (terms(json!({"kind": "percent", "percent_off": 100})), "terms.percent_off"),
        (terms(json!({"kind": "percent", "percent_off": 1, "item": "米"})), "terms.item"),
        (terms(json!({"kind": "spend_and_save", "min_spend_fen": 1})), "terms.save_fen"),
        (terms(json!({"kind": "spend_and_save", "min_spend_fen": 1, "save_fen": 2})), "terms.save_fen"),
    ];
    for (fields, field) in cases {
        app.a.manager.post("/offers", new_offer(&app, &fields)).await.faulty(field);
    }
}

#[tokio::test]
async fn a_manager_makes_offers_for_its_own_partner_only_and_only_while_it_is_active() {
    let app = TestApp::start().await;
    let other = new_offer(&app, &json!({"partner_id": app.a.id(73)}));
    app.a.manager.post("/offers", other).await.refused(403, "forbidden");
    run_sql(&app, "UPDATE partners SET state = 'suspended'").await;
    let own = new_offer(&app, &json!({}));
    app.a.manager.post("/offers", own).await.refused(409, "partner-not-active");
}

#[tokio::test]
async fn the_same_command_twice_drafts_one_offer() {
    let app = TestApp::start().await;
    let body = new_offer(&app, &json!({}));
    let first = app.a.manager.post_with("k", "/offers", body.clone()).await.created();
    let again = app.a.manager.post_with("k", "/offers", body).await.created();
    assert_eq!(first, again);
    assert_eq!(app.a.manager.get("/offers").await.items().len(), 1);
}
