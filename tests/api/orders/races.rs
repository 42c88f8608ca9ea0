//! Orders that want the same at the same moment. Each race has its negative control in `unlocked`.

use diesel_async::SimpleAsyncConnection;
use futures::future::{join, join_all};
use linli_domain::ids::{CommunityId, RewardId};
use linli_tests::{Answer, TestApp};
use serde_json::json;
use tokio::sync::Barrier;

use super::unlocked::{CONTENDERS, contend};
use super::{lines, ordered, step, transfers, wallet};
use crate::rewards::{reward, stock};

/// Asserts that one answer is a success and all others are this refusal; answers the one.
#[track_caller]
fn one_wins(answers: Vec<Answer>, refusal: &str) -> Answer {
    let (mut won, lost): (Vec<_>, Vec<_>) = answers.into_iter().partition(|answer| answer.status < 300);
    assert_eq!(won.len(), 1, "{won:?}");
    for answer in lost {
        answer.refused(409, refusal);
    }
    won.remove(0)
}

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
    one_wins(join_all((0..12).map(order)).await, "out-of-stock");
    assert_eq!(stock(&app, pens).await, (1, 1, 0));
    assert_eq!(app.drift(&app.a).await, []);
}

#[tokio::test]
async fn without_the_lock_the_last_one_in_stock_would_go_to_all() {
    let app = TestApp::start().await;
    let pens = reward(&app, "彩笔", 10, 1).await;
    let read = format!("SELECT stock - reserved >= 1 AS allowed FROM rewards WHERE id = '{pens}'");
    let write = format!("UPDATE rewards SET reserved = reserved + 1 WHERE id = '{pens}'");
    contend(&app, &read, |_| write.clone()).await.caught_by("rewards_stock_check");
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
    let answers = join_all(bodies.into_iter().map(|body| app.a.resident.post("/orders", body))).await;
    one_wins(answers, "not-enough-points");
    assert_eq!(wallet(&app, 47).await, (100, 60));
    assert_eq!(app.drift(&app.a).await, []);
}

#[tokio::test]
async fn without_the_lock_a_wallet_would_pay_all() {
    let app = TestApp::start().await;
    let own = format!("FROM accounts WHERE kind = 'wallet' AND owner_id = '{}'", app.a.id(47));
    let read = format!("SELECT posted - held >= 60 AS allowed {own}");
    let write = format!("UPDATE accounts SET held = held + 60 WHERE id = (SELECT id {own})");
    contend(&app, &read, |_| write.clone()).await.caught_by("accounts_available_check");
}

#[tokio::test]
async fn an_order_is_either_picked_up_or_cancelled() {
    let app = TestApp::start().await;
    let pens = reward(&app, "彩笔", 10, 5).await;
    let order = ordered(&app, &[(pens, 1)]).await;
    let steps = (0..CONTENDERS).map(|number| ["pick-up", "cancel"][number % 2]);
    let answers = join_all(steps.map(|verb| step(&app, order, verb))).await;
    let state = one_wins(answers, "wrong-state").ok()["state"].clone();
    let (figures, paid) = if state == "picked_up" { ((4, 0, 4), 1) } else { ((5, 0, 5), 0) };
    assert_eq!((stock(&app, pens).await, transfers(&app, order).await.len()), (figures, paid));
    assert_eq!(wallet(&app, 47).await, (100 - 10 * i64::try_from(paid).unwrap(), 0));
    assert_eq!(app.drift(&app.a).await, []);
}

#[tokio::test]
async fn without_the_lock_an_order_would_be_picked_up_and_cancelled() {
    let app = TestApp::start().await;
    let pens = reward(&app, "彩笔", 10, 5).await;
    let order = ordered(&app, &[(pens, 1)]).await;
    let read = format!("SELECT state IN ('held', 'ready') AS allowed FROM orders WHERE id = '{order}'");
    let write = |contender: usize| {
        let taken = contender % 2;
        format!("UPDATE rewards SET stock = stock - {taken}, reserved = reserved - 1 WHERE id = '{pens}'")
    };
    contend(&app, &read, write).await.caught_by("rewards_stock_check");
}

#[tokio::test]
async fn an_order_is_picked_up_once() {
    let app = TestApp::start().await;
    let pens = reward(&app, "彩笔", 10, 5).await;
    let order = ordered(&app, &[(pens, 1)]).await;
    let answers = join_all((0..CONTENDERS).map(|_| step(&app, order, "pick-up"))).await;
    one_wins(answers, "wrong-state");
    assert_eq!((stock(&app, pens).await, transfers(&app, order).await.len()), ((4, 0, 4), 1));
    assert_eq!(wallet(&app, 47).await, (90, 0));
    assert_eq!(app.drift(&app.a).await, []);
}

#[tokio::test]
async fn without_the_lock_an_order_would_be_paid_again_and_again() {
    let app = TestApp::start().await;
    let pens = reward(&app, "彩笔", 10, 5).await;
    let order = ordered(&app, &[(pens, 1)]).await;
    let read = format!("SELECT state IN ('held', 'ready') AS allowed FROM orders WHERE id = '{order}'");
    let write = format!(
        "INSERT INTO transfers (community_id, id, debit_account_id, credit_account_id, amount, code, cause_kind, \
         cause_id, hold_id, explanation, posted_at) \
         SELECT h.community_id, gen_random_uuid(), h.account_id, s.id, h.amount, 'spend', 'order', h.cause_id, h.id, \
         '{{}}', now() FROM holds h JOIN accounts s ON s.community_id = h.community_id AND s.kind = 'spent' \
         WHERE h.cause_id = '{order}'"
    );
    contend(&app, &read, |_| write.clone()).await.caught_by("transfers_hold_key");
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
    assert_eq!(join_all((0..16).map(order)).await.len(), 16);
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
