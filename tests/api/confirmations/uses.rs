//! Vouchers with several uses.

use chrono::Duration;
use linli_api::jobs::expire_vouchers;
use linli_tests::race::{CONTENDERS, race, row, unlocked, winners};
use linli_tests::{TestApp, id_of};
use serde_json::{Value, json};

use super::confirm;
use crate::offers::open_offer;
use crate::vouchers::{taken, wallet};

/// A card of so many uses, for 15 points.
async fn card(app: &TestApp, uses: i64) -> Value {
    taken(app, open_offer(app, json!({"uses": uses, "quota": 2})).await).await
}

async fn undo(app: &TestApp, confirmation: &Value) -> Value {
    app.a.cashier.post(&format!("/confirmations/{}/undo", id_of(confirmation)), json!({})).await.ok()
}

#[tokio::test]
async fn the_price_is_spent_by_the_first_use_and_the_last_one_uses_it_up() {
    let app = TestApp::start().await;
    let card = card(&app, 3).await;
    let mut seen = Vec::new();
    for _ in 0..3 {
        let done = confirm(&app, &card, 6000).await.created();
        seen.push((done["spent_points"].clone(), done["used"].clone(), done["voucher_state"].clone()));
    }
    let expected = [(15, 1, "in_use"), (0, 2, "in_use"), (0, 3, "confirmed")];
    assert_eq!(seen, expected.map(|(spent, used, state)| (json!(spent), json!(used), json!(state))));
    confirm(&app, &card, 6000).await.refused(409, "voucher-used");
    assert_eq!(wallet(&app, 47).await, (85, 0));
    let day = app.a.cashier.get("/confirmations").await.ok();
    assert_eq!(day["totals"], json!({"count": 3, "discount_fen": 6000, "points": 15}));
    assert_eq!(app.drift(&app.a).await, []);
}

#[tokio::test]
async fn a_use_that_is_undone_comes_back_and_the_last_one_brings_the_price() {
    let app = TestApp::start().await;
    let card = card(&app, 2).await;
    let (first, second) =
        (confirm(&app, &card, 6000).await.created(), confirm(&app, &card, 6000).await.created());
    let undone = undo(&app, &first).await;
    assert_eq!((&undone["voucher_state"], &undone["spent_points"]), (&json!("in_use"), &json!(0)));
    assert_eq!(wallet(&app, 47).await, (85, 0));
    let day = app.a.cashier.get("/confirmations").await.ok();
    assert_eq!(
        day["totals"],
        json!({"count": 1, "discount_fen": 2000, "points": 15}),
        "the price has a new bearer"
    );
    let log = app.a.staff.get(&format!("/audit-entries?subject_id={}", id_of(&second))).await.items();
    assert_eq!(
        (&log[0]["action"], &log[0]["after"]),
        (&json!("confirmation.take_over"), &json!({"spent_points": 15}))
    );
    assert_eq!(app.drift(&app.a).await, []);
    assert_eq!(undo(&app, &second).await["voucher_state"], "undone");
    assert_eq!(wallet(&app, 47).await, (100, 15));
    assert_eq!(app.drift(&app.a).await, []);
    confirm(&app, &card, 6000).await.created();
    confirm(&app, &card, 6000).await.created();
    assert_eq!(app.drift(&app.a).await, []);
}

#[tokio::test]
async fn a_card_in_use_is_not_given_back_and_ends_with_its_time_without_its_price() {
    let app = TestApp::start().await;
    let card = card(&app, 2).await;
    confirm(&app, &card, 6000).await.created();
    let path = format!("/vouchers/{}", id_of(&card));
    app.a.resident.post(&format!("{path}/cancel"), json!({})).await.refused(409, "voucher-in-use");
    app.clock.put_forward(Duration::days(7));
    assert_eq!((expire_vouchers(&app.app).await, expire_vouchers(&app.app).await), (1, 0));
    assert_eq!(app.a.resident.get(&path).await.ok()["state"], "expired");
    assert_eq!(wallet(&app, 47).await, (85, 0));
    let offer = app.a.resident.get(&format!("/offers/{}", card["offer_id"].as_str().unwrap())).await.ok();
    assert_eq!(offer["quota_left"], 1, "what was used keeps its place");
    assert_eq!(app.drift(&app.a).await, []);
}

#[tokio::test]
async fn a_use_undone_after_the_card_is_over_leaves_it_over() {
    let app = TestApp::start().await;
    let card = card(&app, 3).await;
    let (first, second) =
        (confirm(&app, &card, 6000).await.created(), confirm(&app, &card, 6000).await.created());
    crate::vouchers::run_sql(&app, "UPDATE vouchers SET expires_at = taken_at + interval '1 minute'").await;
    app.clock.put_forward(Duration::minutes(30));
    expire_vouchers(&app.app).await;
    assert_eq!(undo(&app, &second).await["voucher_state"], "expired");
    assert_eq!(undo(&app, &first).await["voucher_state"], "released");
    assert_eq!(wallet(&app, 47).await, (100, 0));
    assert_eq!(app.drift(&app.a).await, []);
}

#[tokio::test]
async fn the_last_uses_go_to_as_many_as_there_are() {
    let app = TestApp::start().await;
    let card = card(&app, 4).await;
    confirm(&app, &card, 6000).await.created();
    let contenders = (0..CONTENDERS).map(|_| confirm(&app, &card, 6000));
    let answers = race(&app, &row("vouchers", id_of(&card)), contenders).await;
    assert_eq!(winners(answers, "voucher-used").len(), 3);
    assert_eq!(wallet(&app, 47).await, (85, 0));
    assert_eq!(app.drift(&app.a).await, []);
}

#[tokio::test]
async fn without_the_lock_all_eight_take_the_last_use_and_the_unique_key_stops_them() {
    let app = TestApp::start().await;
    let card = id_of(&card(&app, 1).await);
    let (community, store, cashier) = (app.a.id(1), app.a.id(72), app.a.id(26));
    let read = format!("SELECT used < uses AS allowed FROM vouchers WHERE id = '{card}'");
    let write = format!(
        "INSERT INTO confirmations (community_id, id, voucher_id, store_id, cashier_id, bill_fen, discount_fen,
             use_number, spent_points, confirmed_at)
         SELECT '{community}', gen_random_uuid(), id, '{store}', '{cashier}', 0, 0, uses, 0, now()
         FROM vouchers WHERE id = '{card}'"
    );
    unlocked(&app, &read, |_| write.clone()).await.caught_by("confirmations_standing_key", 1);
}

#[tokio::test]
async fn without_the_lock_all_eight_count_the_last_use_and_the_check_stops_them() {
    let app = TestApp::start().await;
    let card = id_of(&card(&app, 2).await);
    let read = format!("SELECT used < uses AS allowed FROM vouchers WHERE id = '{card}'");
    let write = format!(
        "UPDATE vouchers SET used = used + 1, state = CASE WHEN used + 1 < uses THEN 'in_use' ELSE 'confirmed' END,
             closed_at = CASE WHEN used + 1 < uses THEN NULL ELSE now() END WHERE id = '{card}'"
    );
    unlocked(&app, &read, |_| write.clone()).await.caught_by("vouchers_used_check", 2);
}
