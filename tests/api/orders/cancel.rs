//! `POST /orders/{id}/cancel`.

use linli_tests::TestApp;
use serde_json::json;

use super::{audited, ordered, step, transfers, wallet};
use crate::rewards::{reward, stock};

#[tokio::test]
async fn the_goods_are_back_on_the_shelf_and_the_points_free_again() {
    let app = TestApp::start().await;
    let (pens, umbrella) = (reward(&app, "彩笔", 10, 5).await, reward(&app, "雨伞", 20, 5).await);
    let order = ordered(&app, &[(umbrella, 1), (pens, 2)]).await;
    let cancelled = app.a.resident.post(&format!("/orders/{order}/cancel"), json!({})).await.ok();
    assert_eq!(cancelled["state"], "cancelled");
    assert!(cancelled["closed_at"].is_string());
    assert_eq!((stock(&app, pens).await, stock(&app, umbrella).await), ((5, 0, 5), (5, 0, 5)));
    assert_eq!((wallet(&app, 47).await, transfers(&app, order).await.len()), ((100, 0), 0));
    assert_eq!(audited(&app, order).await.on_behalf_of, None);
    assert_eq!(app.drift(&app.a).await, []);
}

#[tokio::test]
async fn the_desk_cancels_in_the_residents_place_and_may_say_why() {
    let app = TestApp::start().await;
    let pens = reward(&app, "彩笔", 10, 5).await;
    let order = ordered(&app, &[(pens, 2)]).await;
    step(&app, order, "ready").await.ok();
    let body = json!({"reason": "居民来电取消"});
    app.a.staff.post(&format!("/orders/{order}/cancel"), body).await.ok();
    let line = audited(&app, order).await;
    assert_eq!(line.on_behalf_of.map(|resident| resident.uuid()), Some(app.a.id(47)));
    assert_eq!(line.before, Some(json!({"state": "ready"})));
    assert_eq!(line.after, Some(json!({"state": "cancelled", "reason": "居民来电取消"})));
    assert_eq!(app.drift(&app.a).await, []);
}

#[tokio::test]
async fn a_finished_order_is_not_cancelled() {
    let app = TestApp::start().await;
    let pens = reward(&app, "彩笔", 10, 5).await;
    let (taken, cancelled) = (ordered(&app, &[(pens, 1)]).await, ordered(&app, &[(pens, 1)]).await);
    step(&app, taken, "pick-up").await.ok();
    step(&app, cancelled, "cancel").await.ok();
    step(&app, taken, "cancel").await.refused(409, "wrong-state");
    step(&app, cancelled, "cancel").await.refused(409, "wrong-state");
    assert_eq!((stock(&app, pens).await, wallet(&app, 47).await), ((4, 0, 4), (90, 0)));
    assert_eq!(app.drift(&app.a).await, []);
}

#[tokio::test]
async fn the_same_command_twice_cancels_once() {
    let app = TestApp::start().await;
    let pens = reward(&app, "彩笔", 10, 5).await;
    let path = format!("/orders/{}/cancel", ordered(&app, &[(pens, 1)]).await);
    let first = app.a.resident.post_with("k", &path, json!({})).await;
    let again = app.a.resident.post_with("k", &path, json!({})).await;
    assert_eq!((200, &first.text), (again.status, &again.text));
    assert_eq!(again.header("idempotent-replayed"), Some("true"));
    assert_eq!((stock(&app, pens).await, wallet(&app, 47).await), ((5, 0, 5), (100, 0)));
}

#[tokio::test]
async fn anothers_order_is_not_ones_own_to_cancel() {
    let app = TestApp::start().await;
    let pens = reward(&app, "彩笔", 10, 5).await;
    let path = format!("/orders/{}/cancel", ordered(&app, &[(pens, 1)]).await);
    app.a.leader.post(&path, json!({})).await.refused(403, "forbidden");
    app.a.social_worker.post(&path, json!({})).await.refused(403, "forbidden");
    app.b.staff.post(&path, json!({})).await.refused(404, "not-found");
    app.a.resident.post(&path, json!({"reason": ""})).await.faulty("reason");
    assert_eq!(stock(&app, pens).await, (5, 1, 4));
}
