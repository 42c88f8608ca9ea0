//! `POST /orders/{id}/substitute`.

use linli_tests::race::{CONTENDERS, one_wins, race, row};
use linli_tests::{Answer, TestApp, id_of};
use serde_json::json;
use uuid::Uuid;

use super::{audited, ordered, step, wallet};
use crate::rewards::{reward, stock};

async fn substitute(app: &TestApp, order: Uuid, (old, with): (Uuid, Uuid)) -> Answer {
    let body = json!({"reward_id": old, "with_reward_id": with, "reason": "彩笔缺货"});
    app.a.staff.post(&format!("/orders/{order}/substitute"), body).await
}

#[tokio::test]
async fn something_cheaper_takes_the_place_and_the_rest_is_free_again() {
    let app = TestApp::start().await;
    let (pens, chalk) = (reward(&app, "彩笔", 10, 5).await, reward(&app, "粉笔", 8, 5).await);
    let order = ordered(&app, &[(pens, 2)]).await;
    let after = substitute(&app, order, (pens, chalk)).await.ok();
    let line = json!([{
        "reward_id": chalk, "reward_name": "粉笔", "quantity": 2, "unit_points": 8,
        "replaces": {"reward_id": pens, "reward_name": "彩笔"}, "slot": null,
    }]);
    assert_eq!((&after["lines"], &after["total_points"]), (&line, &json!(16)));
    assert_eq!(app.a.resident.get(&format!("/orders/{order}")).await.ok()["lines"], line);
    assert_eq!((stock(&app, pens).await, stock(&app, chalk).await), ((5, 0, 5), (5, 2, 3)));
    assert_eq!(wallet(&app, 47).await, (100, 16));
    let entry = audited(&app, order).await;
    assert_eq!(entry.on_behalf_of.map(|resident| resident.uuid()), Some(app.a.id(47)));
    assert_eq!(entry.before, Some(json!({"goods": "彩笔×2", "total_points": 20})));
    assert_eq!(entry.after, Some(json!({"goods": "粉笔×2", "total_points": 16, "reason": "彩笔缺货"})));
    assert_eq!(app.drift(&app.a).await, []);
    step(&app, order, "pick-up").await.ok();
    assert_eq!((wallet(&app, 47).await, stock(&app, chalk).await), ((84, 0), (3, 0, 3)));
    assert_eq!(app.drift(&app.a).await, []);
}

#[tokio::test]
async fn a_household_s_holds_shrink_with_the_order() {
    let app = TestApp::start().await;
    let (rice, flour) = (reward(&app, "大米", 150, 5).await, reward(&app, "面粉", 120, 5).await);
    let consent = json!({"agreed": true});
    app.a.staff.put(&format!("/residents/{}/pooling", app.a.id(48)), consent).await.ok();
    let body = json!({"lines": [{"reward_id": rice, "quantity": 1}], "pooled": true});
    let order = id_of(&app.a.resident.post("/orders", body).await.created());
    assert_eq!((wallet(&app, 47).await, wallet(&app, 48).await), ((100, 100), (100, 50)));
    substitute(&app, order, (rice, flour)).await.ok();
    assert_eq!((wallet(&app, 47).await, wallet(&app, 48).await), ((100, 100), (100, 20)));
    assert_eq!(app.drift(&app.a).await, []);
}

#[tokio::test]
async fn what_forbids_a_substitution_leaves_no_trace() {
    let app = TestApp::start().await;
    let (pens, ball) = (reward(&app, "彩笔", 10, 5).await, reward(&app, "篮球", 11, 5).await);
    let (umbrella, few) = (reward(&app, "雨伞", 9, 5).await, reward(&app, "橡皮", 1, 1).await);
    let order = ordered(&app, &[(pens, 2), (umbrella, 1)]).await;
    let dearer = substitute(&app, order, (pens, ball)).await.refused(409, "substitute-dearer");
    assert_eq!(dearer["figures"], json!({"most": 10, "price": 11}));
    substitute(&app, order, (pens, few)).await.refused(409, "out-of-stock");
    substitute(&app, order, (pens, umbrella)).await.faulty("with_reward_id");
    substitute(&app, order, (pens, Uuid::now_v7())).await.faulty("with_reward_id");
    substitute(&app, order, (ball, few)).await.faulty("reward_id");
    let body = json!({"reward_id": pens, "with_reward_id": few});
    app.a.resident.post(&format!("/orders/{order}/substitute"), body.clone()).await.refused(403, "forbidden");
    app.b.staff.post(&format!("/orders/{order}/substitute"), body).await.refused(404, "not-found");
    assert_eq!((stock(&app, pens).await, wallet(&app, 47).await), ((5, 2, 3), (100, 29)));
    step(&app, order, "cancel").await.ok();
    substitute(&app, order, (pens, few)).await.refused(409, "wrong-state");
    assert_eq!(app.drift(&app.a).await, []);
}

#[tokio::test]
async fn the_last_one_is_given_for_something_else_once() {
    let app = TestApp::start().await;
    let (pens, chalk) = (reward(&app, "彩笔", 10, 50).await, reward(&app, "粉笔", 8, 1).await);
    let mut orders = Vec::new();
    for _ in 0..CONTENDERS {
        orders.push(ordered(&app, &[(pens, 1)]).await);
    }
    let contenders = orders.into_iter().map(|order| substitute(&app, order, (pens, chalk)));
    one_wins(race(&app, &row("rewards", chalk), contenders).await, "out-of-stock");
    assert_eq!((stock(&app, chalk).await, wallet(&app, 47).await), ((1, 1, 0), (100, 78)));
    assert_eq!(app.drift(&app.a).await, []);
}

#[tokio::test]
async fn what_is_ordered_in_the_next_quarter_does_not_count_for_the_quarter_of_the_order() {
    let app = TestApp::start().await;
    app.a.administrator.patch("/community", json!({"pickup_days": 60})).await.ok();
    let (pens, ball) = (reward(&app, "彩笔", 10, 5).await, reward(&app, "篮球", 5, 5).await);
    app.a.staff.patch(&format!("/rewards/{ball}"), json!({"limit_per_quarter": 1})).await.ok();
    let order = ordered(&app, &[(pens, 1)]).await;
    // From 25 November into January.
    app.clock.put_forward(chrono::Duration::days(40));
    ordered(&app, &[(ball, 1)]).await;
    substitute(&app, order, (pens, ball)).await.ok();
    assert_eq!(app.drift(&app.a).await, []);
}
