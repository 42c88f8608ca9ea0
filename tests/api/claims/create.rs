//! `POST /claims`.

use linli_domain::points::Points;
use linli_domain::rulebooks::Reviewers;
use linli_tests::{TestApp, id_of, stage};
use serde_json::json;

use super::{appeal, claim, claimed, deed, refused};
use crate::activities::step;
use crate::roster::{came, judged_by, morning};

#[tokio::test]
async fn a_resident_claims_a_deed() {
    let app = TestApp::start().await;
    let answer = claim(&app.a.resident, json!({"place": "1栋"})).await;
    let location = answer.header("location").unwrap().to_owned();
    let made = answer.created();
    assert_eq!(location, format!("/api/v1/claims/{}", id_of(&made)));
    assert_eq!((&made["state"], &made["rule_title"]), (&json!("submitted"), &json!("清洁家园")));
    assert_eq!((&made["deed_on"], &made["round"]), (&json!("2026-11-24"), &json!(1)));
    assert_eq!(app.a.resident.get(&format!("/claims/{}", id_of(&made))).await.ok(), made);
}

#[tokio::test]
async fn the_desk_claims_in_a_resident_s_place() {
    let app = TestApp::start().await;
    let body = json!({"resident_id": app.a.id(48), "deed": deed(json!({}))});
    let made = app.a.staff.post("/claims", body.clone()).await.created();
    assert_eq!(made["resident_id"], json!(app.a.id(48)));
    let line = &app.a.staff.get("/audit-entries?limit=1").await.items()[0];
    assert_eq!((&line["action"], &line["on_behalf_of"]), (&json!("claim.submit"), &json!(app.a.id(48))));
    app.a.resident.post("/claims", body).await.refused(403, "forbidden");
}

#[tokio::test]
async fn a_deed_is_claimed_once() {
    let app = TestApp::start().await;
    let first = claimed(&app).await;
    claim(&app.a.resident, json!({})).await.refused(409, "already-claimed");
    claim(&app.a.resident, json!({"began_at": "2026-11-24T03:00:00Z"})).await.created();
    app.a.resident.post(&format!("/claims/{}/withdraw", id_of(&first)), json!({})).await.ok();
    claim(&app.a.resident, json!({})).await.created();
}

#[tokio::test]
async fn what_does_not_fit_the_rule_is_told_at_its_field() {
    let app = TestApp::start().await;
    let cases = [
        (json!({"rule_code": "SING"}), "deed.rule_code"),
        (json!({"minutes": 0}), "deed.minutes"),
        (json!({"began_at": "2026-11-25T03:30:00Z"}), "deed.began_at"),
        (json!({"beneficiary_card_code": stage::card(47)}), "deed.beneficiary_card_code"),
        (json!({"beneficiary_card_code": stage::card(9)}), "deed.beneficiary_card_code"),
        (
            json!({"beneficiary_card_code": stage::card(48), "beneficiary_name": "李"}),
            "deed.beneficiary_card_code",
        ),
    ];
    for (change, field) in cases {
        claim(&app.a.resident, change).await.faulty(field);
    }
}

#[tokio::test]
async fn a_deed_is_judged_by_the_book_of_its_time() {
    let app = TestApp::start().await;
    claim(&app.a.resident, json!({"began_at": "2019-12-31T01:00:00Z"}))
        .await
        .refused(409, "no-rulebook-in-force");
    judged_by(&app, |rule| rule.reviewers = Reviewers::Two).await;
    let needed = async |began_at: &str| {
        claim(&app.a.resident, json!({"began_at": began_at})).await.created()["reviews_needed"].clone()
    };
    assert_eq!(
        (needed("2020-06-01T01:00:00Z").await, needed("2026-06-01T01:00:00Z").await),
        (json!(1), json!(2))
    );
}

#[tokio::test]
async fn two_agree_to_more_than_the_figure() {
    let app = TestApp::start().await;
    judged_by(&app, |rule| rule.reviewers = Reviewers::TwoAbove { points: Points::new(4) }).await;
    for (began_at, minutes, needed) in [("2026-11-23T01:00:00Z", 120, 1), ("2026-11-24T01:00:00Z", 150, 2)] {
        let made = claim(&app.a.resident, json!({"began_at": began_at, "minutes": minutes})).await.created();
        assert_eq!(made["reviews_needed"], needed);
    }
}

#[tokio::test]
async fn the_same_time_is_claimed_once() {
    let app = TestApp::start().await;
    claimed(&app).await;
    let at =
        |began_at: &str| claim(&app.a.resident, json!({"began_at": format!("2026-11-24T{began_at}:00Z")}));
    for overlapping in ["00:01", "01:30"] {
        let refused = at(overlapping).await.refused(409, "already-claimed");
        assert_eq!(refused["figures"]["ends_at"], "2026-11-24T02:00:00Z");
    }
    at("00:00").await.created();
    at("02:00").await.created();
    let other = json!({"resident_id": app.a.id(48), "deed": deed(json!({}))});
    app.a.staff.post("/claims", other).await.created();
}

#[tokio::test]
async fn an_hour_of_a_roster_is_not_claimed_or_awarded_again() {
    let app = TestApp::start().await;
    // Nine to twelve in Wuhan, of which resident 47 was there for two hours.
    let activity = morning(&app, vec![came(app.a.id(47), 120)]).await;
    let again = || claim(&app.a.resident, json!({"began_at": "2026-03-02T02:00:00Z"}));
    again().await.refused(409, "already-claimed");
    step(&app, &activity, "settle").await.ok();
    again().await.refused(409, "already-claimed");
    let deed = json!({"resident_id": app.a.id(47), "rule_code": "CLEAN", "starts_at": "2026-03-02T02:00:00Z", "minutes": 60});
    let outcome = app.a.staff.post("/awards", json!({"items": [deed]})).await.ok();
    assert_eq!(
        (&outcome["items"][0]["refusal"], &outcome["awarded"]),
        (&json!("already-claimed"), &json!(0))
    );
    claim(&app.a.resident, json!({"began_at": "2026-03-02T03:00:00Z"})).await.created();
}

#[tokio::test]
async fn a_refused_claim_frees_its_time_and_is_not_appealed_about_once_it_is_taken() {
    let app = TestApp::start().await;
    let first = refused(&app).await;
    claim(&app.a.resident, json!({"began_at": "2026-11-24T01:30:00Z"})).await.created();
    appeal(&app.a.resident, &first).await.refused(409, "already-claimed");
}
