//! What the tables refuse by themselves: no claim is accepted without its reviews, and no maker is a checker.

use diesel_async::SimpleAsyncConnection;
use linli_tests::{TestApp, id_of};
use serde_json::Value;

use super::{appeal, claimed, claimed_for_two, refused, say};

async fn fails(app: &TestApp, statement: &str, by: &str) {
    let mut connection = app.database.connect().await;
    let refusal = connection.batch_execute(statement).await.expect_err(statement).to_string();
    assert!(refusal.contains(by), "{statement}: {refusal}");
}

fn accept(claim: &Value) -> String {
    format!(
        "UPDATE claims SET state = 'accepted', points = 0, explanation = '{{}}' WHERE id = '{}'",
        id_of(claim)
    )
}

/// A review by a user of the stage.
fn review(app: &TestApp, claim: &Value, (user, round, verdict): (u32, i32, &str)) -> String {
    format!(
        "INSERT INTO reviews VALUES ('{}', gen_random_uuid(), 'claim', '{}', {round}, '{}', '{verdict}', '已核实', now())",
        app.a.id(1),
        id_of(claim),
        app.a.id(user)
    )
}

#[tokio::test]
async fn a_claim_is_not_accepted_without_the_reviews_it_needs() {
    let app = TestApp::start().await;
    let made = claimed_for_two(&app).await;
    fails(&app, &accept(&made), "claims_reviews_check").await;
    app.database.run(&review(&app, &made, (22, 1, "accept"))).await;
    fails(&app, &accept(&made), "claims_reviews_check").await;
    fails(&app, &review(&app, &made, (22, 1, "accept")), "reviews_reviewer_key").await;
    app.database.run(&review(&app, &made, (23, 1, "accept"))).await;
    app.database.run(&accept(&made)).await;
    fails(
        &app,
        "UPDATE claims SET state = 'submitted', points = NULL, explanation = NULL",
        "claims_final_check",
    )
    .await;
}

#[tokio::test]
async fn nor_is_one_put_there_accepted() {
    let app = TestApp::start().await;
    let made = claimed(&app).await;
    let copy = format!(
        "INSERT INTO claims SELECT (c).* FROM (SELECT jsonb_populate_record(c, jsonb_build_object('id', gen_random_uuid(),
         'rule_code', 'MEET', 'state', 'accepted', 'points', 0, 'explanation', '{{}}'::jsonb)) AS c
         FROM claims c WHERE id = '{}') AS x",
        id_of(&made)
    );
    fails(&app, &copy, "claims_reviews_check").await;
}

#[tokio::test]
async fn one_who_says_no_keeps_it_from_being_accepted() {
    let app = TestApp::start().await;
    let made = claimed(&app).await;
    app.database.run(&review(&app, &made, (22, 1, "accept"))).await;
    app.database.run(&review(&app, &made, (23, 1, "refuse"))).await;
    fails(&app, &accept(&made), "claims_reviews_check").await;
}

#[tokio::test]
async fn makers_are_no_checkers() {
    let app = TestApp::start().await;
    let own = claimed(&app).await;
    fails(&app, &review(&app, &own, (27, 1, "accept")), "reviews_maker_check").await;
    let body = serde_json::json!({"resident_id": app.a.id(48), "deed": super::deed(serde_json::json!({}))});
    let of_desk = app.a.staff.post("/claims", body).await.created();
    fails(&app, &review(&app, &of_desk, (22, 1, "accept")), "reviews_maker_check").await;
    fails(&app, &review(&app, &of_desk, (23, 2, "accept")), "reviews_open_check").await;
}

#[tokio::test]
async fn an_appeal_is_decided_by_somebody_else() {
    let app = TestApp::start().await;
    let made = refused(&app).await;
    appeal(&app.a.resident, &made).await.ok();
    fails(&app, &review(&app, &made, (22, 2, "accept")), "reviews_appeal_check").await;
    app.database.run(&review(&app, &made, (23, 2, "accept"))).await;
}

#[tokio::test]
async fn what_was_said_stays() {
    let app = TestApp::start().await;
    say(&app.a.staff, &claimed(&app).await, "accept").await.ok();
    fails(&app, "UPDATE reviews SET verdict = 'refuse'", "reviews is append-only").await;
    fails(&app, "DELETE FROM reviews", "reviews is append-only").await;
    fails(&app, "DELETE FROM claim_rounds", "claim_rounds is append-only").await;
    fails(&app, "UPDATE claims SET points = 5", "claims_final_check").await;
}

#[tokio::test]
async fn a_claim_has_six_photos_at_most() {
    let app = TestApp::with_things().await;
    let place = |number| format!("UPDATE photos SET place = {number} WHERE id = '{}'", app.a.id(303));
    app.database.run(&place(6)).await;
    fails(&app, &place(7), "photos_claim_check").await;
}

#[tokio::test]
async fn what_a_claim_says_it_earned_is_held_against_the_ledger() {
    let app = TestApp::start().await;
    let made = claimed(&app).await;
    say(&app.a.staff, &made, "accept").await.ok();
    let past = "ALTER TABLE claims DISABLE TRIGGER claims_reviewed; UPDATE claims SET points = 5";
    app.database.run(past).await;
    let drift = app.drift(&app.a).await;
    assert_eq!((drift.len(), drift[0].figure.as_str(), drift[0].id), (1, "claim.awarded", id_of(&made)));
    assert_eq!((drift[0].stored, drift[0].computed), (5, 2));
}
