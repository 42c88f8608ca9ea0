//! `POST /residents`.

use chrono::{Datelike, Duration};
use linli_domain::ids::{CommunityId, HouseholdId, Id};
use linli_domain::residents::{Resident, ResidentState};
use linli_tests::{TestApp, id_of, stage};
use serde_json::json;
use uuid::Uuid;

#[tokio::test]
async fn a_resident_is_registered_with_a_member_card_and_a_masked_phone() {
    let app = TestApp::start().await;
    let body =
        json!({"name": "曾丽", "birth_year": 1990, "phone": "19900001234", "household_id": app.a.id(12)});
    let answer = app.a.staff.post("/residents", body).await;
    let location = answer.header("location").unwrap().to_owned();
    let resident = answer.created();
    assert_eq!(resident["phone"], "199****1234");
    assert_eq!(resident["card_code"].as_str().unwrap().len(), 8);
    assert_eq!(location, format!("/api/v1/residents/{}", id_of(&resident)));
    assert_eq!(app.a.staff.get(&format!("/residents/{}", id_of(&resident))).await.ok(), resident);
    assert_eq!(app.drift(&app.a).await, []);
}

#[tokio::test]
async fn a_household_of_another_community_does_not_exist() {
    let app = TestApp::start().await;
    let body = json!({"name": "曾丽", "household_id": app.b.id(12)});
    app.a.staff.post("/residents", body).await.faulty("household_id");
}

#[tokio::test]
async fn a_faulty_field_is_named() {
    let app = TestApp::start().await;
    let household = app.a.id(12);
    let this_year = (app.clock.now() + Duration::hours(8)).year();
    let cases = [
        (json!({"household_id": household}), "name"),
        (json!({"name": " ", "household_id": household}), "name"),
        (json!({"name": "曾\u{0}丽", "household_id": household}), "name"),
        (json!({"name": "曾丽", "household_id": "x"}), "household_id"),
        (json!({"name": "曾丽", "household_id": household, "birth_year": 1800}), "birth_year"),
        (json!({"name": "曾丽", "household_id": household, "birth_year": this_year + 1}), "birth_year"),
        (json!({"name": "曾丽", "household_id": household, "phone": "110"}), "phone"),
        (json!({"name": "曾丽", "household_id": household, "points": 1000}), "points"),
    ];
    for (body, field) in cases {
        app.a.staff.post("/residents", body).await.faulty(field);
    }
}

#[tokio::test]
async fn the_same_command_twice_registers_one_resident() {
    let app = TestApp::start().await;
    let body = json!({"name": "曾丽", "household_id": app.a.id(12)});
    let key = Uuid::now_v7().to_string();
    let first = app.a.staff.post_with(&key, "/residents", body.clone()).await;
    let again = app.a.staff.post_with(&key, "/residents", body).await;
    assert_eq!((first.status, &first.text), (again.status, &again.text));
    assert_eq!(
        (first.header("idempotent-replayed"), again.header("idempotent-replayed")),
        (None, Some("true"))
    );
    let other = json!({"name": "曾莉", "household_id": app.a.id(12)});
    app.a.staff.post_with(&key, "/residents", other).await.refused(422, "idempotency-key-reused");
}

#[tokio::test]
async fn a_refusal_is_replayed_too() {
    let app = TestApp::start().await;
    let body = json!({"name": "曾丽", "household_id": app.b.id(12)});
    let first = app.a.staff.post_with("k", "/residents", body.clone()).await;
    let again = app.a.staff.post_with("k", "/residents", body).await;
    assert_eq!(first.text, again.text);
    assert_eq!(again.header("idempotent-replayed"), Some("true"));
}

#[tokio::test]
async fn a_card_code_in_use_is_told_so_that_another_can_be_tried() {
    let app = TestApp::start().await;
    let resident = Resident {
        id: Id::new(Uuid::now_v7()),
        name: "曾丽".into(),
        birth_year: None,
        phone: None,
        household: HouseholdId::new(app.a.id(12)),
        card: stage::card(47),
        state: ResidentState::Active,
    };
    let (community, mut connection) = (CommunityId::new(app.a.id(1)), app.database.connect().await);
    let mut insert = async |card| {
        let new = [(Resident { card, ..resident.clone() }, Id::new(Uuid::now_v7()))];
        linli_db::residents::insert(&mut connection, community, &new, app.clock.now()).await.unwrap()
    };
    assert!(!insert(stage::card(47)).await);
    assert!(insert(stage::card(1047)).await);
    assert_eq!(app.drift(&app.a).await, []);
}
