//! `POST /claims/{id}/reviews`.

use linli_domain::calendar::Period;
use linli_domain::points::Points;
use linli_domain::rulebooks::{Cap, Per};
use linli_tests::TestApp;
use serde_json::json;

use super::{claim, claimed, claimed_for_two, deed, neighbour, path, say, wallet};
use crate::roster::{came, judged_by, morning};

#[tokio::test]
async fn an_accepted_claim_is_awarded_and_the_resident_is_told() {
    let app = TestApp::start().await;
    let made = claimed(&app).await;
    let accepted = say(&app.a.social_worker, &made, "accept").await.ok();
    assert_eq!((&accepted["state"], &accepted["award"]["points"]), (&json!("accepted"), &json!(2)));
    let said = accepted["award"]["text"].as_str().unwrap();
    assert!(said.starts_with("清洁家园（CLEAN，第 1 版）：每小时 2 分 × 60 分钟"), "{said}");
    assert_eq!(wallet(&app).await, 102);
    let transfer = format!("/transfers/{}", accepted["award"]["transfer_id"].as_str().unwrap());
    let transfer = app.a.staff.get(&transfer).await.ok();
    assert_eq!(transfer["cause"], json!({"kind": "claim", "id": made["id"]}));
    let notice = &app.a.resident.get("/notices").await.items()[0];
    assert_eq!(notice["text"], "您申报的「清洁家园」已通过，获得 2 积分");
    assert_eq!(app.drift(&app.a).await, []);
}

#[tokio::test]
async fn what_a_roster_has_counted_in_the_meantime_is_not_accepted() {
    let app = TestApp::start().await;
    let at = async |began_at: &str| {
        claim(&app.a.resident, json!({"began_at": format!("2026-03-02T{began_at}:00Z")})).await.created()
    };
    let (within, after) = (at("02:00").await, at("03:00").await);
    // Nine to twelve in Wuhan, of which resident 47 was there for two hours.
    morning(&app, vec![came(app.a.id(47), 120)]).await;
    say(&app.a.social_worker, &within, "accept").await.refused(409, "already-claimed");
    assert_eq!(say(&app.a.social_worker, &within, "refuse").await.ok()["state"], "refused");
    assert_eq!(say(&app.a.social_worker, &after, "accept").await.ok()["state"], "accepted");
    assert_eq!(wallet(&app).await, 102);
    assert_eq!(app.drift(&app.a).await, []);
}

#[tokio::test]
async fn where_two_must_agree_the_second_completes_it() {
    let app = TestApp::start().await;
    let made = claimed_for_two(&app).await;
    let once = say(&app.a.staff, &made, "accept").await.ok();
    assert_eq!((&once["state"], &once["reviews_accepted"]), (&json!("submitted"), &json!(1)));
    assert_eq!(wallet(&app).await, 100);
    say(&app.a.staff, &made, "accept").await.refused(409, "already-reviewed");
    assert_eq!(say(&app.a.social_worker, &made, "accept").await.ok()["state"], "accepted");
    assert_eq!(wallet(&app).await, 102);
    say(&app.a.administrator, &made, "refuse").await.refused(409, "wrong-state");
}

#[tokio::test]
async fn one_who_says_no_is_enough() {
    let app = TestApp::start().await;
    let made = claimed_for_two(&app).await;
    say(&app.a.staff, &made, "accept").await.ok();
    assert_eq!(say(&app.a.social_worker, &made, "refuse").await.ok()["state"], "refused");
    let notice = &app.a.resident.get("/notices").await.items()[0];
    assert_eq!(notice["text"], "您申报的「清洁家园」未通过：已核实情况。如有异议，可申诉一次");
    assert_eq!(wallet(&app).await, 100);
}

#[tokio::test]
async fn who_says_no_says_why() {
    let app = TestApp::start().await;
    let made = claimed(&app).await;
    for note in [json!({"verdict": "return"}), json!({"verdict": "refuse", "note": " "})] {
        app.a.staff.post(&path(&made, "/reviews"), note).await.faulty("note");
    }
    app.a.staff.post(&path(&made, "/reviews"), json!({"verdict": "accept"})).await.ok();
}

#[tokio::test]
async fn makers_are_no_checkers() {
    let app = TestApp::start().await;
    let body = json!({"resident_id": app.a.id(48), "deed": deed(json!({}))});
    let of_desk = app.a.staff.post("/claims", body).await.created();
    say(&app.a.staff, &of_desk, "accept").await.refused(409, "reviewer-is-claimant");
    let own = claimed(&app).await;
    let also_staff = app.newcomer(Some("staff"), Some(app.a.id(49))).await;
    say(&also_staff, &own, "accept").await.refused(409, "reviewer-in-household");
    say(&app.a.resident, &own, "accept").await.refused(403, "forbidden");
    assert_eq!(say(&app.a.administrator, &of_desk, "accept").await.ok()["state"], "accepted");
}

#[tokio::test]
async fn staff_do_not_review_what_they_claim_for_themselves() {
    let app = TestApp::start().await;
    let (resident, _) = neighbour(&app).await;
    let both = app.newcomer(Some("staff"), Some(resident)).await;
    let made = claim(&both, json!({})).await.created();
    say(&both, &made, "accept").await.refused(409, "reviewer-is-claimant");
    // Nor what somebody else has submitted for them.
    let body = json!({"resident_id": resident, "deed": deed(json!({"began_at": "2026-11-23T01:00:00Z"}))});
    let by_colleague = app.a.staff.post("/claims", body).await.created();
    say(&both, &by_colleague, "accept").await.refused(409, "reviewer-is-claimant");
}

#[tokio::test]
async fn the_word_of_the_beneficiary_counts_where_the_rule_says_so() {
    let app = TestApp::start().await;
    let (resident, card) = neighbour(&app).await;
    let helped = app.newcomer(None, Some(resident)).await;
    let before = claim(&app.a.resident, json!({"beneficiary_card_code": card})).await.created();
    say(&helped, &before, "accept").await.refused(403, "forbidden");
    judged_by(&app, |rule| rule.beneficiary_confirms = true).await;
    let change = json!({"beneficiary_card_code": card, "began_at": "2026-11-23T01:00:00Z"});
    let made = claim(&app.a.resident, change).await.created();
    assert_eq!(say(&helped, &made, "accept").await.ok()["state"], "accepted");
    assert_eq!(wallet(&app).await, 102);
}

#[tokio::test]
async fn the_beneficiary_of_the_same_household_does_not_confirm() {
    let app = TestApp::start().await;
    judged_by(&app, |rule| rule.beneficiary_confirms = true).await;
    let grandmother = app.newcomer(None, Some(app.a.id(48))).await;
    let change = json!({"beneficiary_card_code": linli_tests::stage::card(48)});
    let made = claim(&app.a.resident, change).await.created();
    say(&grandmother, &made, "accept").await.refused(409, "reviewer-in-household");
}

#[tokio::test]
async fn where_a_cap_leaves_nothing_it_is_accepted_without_a_transfer() {
    let app = TestApp::start().await;
    let cap = Cap { period: Period::Day, per: Per::Resident, points: Points::new(2) };
    judged_by(&app, |rule| rule.caps = vec![cap]).await;
    for (began_at, points) in [("2026-11-24T01:00:00Z", 2), ("2026-11-24T05:00:00Z", 0)] {
        let made = claim(&app.a.resident, json!({"began_at": began_at})).await.created();
        let award = say(&app.a.staff, &made, "accept").await.ok()["award"].clone();
        assert_eq!((&award["points"], award["transfer_id"].is_null()), (&json!(points), points == 0));
    }
    assert_eq!(wallet(&app).await, 102);
    let notice = &app.a.resident.get("/notices").await.items()[0];
    assert_eq!(notice["text"], "您申报的「清洁家园」已通过，本日已达上限，本次不计积分");
}

#[tokio::test]
async fn an_award_pays_what_is_owed_first() {
    let app = TestApp::start().await;
    let body = json!({"resident_id": app.a.id(47), "points": 101, "reason": "违反公约"});
    app.a.staff.post("/deductions", body).await.created();
    let made = claimed(&app).await;
    say(&app.a.staff, &made, "accept").await.ok();
    assert_eq!(wallet(&app).await, 1);
    assert_eq!(app.drift(&app.a).await, []);
}

#[tokio::test]
async fn who_has_moved_away_is_awarded_nothing() {
    let app = TestApp::start().await;
    let made = claimed(&app).await;
    app.database
        .run(&format!("UPDATE residents SET state = 'moved_out' WHERE id = '{}'", app.a.id(47)))
        .await;
    say(&app.a.staff, &made, "accept").await.refused(409, "resident-not-active");
    assert_eq!(app.a.staff.get(&path(&made, "")).await.ok()["reviews"], json!([]));
}

#[tokio::test]
async fn residents_are_not_told_who_their_reviewers_were() {
    let app = TestApp::start().await;
    let made = claimed(&app).await;
    let shown = say(&app.a.staff, &made, "return").await.ok();
    assert_eq!(shown["reviews"][0]["reviewer_name"], "用户22");
    let own = app.a.resident.get(&path(&made, "")).await.ok();
    assert_eq!(own["reviews"][0]["note"], "已核实情况");
    assert!(own["reviews"][0]["reviewer_id"].is_null() && own["reviews"][0]["reviewer_name"].is_null());
}
