//! Limits per person and quarter, and the days on which the supermarket is open.

use chrono::Duration;
use linli_tests::race::{CONTENDERS, race, unlocked, wallet, winners};
use linli_tests::{Actor, TestApp};
use serde_json::{Value, json};
use uuid::Uuid;

use super::{audited, lines, ordered, step};
use crate::rewards::{reward, stock};

/// A ball of which one resident may have so many in a quarter.
async fn ball(app: &TestApp, limit: i64) -> Uuid {
    let id = reward(app, "篮球", 5, 50).await;
    let changed =
        app.a.staff.patch(&format!("/rewards/{id}"), json!({"limit_per_quarter": limit})).await.ok();
    assert_eq!(changed["limit_per_quarter"], limit);
    id
}

fn wants(reward: Uuid, quantity: i64) -> Value {
    json!({"lines": lines(&[(reward, quantity)])})
}

#[tokio::test]
async fn nobody_has_more_than_the_limit_of_a_quarter_and_the_next_quarter_begins_anew() {
    let app = TestApp::start().await;
    let ball = ball(&app, 2).await;
    let order = ordered(&app, &[(ball, 1)]).await;
    step(&app, order, "pick-up").await.ok();
    let problem = app.a.resident.post("/orders", wants(ball, 2)).await.refused(409, "quarter-limit-reached");
    assert_eq!(problem["figures"], json!({"name": "篮球", "limit": 2, "left": 1}));
    assert_eq!(problem["detail"], "「篮球」每人每季度限兑 2 份，本季度还可兑 1 份");
    ordered(&app, &[(ball, 1)]).await;
    app.a.resident.post("/orders", wants(ball, 1)).await.refused(409, "quarter-limit-reached");
    app.a.leader.post("/orders", wants(ball, 2)).await.created();
    // From 25 November into January.
    app.clock.put_forward(Duration::days(40));
    ordered(&app, &[(ball, 2)]).await;
    assert_eq!(app.drift(&app.a).await, []);
}

#[tokio::test]
async fn the_shelf_says_what_of_the_limit_is_left_to_the_resident_and_to_nobody_else() {
    let app = TestApp::start().await;
    let (ball, pen) = (ball(&app, 3).await, reward(&app, "彩笔", 2, 50).await);
    ordered(&app, &[(ball, 2), (pen, 4)]).await;
    let left = async |actor: &Actor, query: &str| {
        let shelf = actor.get(&format!("/rewards{query}")).await.items();
        [ball, pen].map(|id| {
            let reward = shelf.iter().find(|one| one["id"] == json!(id)).unwrap();
            (reward["ordered_this_quarter"].clone(), reward["left_this_quarter"].clone())
        })
    };
    let named = format!("?resident_id={}", app.a.id(47));
    let used = [(json!(2), json!(1)), (json!(4), json!(null))];
    assert_eq!(left(&app.a.resident, "").await, used);
    assert_eq!(left(&app.a.staff, &named).await, used);
    assert_eq!(left(&app.a.leader, "").await, [(json!(0), json!(3)), (json!(0), json!(null))]);
    let nobody = [(json!(null), json!(null)), (json!(null), json!(null))];
    assert_eq!(left(&app.a.staff, "").await, nobody);
    app.a.leader.get(&format!("/rewards{named}")).await.refused(403, "forbidden");
    // From 25 November into January.
    app.clock.put_forward(Duration::days(40));
    assert_eq!(left(&app.a.resident, "").await[0], (json!(0), json!(3)));
}

#[tokio::test]
async fn what_is_cancelled_or_expired_does_not_count() {
    let app = TestApp::start().await;
    app.a.administrator.patch("/community", json!({"pickup_days": 1})).await.ok();
    let ball = ball(&app, 1).await;
    step(&app, ordered(&app, &[(ball, 1)]).await, "cancel").await.ok();
    ordered(&app, &[(ball, 1)]).await;
    app.clock.put_forward(Duration::days(2));
    assert_eq!(linli_api::jobs::expire_orders(&app.app).await, 1);
    ordered(&app, &[(ball, 1)]).await;
    app.a.staff.patch(&format!("/rewards/{ball}"), json!({"limit_per_quarter": null})).await.ok();
    ordered(&app, &[(ball, 9)]).await;
}

#[tokio::test]
async fn of_many_orders_at_once_as_many_go_through_as_the_limit_lets() {
    let app = TestApp::start().await;
    let ball = ball(&app, 2).await;
    let contenders = (0..CONTENDERS).map(|_| app.a.resident.post("/orders", wants(ball, 1)));
    let answers = race(&app, &wallet(app.a.id(47)), contenders).await;
    assert_eq!(winners(answers, "quarter-limit-reached").len(), 2);
    assert_eq!((stock(&app, ball).await, app.wallet(47).await), ((50, 2, 48), (100, 10)));
    assert_eq!(app.drift(&app.a).await, []);
}

#[tokio::test]
async fn without_the_lock_nothing_would_keep_the_limit() {
    let app = TestApp::start().await;
    let ball = ball(&app, 1).await;
    let of = format!(
        "FROM orders o JOIN order_lines l ON l.order_id = o.id \
         WHERE o.resident_id = '{}' AND l.reward_id = '{ball}'",
        app.a.id(47)
    );
    let read = format!("SELECT coalesce(sum(l.quantity), 0) < 1 AS allowed {of}");
    let write = |contender: usize| {
        format!(
            "INSERT INTO orders VALUES ('{c}', '{id}', '{resident}', 'C{contender}', 'held', 5, '{user}', \
             false, now(), NULL, NULL, now()); INSERT INTO order_lines VALUES ('{c}', '{id}', '{ball}', 1, 5)",
            c = app.a.id(1),
            id = app.a.id(900 + u32::try_from(contender).unwrap()),
            resident = app.a.id(47),
            user = app.a.id(27),
        )
    };
    unlocked(&app, &read, write).await.caught_by_nothing();
}

/// Open on the fifteenth; today is 25 November.
async fn open_on_the_fifteenth(app: &TestApp) {
    let body = json!({"opening_days": {"month_days": [15], "weekdays": []}});
    let settled = app.a.administrator.patch("/community", body.clone()).await.ok();
    assert_eq!(settled["opening_days"], body["opening_days"]);
}

#[tokio::test]
async fn on_other_days_residents_are_told_the_next_one_and_the_desk_says_why_it_serves() {
    let app = TestApp::start().await;
    let pens = reward(&app, "彩笔", 10, 50).await;
    open_on_the_fifteenth(&app).await;
    let problem = app.a.resident.post("/orders", wants(pens, 1)).await.refused(409, "counter-closed");
    assert_eq!(problem["figures"], json!({"next": "2026-12-15"}));
    let mut body = wants(pens, 1);
    body["resident_id"] = json!(app.a.id(48));
    app.a.staff.post("/orders", body.clone()).await.refused(409, "counter-closed");
    body["override_reason"] = json!("行动不便，上门办理");
    let order = linli_tests::id_of(&app.a.staff.post("/orders", body).await.created());
    assert_eq!(audited(&app, order).await.after.unwrap()["reason"], "行动不便，上门办理");
    step(&app, order, "pick-up").await.refused(409, "counter-closed");
    let why = json!({"override_reason": "送货上门"});
    app.a.staff.post(&format!("/orders/{order}/pick-up"), why).await.ok();
    assert_eq!(
        audited(&app, order).await.after.unwrap(),
        json!({"state": "picked_up", "reason": "送货上门"})
    );
    let mut own = wants(pens, 1);
    own["override_reason"] = json!("我想要");
    app.a.resident.post("/orders", own).await.refused(403, "forbidden");
}

#[tokio::test]
async fn on_an_opening_day_everybody_is_served_and_faulty_days_are_named() {
    let app = TestApp::start().await;
    let pens = reward(&app, "彩笔", 10, 50).await;
    open_on_the_fifteenth(&app).await;
    app.clock.put_forward(Duration::days(20));
    let order = ordered(&app, &[(pens, 1)]).await;
    step(&app, order, "pick-up").await.ok();
    let cases = [
        (json!({"month_days": [32], "weekdays": []}), "opening_days.month_days[0]"),
        (json!({"month_days": [], "weekdays": ["someday"]}), "opening_days.weekdays[0]"),
        (json!({"month_days": []}), "opening_days.weekdays"),
    ];
    for (days, field) in cases {
        app.a.administrator.patch("/community", json!({"opening_days": days})).await.faulty(field);
    }
}
