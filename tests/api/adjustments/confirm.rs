//! `POST /adjustments/{id}/confirm` and `…/refuse`.

use linli_tests::race::{CONTENDERS, one_wins, race, row, unlocked};
use linli_tests::{TestApp, id_of};
use serde_json::json;

use super::{confirm, proposed, refuse};

#[tokio::test]
async fn a_second_person_confirms_and_it_is_posted() {
    let app = TestApp::start().await;
    let made = proposed(&app, 500).await;
    let done = confirm(&app.a.administrator, &made).await.ok();
    assert_eq!((&done["state"], &done["reviewed_by_name"]), (&json!("confirmed"), &json!("用户21")));
    assert_eq!(app.wallet(47).await.0, 600);
    let transfer =
        app.a.staff.get(&format!("/transfers/{}", done["transfer_id"].as_str().unwrap())).await.ok();
    assert_eq!(transfer["cause"], json!({"kind": "adjustment", "id": made["id"]}));
    assert_eq!(transfer["text"], "人工调整：核对积分卡");
    confirm(&app.a.administrator, &made).await.refused(409, "wrong-state");
    assert_eq!(app.drift(&app.a).await, []);
}

#[tokio::test]
async fn who_proposes_it_does_not_decide_it_nor_whose_wallet_it_is() {
    let app = TestApp::start().await;
    let made = proposed(&app, 500).await;
    let own = app.newcomer(Some("staff"), None).await;
    app.database.run(&format!("UPDATE users SET resident_id = NULL WHERE id = '{}'", app.a.id(27))).await;
    let me = app.newcomer(Some("staff"), Some(app.a.id(47))).await;
    for step in [confirm(&app.a.staff, &made).await, refuse(&app.a.staff, &made).await] {
        step.refused(409, "reviewer-is-proposer");
    }
    confirm(&me, &made).await.refused(409, "own-wallet");
    app.b
        .staff
        .post(&format!("/adjustments/{}/confirm", id_of(&made)), json!({}))
        .await
        .refused(404, "not-found");
    confirm(&own, &made).await.ok();
}

#[tokio::test]
async fn what_is_refused_is_not_posted() {
    let app = TestApp::start().await;
    let made = proposed(&app, 500).await;
    let done = refuse(&app.a.administrator, &made).await.ok();
    assert_eq!((&done["state"], &done["note"]), (&json!("refused"), &json!("积分卡对不上")));
    confirm(&app.a.administrator, &made).await.refused(409, "wrong-state");
    assert_eq!(app.wallet(47).await.0, 100);
}

#[tokio::test]
async fn no_more_is_taken_than_there_is_when_it_is_confirmed() {
    let app = TestApp::start().await;
    let made = proposed(&app, -300).await;
    confirm(&app.a.administrator, &made).await.refused(409, "not-enough-points");
    let given = proposed(&app, 250).await;
    confirm(&app.a.administrator, &given).await.ok();
    confirm(&app.a.administrator, &made).await.ok();
    assert_eq!(app.wallet(47).await.0, 50);
}

#[tokio::test]
async fn of_eight_who_confirm_at_once_one_does() {
    let app = TestApp::start().await;
    let made = proposed(&app, 500).await;
    let mut officers = Vec::new();
    for _ in 0..CONTENDERS {
        officers.push(app.newcomer(Some("staff"), None).await);
    }
    let confirming = officers.iter().map(|officer| confirm(officer, &made));
    one_wins(race(&app, &row("adjustments", id_of(&made)), confirming).await, "wrong-state");
    assert_eq!((app.wallet(47).await.0, app.drift(&app.a).await.len()), (600, 0));
}

#[tokio::test]
async fn without_the_lock_the_tables_would_still_post_it_once() {
    let app = TestApp::start().await;
    let made = proposed(&app, 500).await;
    let (id, community, resident) = (id_of(&made), app.a.id(1), app.a.id(47));
    let review = format!(
        "INSERT INTO reviews VALUES ('{community}', gen_random_uuid(), 'adjustment', '{id}', 1, '{}', 'accept', '', now())",
        app.a.id(21)
    );
    app.database.run(&review).await;
    let read = format!("SELECT count(*) = 0 AS allowed FROM transfers WHERE cause_id = '{id}'");
    let write = |_| {
        format!(
            "SELECT post_transfers('{community}', now(), jsonb_build_array(jsonb_build_object('id', gen_random_uuid(),
             'code', 'adjust', 'debit_kind', 'adjusted', 'debit_owner', '{community}', 'credit_kind', 'wallet',
             'credit_owner', '{resident}', 'amount', 500, 'parts', jsonb_build_object('2027-12-31', 500), 'cause_kind',
             'adjustment', 'cause_id', '{id}', 'explanation', '{{}}'::jsonb)))"
        )
    };
    unlocked(&app, &read, write).await.caught_by("transfers_adjustment_key", 1);
}
