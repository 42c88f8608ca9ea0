//! The conditions of an offer at the counter.

use chrono::Duration;
use linli_tests::race::{CONTENDERS, one_wins, race, row, unlocked};
use linli_tests::{TestApp, id_of};
use serde_json::json;

use super::confirm;
use crate::offers::open_offer;
use crate::vouchers::{run_sql, taken};

async fn reasons(app: &TestApp) -> Vec<String> {
    let failed = app.a.cashier.get("/failed-confirmations").await.items();
    failed.iter().map(|one| one["reason"].as_str().unwrap().to_owned()).collect()
}

#[tokio::test]
async fn badminton_is_played_on_weekday_mornings_and_who_comes_later_is_told_when() {
    let app = TestApp::start().await;
    // It is Wednesday noon in Wuhan.
    let hours = json!([{"weekdays": ["mon", "tue", "wed", "thu", "fri"], "from": "08:00", "to": "11:30"}]);
    let voucher = taken(&app, open_offer(&app, json!({"hours": hours})).await).await;
    let refused = confirm(&app, &voucher, 6000).await.refused(409, "outside-hours");
    assert_eq!(refused["figures"]["opens_at"], "2026-11-26T00:00:00Z");
    assert_eq!(reasons(&app).await, ["outside-hours"]);
    app.clock.put_forward(Duration::hours(20));
    confirm(&app, &voucher, 6000).await.created();
}

#[tokio::test]
async fn only_the_stores_that_are_named_take_it() {
    let app = TestApp::start().await;
    let second = id_of(
        &app.a
            .staff
            .post(&format!("/partners/{}/stores", app.a.id(71)), json!({"name": "二店", "address": "二路"}))
            .await
            .created(),
    );
    let voucher = taken(&app, open_offer(&app, json!({"stores": [second]})).await).await;
    confirm(&app, &voucher, 6000).await.refused(409, "wrong-store");
    let body = json!({"code": voucher["code"], "store_id": second, "bill_fen": 6000});
    app.a.manager.post("/confirmations", body).await.created();
    assert_eq!(voucher["stores"], json!([second]));
}

#[tokio::test]
async fn a_voucher_stays_good_by_the_conditions_it_was_taken_under_and_gains_by_new_ones() {
    let app = TestApp::start().await;
    let hours = |from: &str, to: &str| json!({"hours": [{"weekdays": ["wed"], "from": from, "to": to}]});
    let offer = open_offer(&app, hours("08:00", "14:00")).await;
    let (first, second) = (taken(&app, offer).await, taken(&app, offer).await);
    app.a.manager.patch(&format!("/offers/{offer}"), hours("15:00", "18:00")).await.ok();
    confirm(&app, &first, 6000).await.created();
    let late = taken(&app, offer).await;
    confirm(&app, &late, 6000).await.refused(409, "outside-hours");
    app.clock.put_forward(Duration::hours(4));
    confirm(&app, &second, 6000).await.created();
    confirm(&app, &late, 6000).await.created();
}

#[tokio::test]
async fn a_card_is_used_once_a_day_and_the_next_day_again() {
    let app = TestApp::start().await;
    let daily = json!({"uses": 5, "limits": [{"period": "day", "times": 1}]});
    let card = taken(&app, open_offer(&app, daily).await).await;
    let first = confirm(&app, &card, 6000).await.created();
    let refused = confirm(&app, &card, 6000).await.refused(409, "limit-reached");
    assert_eq!(refused["detail"], "每人每日限 1 次，已达上限");
    app.a.cashier.post(&format!("/confirmations/{}/undo", id_of(&first)), json!({})).await.ok();
    confirm(&app, &card, 6000).await.created();
    app.clock.put_forward(Duration::hours(12));
    confirm(&app, &card, 6000).await.created();
    assert_eq!(reasons(&app).await, ["limit-reached"]);
    assert_eq!(app.drift(&app.a).await, []);
}

#[tokio::test]
async fn whoever_has_left_the_team_since_is_refused() {
    let app = TestApp::start().await;
    let of_team = json!({"price_points": 0, "eligibility": {"teams": [app.a.id(53)]}});
    let offer = open_offer(&app, of_team).await;
    let body = json!({"resident_id": app.a.id(44)});
    let voucher = app.a.staff.post(&format!("/offers/{offer}/vouchers"), body).await.created();
    run_sql(&app, "UPDATE memberships SET state = 'ended', ended_at = now()").await;
    confirm(&app, &voucher, 6000).await.refused(409, "not-eligible");
}

#[tokio::test]
async fn the_limit_of_a_day_holds_when_eight_vouchers_are_confirmed_at_once() {
    let app = TestApp::start().await;
    let offer = open_offer(&app, json!({"price_points": 1})).await;
    let mut vouchers = Vec::new();
    for _ in 0..CONTENDERS {
        vouchers.push(taken(&app, offer).await);
    }
    let daily = json!([{"period": "day", "per": "household", "times": 1}]);
    app.a.manager.patch(&format!("/offers/{offer}"), json!({"limits": daily})).await.ok();
    run_sql(&app, "UPDATE vouchers v SET conditions = o.conditions FROM offers o WHERE o.id = v.offer_id")
        .await;
    let contenders = vouchers.iter().map(|voucher| confirm(&app, voucher, 6000));
    let answers = race(&app, &row("households", app.a.id(12)), contenders).await;
    one_wins(answers, "limit-reached");
    assert_eq!(app.drift(&app.a).await, []);
}

/// No constraint knows the limit of a day: nothing but the lock of the household keeps it.
#[tokio::test]
async fn without_the_lock_eight_are_used_in_a_day() {
    let app = TestApp::start().await;
    let offer = open_offer(&app, json!({"price_points": 0})).await;
    let mut vouchers = Vec::new();
    for _ in 0..CONTENDERS {
        vouchers.push(id_of(&taken(&app, offer).await));
    }
    let (community, store, cashier) = (app.a.id(1), app.a.id(72), app.a.id(26));
    let write = |contender: usize| {
        format!(
            "INSERT INTO confirmations (community_id, id, voucher_id, store_id, cashier_id, bill_fen, discount_fen,
                 spent_points, confirmed_at)
             VALUES ('{community}', gen_random_uuid(), '{}', '{store}', '{cashier}', 0, 0, 0, now())",
            vouchers[contender]
        )
    };
    unlocked(&app, "SELECT count(*) < 1 AS allowed FROM confirmations", write).await.caught_by_nothing();
}
