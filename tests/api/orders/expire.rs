//! Orders that nobody picks up.

use chrono::Duration;
use futures::future::join_all;
use linli_api::jobs::expire_orders;
use linli_tests::race::{CONTENDERS, overtaken, rows, unlocked};
use linli_tests::{TestApp, id_of};
use serde_json::{Value, json};
use uuid::Uuid;

use super::{lines, ordered, step, wallet};
use crate::rewards::{reward, stock};
use crate::vouchers::run_sql;

/// Eight orders of two rewards, whose time is over.
async fn eight_that_are_over(app: &TestApp) -> (Vec<Uuid>, [Uuid; 2]) {
    let goods = [reward(app, "彩笔", 3, 20).await, reward(app, "雨伞", 4, 20).await];
    let mut orders = Vec::new();
    for _ in 0..8 {
        orders.push(ordered(app, &[(goods[0], 1), (goods[1], 2)]).await);
    }
    app.clock.put_forward(Duration::days(15));
    (orders, goods)
}

/// Each of the orders has expired once: its goods and its points are back, and the log says so in one line.
async fn assert_each_expired_once(app: &TestApp, orders: &[Uuid], goods: &[Uuid]) {
    for id in orders {
        let now = app.a.resident.get(&format!("/orders/{id}")).await.ok();
        assert_eq!((&now["state"], now["closed_at"].is_string()), (&json!("expired"), true));
        let log = app.a.staff.get(&format!("/audit-entries?subject_id={id}")).await.items();
        let of_job: Vec<&Value> = log.iter().filter(|line| line["action"] == "order.expire").collect();
        assert_eq!((of_job.len(), &of_job[0]["actor_id"]), (1, &json!(null)));
        assert_eq!(of_job[0]["before"], json!({"state": "held"}));
        assert_eq!(of_job[0]["after"], json!({"state": "expired"}));
    }
    assert_eq!(wallet(app, 47).await, (100, 0));
    for id in goods {
        assert_eq!(stock(app, *id).await, (20, 0, 20));
    }
    assert_eq!(app.drift(&app.a).await, []);
}

#[tokio::test]
async fn goods_and_points_come_back_by_themselves_when_the_time_is_over() {
    let app = TestApp::start().await;
    let (orders, goods) = eight_that_are_over(&app).await;
    assert_eq!((expire_orders(&app.app).await, expire_orders(&app.app).await), (8, 0));
    assert_each_expired_once(&app, &orders, &goods).await;
    for verb in ["ready", "pick-up", "cancel"] {
        step(&app, orders[0], verb).await.refused(409, "wrong-state");
    }
    let found = app.a.staff.get("/orders?state=expired").await.items();
    assert_eq!(found.len(), 8);
}

#[tokio::test]
async fn each_expires_once_when_eight_processes_come_at_once() {
    let app = TestApp::start().await;
    let (orders, goods) = eight_that_are_over(&app).await;
    let others = join_all((1..CONTENDERS).map(|_| expire_orders(&app.app)));
    let (first, rest) = overtaken(&app, &rows("rewards", &goods), [expire_orders(&app.app)], others).await;
    assert_eq!((first, rest.iter().sum::<usize>()), (vec![8], 0), "who holds them ends them");
    assert_each_expired_once(&app, &orders, &goods).await;
}

#[tokio::test]
async fn without_the_lock_goods_would_be_given_back_by_each() {
    let app = TestApp::start().await;
    let (orders, goods) = eight_that_are_over(&app).await;
    let (order, pens) = (orders[0], goods[0]);
    let read = format!("SELECT state = 'held' AS allowed FROM orders WHERE id = '{order}'");
    let write = format!(
        "UPDATE orders SET state = 'expired', closed_at = now() WHERE id = '{order}';
         UPDATE rewards SET reserved = reserved - 1 WHERE id = '{pens}'"
    );
    unlocked(&app, &read, |_| write.clone()).await.caught_by_nothing();
}

#[tokio::test]
async fn what_is_being_cancelled_is_left_to_whoever_does() {
    let app = TestApp::start().await;
    let (orders, goods) = eight_that_are_over(&app).await;
    let cancel = orders.iter().map(async |order| step(&app, *order, "cancel").await.status);
    let (answers, at_once) = overtaken(&app, &rows("rewards", &goods), cancel, expire_orders(&app.app)).await;
    assert_eq!((answers, at_once), (vec![200; 8], 0));
    assert_eq!(expire_orders(&app.app).await, 0);
    assert_eq!((wallet(&app, 47).await, stock(&app, goods[1]).await), ((100, 0), (20, 0, 20)));
    assert_eq!(app.drift(&app.a).await, []);
}

#[tokio::test]
async fn what_breaks_off_half_way_leaves_nothing_and_the_next_run_does_it() {
    let app = TestApp::start().await;
    let (orders, goods) = eight_that_are_over(&app).await;
    // The lines of the log are what comes last.
    run_sql(&app, "ALTER TABLE audit_entries ADD CONSTRAINT broken CHECK (action <> 'order.expire')").await;
    assert_eq!((expire_orders(&app.app).await, wallet(&app, 47).await), (0, (100, 88)));
    assert_eq!(app.drift(&app.a).await, []);
    run_sql(&app, "ALTER TABLE audit_entries DROP CONSTRAINT broken").await;
    assert_eq!(expire_orders(&app.app).await, 8);
    assert_each_expired_once(&app, &orders, &goods).await;
}

#[tokio::test]
async fn an_order_that_cannot_be_ended_does_not_hinder_the_others() {
    let app = TestApp::start().await;
    let (orders, goods) = eight_that_are_over(&app).await;
    let all = wallet(&app, 47).await.1;
    // The line of this one comes last.
    let refuse = format!(
        "ALTER TABLE audit_entries ADD CONSTRAINT broken CHECK (subject_id <> '{}') NOT VALID",
        orders[4]
    );
    run_sql(&app, &refuse).await;
    assert_eq!((expire_orders(&app.app).await, wallet(&app, 47).await), (0, (100, all / 8)));
    assert_eq!(app.drift(&app.a).await, []);
    run_sql(&app, "ALTER TABLE audit_entries DROP CONSTRAINT broken").await;
    assert_eq!(expire_orders(&app.app).await, 1);
    assert_each_expired_once(&app, &orders, &goods).await;
}

#[tokio::test]
async fn what_is_made_ready_has_its_days_from_then_on() {
    let app = TestApp::start().await;
    let pens = reward(&app, "彩笔", 10, 5).await;
    let (waits, ready) = (ordered(&app, &[(pens, 1)]).await, ordered(&app, &[(pens, 1)]).await);
    app.clock.put_forward(Duration::days(14));
    assert_eq!(expire_orders(&app.app).await, 0, "the last day counts whole");
    step(&app, ready, "ready").await.ok();
    app.clock.put_forward(Duration::days(1));
    assert_eq!(expire_orders(&app.app).await, 1);
    assert_eq!(app.a.staff.get(&format!("/orders/{waits}")).await.ok()["state"], "expired");
    let kept = app.a.staff.get(&format!("/orders/{ready}")).await.ok();
    assert_eq!((&kept["state"], &kept["expires_at"]), (&json!("ready"), &json!("2026-12-23T16:00:00Z")));
    step(&app, ready, "pick-up").await.ok();
    app.clock.put_forward(Duration::days(30));
    assert_eq!(expire_orders(&app.app).await, 0);
}

#[tokio::test]
async fn the_community_says_how_many_days() {
    let app = TestApp::start().await;
    let pens = reward(&app, "彩笔", 10, 5).await;
    let settled = app.a.administrator.patch("/community", json!({"pickup_days": 3})).await.ok();
    assert_eq!(settled["pickup_days"], 3);
    let body = json!({"lines": lines(&[(pens, 1)])});
    let order = app.a.resident.post("/orders", body).await.created();
    assert_eq!(order["expires_at"], "2026-11-28T16:00:00Z");
    app.clock.put_forward(Duration::days(4));
    assert_eq!(expire_orders(&app.app).await, 1);
    assert_eq!(app.a.resident.get(&format!("/orders/{}", id_of(&order))).await.ok()["state"], "expired");
    for wrong in [json!(0), json!(366), json!("x")] {
        app.a.administrator.patch("/community", json!({"pickup_days": wrong})).await.faulty("pickup_days");
    }
}
