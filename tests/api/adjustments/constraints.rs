//! What the tables refuse by themselves: no adjustment above the limit without a second person.

use diesel_async::SimpleAsyncConnection;
use linli_tests::{TestApp, id_of};
use serde_json::Value;

use super::proposed;

async fn fails(app: &TestApp, statement: &str, by: &str) {
    let mut connection = app.database.connect().await;
    let refusal = connection.batch_execute(statement).await.expect_err(statement).to_string();
    assert!(refusal.contains(by), "{statement}: {refusal}");
}

/// So many points for a resident, posted past the program.
fn post(app: &TestApp, (resident, points): (u32, i64), adjustment: &Value) -> String {
    format!(
        "SELECT post_transfers('{community}', now(), jsonb_build_array(jsonb_build_object('id', gen_random_uuid(),
         'code', 'adjust', 'debit_kind', 'adjusted', 'debit_owner', '{community}', 'credit_kind', 'wallet',
         'credit_owner', '{}', 'amount', {points}, 'parts', jsonb_build_object('2027-12-31', {points}), 'cause_kind',
         'adjustment', 'cause_id', '{}', 'explanation', '{{}}'::jsonb)))",
        app.a.id(resident),
        id_of(adjustment),
        community = app.a.id(1),
    )
}

fn review(app: &TestApp, adjustment: &Value, (user, verdict): (u32, &str)) -> String {
    format!(
        "INSERT INTO reviews VALUES ('{}', gen_random_uuid(), 'adjustment', '{}', 1, '{}', '{verdict}', '不对', now())",
        app.a.id(1),
        id_of(adjustment),
        app.a.id(user)
    )
}

#[tokio::test]
async fn nothing_above_the_limit_is_posted_without_a_second_person() {
    let app = TestApp::start().await;
    let made = proposed(&app, 500).await;
    fails(&app, &post(&app, (47, 500), &made), "transfers_adjustment_check").await;
    fails(&app, &review(&app, &made, (22, "accept")), "reviews_maker_check").await;
    fails(&app, &review(&app, &made, (27, "accept")), "reviews_maker_check").await;
    fails(&app, &review(&app, &made, (21, "return")), "reviews_subject_check").await;
    app.database.run(&review(&app, &made, (21, "accept"))).await;
    // Nor anything else than what was confirmed.
    fails(&app, &post(&app, (47, 501), &made), "transfers_adjustment_check").await;
    fails(&app, &post(&app, (48, 500), &made), "transfers_adjustment_check").await;
    app.database.run(&post(&app, (47, 500), &made)).await;
    let state = format!("UPDATE adjustments SET state = 'confirmed' WHERE id = '{}'", id_of(&made));
    fails(&app, &state, "adjustments_state_check").await;
}

#[tokio::test]
async fn who_says_no_does_not_confirm() {
    let app = TestApp::start().await;
    let made = proposed(&app, 500).await;
    app.database.run(&review(&app, &made, (21, "refuse"))).await;
    fails(&app, &post(&app, (47, 500), &made), "transfers_adjustment_check").await;
}
