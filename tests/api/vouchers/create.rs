//! `POST /offers/{id}/vouchers`.

use chrono::Duration;
use linli_db::{Slice, audit};
use linli_domain::ids::CommunityId;
use linli_tests::{TestApp, id_of};
use serde_json::json;

use super::{run_sql, taken, wallet};
use crate::offers::{draft_offer, open_offer};

#[tokio::test]
async fn a_voucher_holds_its_price_and_its_place_in_the_quota() {
    let app = TestApp::start().await;
    let offer = open_offer(&app, json!({"quota": 3})).await;
    let answer = app.a.resident.post(&format!("/offers/{offer}/vouchers"), json!({})).await;
    let location = answer.header("location").unwrap().to_owned();
    let voucher = answer.created();
    let path = format!("/vouchers/{}", id_of(&voucher));
    assert_eq!(location, format!("/api/v1{path}"));
    assert_eq!((&voucher["state"], &voucher["price_points"]), (&json!("held"), &json!(15)));
    assert_eq!(voucher["code"].as_str().unwrap().len(), 8);
    assert_eq!(app.a.resident.get(&path).await.ok(), voucher);
    assert_eq!(app.a.resident.get(&format!("/offers/{offer}")).await.ok()["quota_left"], 2);
    assert_eq!(wallet(&app, 47).await, (100, 15));
    assert_eq!(app.drift(&app.a).await, []);
}

#[tokio::test]
async fn the_desk_takes_one_for_somebody_without_a_phone_and_the_record_says_for_whom() {
    let app = TestApp::start().await;
    let path = format!("/offers/{}/vouchers", open_offer(&app, json!({})).await);
    app.a.staff.post(&path, json!({})).await.faulty("resident_id");
    let voucher = app.a.staff.post(&path, json!({"resident_id": app.a.id(48)})).await.created();
    assert_eq!(voucher["resident_id"], json!(app.a.id(48)));
    let slice = Slice { after: None, limit: 1 };
    let mut connection = app.database.connect().await;
    let community = CommunityId::new(app.a.id(1));
    let of = audit::Filter { subject: Some(id_of(&voucher)), ..audit::Filter::default() };
    let lines = audit::list(&mut connection, community, &of, &slice).await.unwrap();
    let line = &lines.items[0].entry;
    assert_eq!(line.on_behalf_of.map(|resident| resident.uuid()), Some(app.a.id(48)));
    assert_eq!(
        (line.action.as_str(), line.actor.map(|user| user.uuid())),
        ("voucher.take", Some(app.a.id(22)))
    );
}

#[tokio::test]
async fn a_free_voucher_moves_no_points() {
    let app = TestApp::start().await;
    let terms = json!({"kind": "free_item", "item": "免费检修"});
    let offer =
        open_offer(&app, json!({"terms": terms, "price_points": 0, "eligibility": {"min_age": 75}})).await;
    let body = json!({"resident_id": app.a.id(48)});
    app.a.staff.post(&format!("/offers/{offer}/vouchers"), body).await.created();
    assert_eq!(wallet(&app, 48).await, (100, 0));
    assert_eq!(app.drift(&app.a).await, []);
}

#[tokio::test]
async fn each_term_of_the_offer_is_asked_and_a_refusal_leaves_no_trace() {
    let app = TestApp::start().await;
    let now = app.clock.now();
    let cases = [
        (json!({"valid_from": now + Duration::days(1)}), "offer-not-yet-valid"),
        (json!({"valid_to": now - Duration::hours(1)}), "offer-closed"),
        (json!({"eligibility": {"min_age": 75}}), "age-not-eligible"),
        (json!({"price_points": 101}), "not-enough-points"),
    ];
    for (fields, refusal) in cases {
        let path = format!("/offers/{}/vouchers", open_offer(&app, fields).await);
        app.a.resident.post(&path, json!({})).await.refused(409, refusal);
    }
    let draft = draft_offer(&app, json!({})).await;
    app.a.resident.post(&format!("/offers/{draft}/vouchers"), json!({})).await.refused(409, "offer-not-open");
    assert!(app.a.resident.get("/vouchers").await.items().is_empty());
    assert_eq!(wallet(&app, 47).await, (100, 0));
    assert_eq!(app.drift(&app.a).await, []);
}

#[tokio::test]
async fn the_limit_counts_what_was_not_given_back() {
    let app = TestApp::start().await;
    let offer = open_offer(&app, json!({"per_person_limit": 1, "quota": 2})).await;
    let path = format!("/offers/{offer}/vouchers");
    let first = taken(&app, offer).await;
    let refused = app.a.resident.post(&path, json!({})).await.refused(409, "person-limit-reached");
    assert_eq!(refused["figures"]["limit"], 1);
    app.a.resident.post(&format!("/vouchers/{}/cancel", id_of(&first)), json!({})).await.ok();
    taken(&app, offer).await;
    app.a.staff.post(&path, json!({"resident_id": app.a.id(49)})).await.created();
    app.a.staff.post(&path, json!({"resident_id": app.a.id(48)})).await.refused(409, "quota-used-up");
    assert_eq!(app.drift(&app.a).await, []);
}

#[tokio::test]
async fn who_moved_away_and_whose_age_is_not_known_are_refused() {
    let app = TestApp::start().await;
    let path =
        format!("/offers/{}/vouchers", open_offer(&app, json!({"eligibility": {"max_age": 150}})).await);
    run_sql(&app, "UPDATE residents SET birth_year = NULL WHERE name = '李奶奶'").await;
    app.a.staff.post(&path, json!({"resident_id": app.a.id(48)})).await.refused(409, "birth-year-unknown");
    app.a.staff.patch(&format!("/residents/{}", app.a.id(49)), json!({"state": "moved_out"})).await.ok();
    app.a.staff.post(&path, json!({"resident_id": app.a.id(49)})).await.refused(409, "resident-not-active");
}

#[tokio::test]
async fn offers_and_residents_of_another_community_do_not_exist() {
    let app = TestApp::start().await;
    let path = format!("/offers/{}/vouchers", open_offer(&app, json!({})).await);
    app.b.resident.post(&path, json!({})).await.refused(404, "not-found");
    app.a.staff.post(&path, json!({"resident_id": app.b.id(47)})).await.faulty("resident_id");
    app.a.resident.post(&path, json!({"resident_id": app.a.id(49)})).await.refused(403, "forbidden");
    app.a.resident.post(&path, json!({"quantity": 2})).await.faulty("quantity");
}

#[tokio::test]
async fn the_same_command_twice_takes_one_voucher() {
    let app = TestApp::start().await;
    let path = format!("/offers/{}/vouchers", open_offer(&app, json!({"quota": 5})).await);
    let first = app.a.resident.post_with("k", &path, json!({})).await;
    let again = app.a.resident.post_with("k", &path, json!({})).await;
    assert_eq!((first.status, &first.text), (201, &again.text));
    assert_eq!(wallet(&app, 47).await, (100, 15));
    assert_eq!(app.drift(&app.a).await, []);
}
