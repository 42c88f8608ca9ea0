//! `POST /orders/{id}/ready`.

use linli_tests::TestApp;
use serde_json::json;

use super::{ordered, step, wallet};
use crate::rewards::{reward, stock};

#[tokio::test]
async fn the_goods_lie_ready_and_stay_promised() {
    let app = TestApp::start().await;
    let pens = reward(&app, "彩笔", 10, 5).await;
    let order = ordered(&app, &[(pens, 2)]).await;
    let ready = step(&app, order, "ready").await.ok();
    assert_eq!((&ready["state"], &ready["closed_at"]), (&json!("ready"), &json!(null)));
    assert!(ready["ready_at"].is_string());
    assert_eq!((stock(&app, pens).await, wallet(&app, 47).await), ((5, 2, 3), (100, 20)));
    assert_eq!(app.drift(&app.a).await, []);
}

#[tokio::test]
async fn only_an_order_that_was_just_placed_is_made_ready() {
    let app = TestApp::start().await;
    let pens = reward(&app, "彩笔", 10, 5).await;
    let order = ordered(&app, &[(pens, 2)]).await;
    for earlier in ["ready", "pick-up"] {
        step(&app, order, earlier).await.ok();
        step(&app, order, "ready").await.refused(409, "wrong-state");
    }
}

#[tokio::test]
async fn the_same_command_twice_is_answered_the_same() {
    let app = TestApp::start().await;
    let pens = reward(&app, "彩笔", 10, 5).await;
    let path = format!("/orders/{}/ready", ordered(&app, &[(pens, 2)]).await);
    let first = app.a.staff.post_with("k", &path, json!({})).await;
    let again = app.a.staff.post_with("k", &path, json!({})).await;
    assert_eq!((200, &first.text), (again.status, &again.text));
    assert_eq!(again.header("idempotent-replayed"), Some("true"));
}

#[tokio::test]
async fn only_the_desk_of_this_community_does_it() {
    let app = TestApp::start().await;
    let pens = reward(&app, "彩笔", 10, 5).await;
    let path = format!("/orders/{}/ready", ordered(&app, &[(pens, 2)]).await);
    app.a.resident.post(&path, json!({})).await.refused(403, "forbidden");
    app.b.staff.post(&path, json!({})).await.refused(404, "not-found");
    app.a.staff.post(&path, json!({"note": "好了"})).await.faulty("note");
}
