//! Orders that want the same at the same moment.

use diesel_async::SimpleAsyncConnection;
use futures::future::{FutureExt, join};
use linli_domain::ids::{CommunityId, RewardId};
use linli_tests::TestApp;
use linli_tests::race::{CONTENDERS, one_wins, overtaken, race, row, rows, unlocked, wallet, winners};
use serde_json::json;
use tokio::sync::Barrier;

use super::{book, lines, ordered, step, transfers};
use crate::rewards::{reward, service, stock};
use crate::slots::slot_of_service;

#[tokio::test]
async fn the_last_one_in_stock_goes_to_one_of_many() {
    let app = TestApp::start().await;
    let pens = reward(&app, "彩笔", 10, 1).await;
    let order = |number: u32| {
        let resident = app.a.id([44, 47, 48, 49][number as usize % 4]);
        let body = json!({"lines": lines(&[(pens, 1)]), "resident_id": resident});
        let staff = &app.a.staff;
        async move { staff.post("/orders", body).await }
    };
    one_wins(race(&app, &row("rewards", pens), (0..12).map(order)).await, "out-of-stock");
    assert_eq!(stock(&app, pens).await, (1, 1, 0));
    assert_eq!(app.drift(&app.a).await, []);
}

#[tokio::test]
async fn without_the_lock_the_last_one_in_stock_would_go_to_all() {
    let app = TestApp::start().await;
    let pens = reward(&app, "彩笔", 10, 1).await;
    let read = format!("SELECT stock - reserved >= 1 AS allowed FROM rewards WHERE id = '{pens}'");
    let write = format!("UPDATE rewards SET reserved = reserved + 1 WHERE id = '{pens}'");
    unlocked(&app, &read, |_| write.clone()).await.caught_by("rewards_stock_check", 1);
}

#[tokio::test]
async fn a_wallet_pays_one_of_many_orders_when_it_can_pay_but_one() {
    let app = TestApp::start().await;
    // Each order wants something else, so that nothing but the wallet stands between them.
    let mut bodies = Vec::new();
    for number in 0..CONTENDERS {
        let of = reward(&app, &format!("物品{number}"), 60, 5).await;
        bodies.push(json!({"lines": lines(&[(of, 1)])}));
    }
    let contenders = bodies.into_iter().map(|body| app.a.resident.post("/orders", body));
    let answers = race(&app, &wallet(app.a.id(47)), contenders).await;
    one_wins(answers, "not-enough-points");
    assert_eq!(app.wallet(47).await, (100, 60));
    assert_eq!(app.drift(&app.a).await, []);
}

#[tokio::test]
async fn without_the_lock_a_wallet_would_pay_all() {
    let app = TestApp::start().await;
    let own = format!("FROM accounts WHERE kind = 'wallet' AND owner_id = '{}'", app.a.id(47));
    let read = format!("SELECT posted - held >= 60 AS allowed {own}");
    let write = format!("UPDATE accounts SET held = held + 60 WHERE id = (SELECT id {own})");
    unlocked(&app, &read, |_| write.clone()).await.caught_by("accounts_available_check", 1);
}

#[tokio::test]
async fn who_moves_out_while_an_order_waits_for_its_goods_or_its_slot_orders_nothing() {
    let app = TestApp::start().await;
    let (pens, haircut) = (reward(&app, "彩笔", 10, 5).await, service(&app, "义剪", 5).await);
    let slot = slot_of_service(&app, haircut, (24, 2)).await;
    let goods = json!({"lines": lines(&[(pens, 1)]), "resident_id": app.a.id(47)});
    let orders = [app.a.staff.post("/orders", goods).boxed(), book(&app, haircut, (slot, 47)).boxed()];
    let resident = format!("/residents/{}", app.a.id(47));
    let moves_out = app.a.staff.patch(&resident, json!({"state": "moved_out"}));
    let held = rows("rewards", &[pens, haircut]);
    let (answers, moved) = overtaken(&app, &held, orders, moves_out).await;
    moved.ok();
    assert_eq!(winners(answers, "resident-not-active").len(), 0);
    assert_eq!((app.wallet(47).await, stock(&app, pens).await), ((100, 0), (5, 0, 5)));
    assert_eq!(app.drift(&app.a).await, []);
}

#[tokio::test]
async fn an_order_is_either_picked_up_or_cancelled() {
    let app = TestApp::start().await;
    let pens = reward(&app, "彩笔", 10, 5).await;
    let order = ordered(&app, &[(pens, 1)]).await;
    let steps = (0..CONTENDERS).map(|number| ["pick-up", "cancel"][number % 2]);
    let contenders = steps.map(|verb| step(&app, order, verb));
    let answers = race(&app, &row("orders", order), contenders).await;
    let state = one_wins(answers, "wrong-state").ok()["state"].clone();
    let (figures, paid) = if state == "picked_up" { ((4, 0, 4), 1) } else { ((5, 0, 5), 0) };
    assert_eq!((stock(&app, pens).await, transfers(&app, order).await.len()), (figures, paid));
    assert_eq!(app.wallet(47).await, (100 - 10 * i64::try_from(paid).unwrap(), 0));
    assert_eq!(app.drift(&app.a).await, []);
}

#[tokio::test]
async fn an_order_is_picked_up_once() {
    let app = TestApp::start().await;
    let pens = reward(&app, "彩笔", 10, 5).await;
    let order = ordered(&app, &[(pens, 1)]).await;
    let contenders = (0..CONTENDERS).map(|_| step(&app, order, "pick-up"));
    let answers = race(&app, &row("orders", order), contenders).await;
    one_wins(answers, "wrong-state");
    assert_eq!((stock(&app, pens).await, transfers(&app, order).await.len()), ((4, 0, 4), 1));
    assert_eq!(app.wallet(47).await, (90, 0));
    assert_eq!(app.drift(&app.a).await, []);
}

#[tokio::test]
async fn orders_of_the_same_rewards_in_opposite_order_all_go_through() {
    let app = TestApp::start().await;
    let (pens, umbrella) = (reward(&app, "彩笔", 1, 50).await, reward(&app, "雨伞", 1, 50).await);
    let order = |number: usize| {
        let both = [[(pens, 1), (umbrella, 1)], [(umbrella, 1), (pens, 1)]][number % 2];
        let resident = app.a.id([44, 47, 48, 49][number % 4]);
        let body = json!({"lines": lines(&both), "resident_id": resident});
        let staff = &app.a.staff;
        async move { staff.post("/orders", body).await.created() }
    };
    let contenders = (0..16).map(order);
    race(&app, &row("rewards", pens.min(umbrella)), contenders).await;
    assert_eq!((stock(&app, pens).await, stock(&app, umbrella).await), ((50, 16, 34), (50, 16, 34)));
    assert_eq!(app.drift(&app.a).await, []);
}

#[tokio::test]
async fn rewards_are_locked_in_the_order_of_their_ids_whatever_is_asked_for() {
    let app = TestApp::start().await;
    let [first, second] = [reward(&app, "彩笔", 1, 5).await, reward(&app, "雨伞", 1, 5).await];
    let mut connection = app.database.connect().await;
    let (community, asked) = (CommunityId::new(app.a.id(1)), [second, first].map(RewardId::new));
    // PostgreSQL locks rows as it returns them.
    let locked = linli_db::rewards::lock_all(&mut connection, community, &asked).await.unwrap();
    assert_eq!(locked.iter().map(|reward| reward.id.uuid()).collect::<Vec<_>>(), [first, second]);
}

#[tokio::test]
async fn locked_in_the_order_of_the_lines_two_orders_would_stand_in_each_others_way() {
    let app = TestApp::start().await;
    let [first, second] = [reward(&app, "彩笔", 1, 5).await, reward(&app, "雨伞", 1, 5).await];
    let both_have_one = Barrier::new(2);
    let lock_both = async |of: [uuid::Uuid; 2]| {
        let mut connection = app.database.connect().await;
        connection.batch_execute("SET deadlock_timeout = '10ms'; BEGIN").await.unwrap();
        let lock = |id| format!("SELECT 1 FROM rewards WHERE id = '{id}' FOR NO KEY UPDATE");
        connection.batch_execute(&lock(of[0])).await.unwrap();
        both_have_one.wait().await;
        let both = connection.batch_execute(&lock(of[1])).await;
        connection.batch_execute("ROLLBACK").await.unwrap();
        both.map_err(|error| error.to_string())
    };
    let (one, other) = join(lock_both([first, second]), lock_both([second, first])).await;
    let refusals: Vec<_> = [one, other].into_iter().filter_map(Result::err).collect();
    assert!(matches!(&refusals[..], [refusal] if refusal.contains("deadlock")), "{refusals:?}");
}
