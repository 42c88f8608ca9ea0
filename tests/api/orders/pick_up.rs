//! `POST /orders/{id}/pick-up`.

use linli_tests::{TestApp, id_of, stage};
use serde_json::json;

use super::{audited, lines, ordered, step, transfers, wallet};
use crate::rewards::{reward, stock};

#[tokio::test]
async fn the_goods_leave_the_stock_and_the_points_the_wallet() {
    let app = TestApp::start().await;
    let (pens, umbrella) = (reward(&app, "彩笔", 10, 5).await, reward(&app, "雨伞", 20, 5).await);
    let order = ordered(&app, &[(umbrella, 1), (pens, 2)]).await;
    step(&app, order, "ready").await.ok();
    let picked_up = step(&app, order, "pick-up").await.ok();
    assert_eq!(picked_up["state"], "picked_up");
    assert!(picked_up["ready_at"].is_string() && picked_up["closed_at"].is_string());
    assert_eq!((stock(&app, pens).await, stock(&app, umbrella).await), ((3, 0, 3), (4, 0, 4)));
    assert_eq!(wallet(&app, 47).await, (60, 0));
    let [spent] = &transfers(&app, order).await[..] else { panic!("one transfer") };
    let code = picked_up["code"].as_str().unwrap();
    let sentence = format!("积分超市兑换 彩笔×2、雨伞×1，共 40 分（兑换单 {code}）");
    assert_eq!((spent.explanation.to_string(), spent.on_behalf_of), (sentence, None));
    assert_eq!(app.drift(&app.a).await, []);
}

#[tokio::test]
async fn at_the_counter_goods_are_handed_over_at_once_and_the_record_says_for_whom() {
    let app = TestApp::start().await;
    let pens = reward(&app, "彩笔", 10, 5).await;
    let body = json!({"lines": lines(&[(pens, 2)]), "card_code": stage::card(48)});
    let order = id_of(&app.a.staff.post("/orders", body).await.created());
    let picked_up = step(&app, order, "pick-up").await.ok();
    assert_eq!((&picked_up["state"], &picked_up["ready_at"]), (&json!("picked_up"), &json!(null)));
    let (spent, line) = (transfers(&app, order).await.remove(0), audited(&app, order).await);
    assert_eq!(spent.actor.map(|actor| actor.uuid()), Some(app.a.id(22)));
    for on_behalf_of in [spent.on_behalf_of, line.on_behalf_of] {
        assert_eq!(on_behalf_of.map(|resident| resident.uuid()), Some(app.a.id(48)));
    }
    assert_eq!((line.action.as_str(), wallet(&app, 48).await), ("order.pick_up", (80, 0)));
    assert_eq!(app.drift(&app.a).await, []);
}

#[tokio::test]
async fn what_is_off_the_shelf_by_now_is_still_handed_over() {
    let app = TestApp::start().await;
    let pens = reward(&app, "彩笔", 10, 5).await;
    let order = ordered(&app, &[(pens, 5)]).await;
    app.a.staff.patch(&format!("/rewards/{pens}"), json!({"state": "off_shelf"})).await.ok();
    step(&app, order, "pick-up").await.ok();
    assert_eq!(stock(&app, pens).await, (0, 0, 0));
}

#[tokio::test]
async fn a_finished_order_is_not_picked_up() {
    let app = TestApp::start().await;
    let pens = reward(&app, "彩笔", 10, 5).await;
    let (taken, cancelled) = (ordered(&app, &[(pens, 1)]).await, ordered(&app, &[(pens, 1)]).await);
    step(&app, taken, "pick-up").await.ok();
    step(&app, cancelled, "cancel").await.ok();
    let problem = step(&app, taken, "pick-up").await.refused(409, "wrong-state");
    assert_eq!(problem["figures"], json!({"state": "picked_up"}));
    step(&app, cancelled, "pick-up").await.refused(409, "wrong-state");
    assert_eq!(stock(&app, pens).await, (4, 0, 4));
    assert_eq!(app.drift(&app.a).await, []);
}

#[tokio::test]
async fn the_same_command_twice_hands_over_once() {
    let app = TestApp::start().await;
    let pens = reward(&app, "彩笔", 10, 5).await;
    let order = ordered(&app, &[(pens, 1)]).await;
    let path = format!("/orders/{order}/pick-up");
    let first = app.a.staff.post_with("k", &path, json!({})).await;
    let again = app.a.staff.post_with("k", &path, json!({})).await;
    assert_eq!((200, &first.text), (again.status, &again.text));
    assert_eq!(again.header("idempotent-replayed"), Some("true"));
    assert_eq!((transfers(&app, order).await.len(), stock(&app, pens).await), (1, (4, 0, 4)));
}

#[tokio::test]
async fn only_the_desk_of_this_community_hands_over() {
    let app = TestApp::start().await;
    let pens = reward(&app, "彩笔", 10, 5).await;
    let path = format!("/orders/{}/pick-up", ordered(&app, &[(pens, 1)]).await);
    app.a.resident.post(&path, json!({})).await.refused(403, "forbidden");
    app.a.social_worker.post(&path, json!({})).await.refused(403, "forbidden");
    app.b.staff.post(&path, json!({})).await.refused(404, "not-found");
}
