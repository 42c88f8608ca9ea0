//! Awards at the same time, for residents who share a cap.

use linli_tests::TestApp;
use linli_tests::race::{CONTENDERS, race, unlocked, wallet};
use serde_json::json;

use super::cleaned;

#[tokio::test]
async fn eight_who_award_the_same_resident_do_not_exceed_the_cap() {
    let app = TestApp::start().await;
    let resident = app.a.id(47);
    let body = json!({"items": [cleaned(resident, 60), cleaned(resident, 60)]});
    let contenders = (0..CONTENDERS).map(|_| app.a.staff.post("/awards", body.clone()));
    let answers = race(&app, &wallet(resident), contenders).await;
    let mut points: Vec<i64> =
        answers.into_iter().map(|answer| answer.ok()["total_points"].as_i64().unwrap()).collect();
    points.sort_unstable();
    assert_eq!(points, [0, 0, 0, 0, 0, 0, 2, 4], "six points a day");
    assert_eq!(app.wallet(47).await, (106, 0));
    assert_eq!(app.drift(&app.a).await, []);
}

/// No constraint knows what a resident may earn in a day: nothing but the lock of the wallet keeps it.
#[tokio::test]
async fn without_the_lock_all_eight_would_use_what_the_cap_leaves() {
    let app = TestApp::start().await;
    let (community, rulebook, resident) = (app.a.id(1), app.a.id(60), app.a.id(47));
    let read = format!(
        "SELECT coalesce(sum(t.amount), 0) <= 2 AS allowed FROM transfers t
         JOIN accounts a ON a.id = t.credit_account_id
         WHERE t.code = 'earn' AND t.deed_on = '2026-11-02' AND a.owner_id = '{resident}'"
    );
    let award = |_| {
        format!(
            "SELECT post_transfers('{community}', now(), jsonb_build_array(jsonb_build_object('id', gen_random_uuid(),
             'code', 'earn', 'debit_kind', 'issued', 'debit_owner', '{community}', 'credit_kind', 'wallet',
             'credit_owner', '{resident}', 'amount', 4, 'parts', jsonb_build_object('2027-12-31', 4), 'cause_kind',
             'resident', 'cause_id', '{resident}', 'rulebook_id', '{rulebook}', 'rule_code', 'CLEAN',
             'deed_on', '2026-11-02', 'explanation', '{{}}'::jsonb)))"
        )
    };
    unlocked(&app, &read, award).await.caught_by_nothing();
}
