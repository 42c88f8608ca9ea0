//! Many who review a claim at the same moment.

use linli_tests::race::{CONTENDERS, one_wins, race, row, unlocked, winners};
use linli_tests::{Actor, TestApp, id_of};
use serde_json::{Value, json};

use super::{appeal, claim, claimed, claimed_for_two, refused, say, wallet};

async fn officers(app: &TestApp) -> Vec<Actor> {
    let mut all = Vec::new();
    for _ in 0..CONTENDERS {
        all.push(app.newcomer(Some("staff"), None).await);
    }
    all
}

fn awards(claim: &Value) -> String {
    format!("SELECT count(*) FROM transfers WHERE code = 'earn' AND cause_id = '{}'", id_of(claim))
}

#[tokio::test]
async fn of_eight_who_accept_at_once_exactly_those_that_are_needed_count() {
    let app = TestApp::start().await;
    let (officers, made) = (officers(&app).await, claimed_for_two(&app).await);
    let accepting = officers.iter().map(|officer| say(officer, &made, "accept"));
    let answers = race(&app, &row("claims", id_of(&made)), accepting).await;
    let states: Vec<Value> =
        winners(answers, "wrong-state").into_iter().map(|answer| answer.ok()["state"].clone()).collect();
    assert_eq!(states.len(), 2);
    assert!(states.contains(&"submitted".into()) && states.contains(&"accepted".into()), "{states:?}");
    assert_eq!((app.database.number(&awards(&made)).await, wallet(&app).await), (1, 102));
    assert_eq!(app.drift(&app.a).await, []);
}

#[tokio::test]
async fn of_eight_who_decide_an_appeal_one_does() {
    let app = TestApp::start().await;
    let (officers, made) = (officers(&app).await, refused(&app).await);
    appeal(&app.a.resident, &made).await.ok();
    let deciding = officers
        .iter()
        .enumerate()
        .map(|(place, officer)| say(officer, &made, if place % 2 == 0 { "accept" } else { "refuse" }));
    let won = one_wins(race(&app, &row("claims", id_of(&made)), deciding).await, "wrong-state").ok();
    let accepted = won["state"] == "accepted";
    assert_eq!(
        (wallet(&app).await, won["reviews"].as_array().unwrap().len()),
        (100 + 2 * i64::from(accepted), 2)
    );
}

/// Without the lock of the claim each would see that another review is needed, and only what PostgreSQL itself keeps would
/// be left: nobody is two people.
#[tokio::test]
async fn without_the_lock_all_eight_reviews_would_be_written() {
    let app = TestApp::start().await;
    let made = claimed(&app).await;
    let (claim, community) = (id_of(&made), app.a.id(1));
    officers(&app).await;
    let read = format!("SELECT count(*) < 1 AS allowed FROM reviews WHERE subject_id = '{claim}'");
    let write = |number: usize| {
        format!(
            "INSERT INTO reviews SELECT '{community}', gen_random_uuid(), 'claim', '{claim}', 1, id, 'accept', '', now() \
             FROM users WHERE name = '新来的' ORDER BY id LIMIT 1 OFFSET {number}"
        )
    };
    unlocked(&app, &read, write).await.caught_by_nothing();
}

#[tokio::test]
async fn without_the_lock_the_tables_would_still_award_a_claim_once() {
    let app = TestApp::start().await;
    let made = claimed(&app).await;
    let (claim, community, resident) = (id_of(&made), app.a.id(1), app.a.id(47));
    let read = format!("SELECT count(*) = 0 AS allowed FROM transfers WHERE cause_id = '{claim}'");
    let write = |_| {
        format!(
            "SELECT post_transfers('{community}', now(), jsonb_build_array(jsonb_build_object('id', gen_random_uuid(),
             'code', 'earn', 'debit_kind', 'issued', 'debit_owner', '{community}', 'credit_kind', 'wallet',
             'credit_owner', '{resident}', 'amount', 2, 'parts', jsonb_build_object('2027-12-31', 2), 'cause_kind',
             'claim', 'cause_id', '{claim}', 'rulebook_id', '{}', 'rule_code', 'CLEAN', 'deed_on', '2026-11-24',
             'explanation', '{{}}'::jsonb)))",
            app.a.id(60)
        )
    };
    unlocked(&app, &read, write).await.caught_by("transfers_claim_key", 1);
}

#[tokio::test]
async fn of_eight_claims_about_the_same_time_at_once_one_is_made() {
    let app = TestApp::start().await;
    let at =
        |minute: usize| claim(&app.a.resident, json!({"began_at": format!("2026-11-24T01:{minute:02}:00Z")}));
    let made = race(&app, &row("residents", app.a.id(47)), (0..CONTENDERS).map(at)).await;
    assert_eq!(winners(made, "already-claimed").len(), 1);
}
