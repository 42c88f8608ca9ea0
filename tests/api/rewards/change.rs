//! `PATCH /rewards/{id}`.

use futures::future::join_all;
use linli_tests::{TestApp, id_of};
use reqwest::Method;
use serde_json::json;

use super::{reward, stock};

#[tokio::test]
async fn what_is_left_out_stays() {
    let app = TestApp::start().await;
    let path = format!("/rewards/{}", reward(&app, "彩笔", 10, 5).await);
    let before = app.a.staff.get(&path).await.ok();
    let after = app.a.staff.patch(&path, json!({"description": "24色", "age_group": "children"})).await.ok();
    assert_eq!((&after["description"], &after["age_group"]), (&json!("24色"), &json!("children")));
    for same in ["name", "price_points", "state", "stock", "reserved", "left"] {
        assert_eq!(after[same], before[same], "{same}");
    }
    assert_eq!(app.a.staff.get(&path).await.ok(), after);
}

#[tokio::test]
async fn a_price_change_does_not_touch_open_orders() {
    let app = TestApp::start().await;
    let pens = reward(&app, "彩笔", 10, 5).await;
    let body = json!({"lines": [{"reward_id": pens, "quantity": 2}]});
    let order = app.a.resident.post("/orders", body.clone()).await.created();
    let change = json!({"price_points": 30, "name": "蜡笔"});
    app.a.staff.patch(&format!("/rewards/{pens}"), change).await.ok();
    let picked_up = app.a.staff.post(&format!("/orders/{}/pick-up", id_of(&order)), json!({})).await.ok();
    assert_eq!((&picked_up["total_points"], &picked_up["lines"][0]["unit_points"]), (&json!(20), &json!(10)));
    assert_eq!(app.a.resident.post("/orders", body).await.created()["total_points"], 60);
    assert_eq!(stock(&app, pens).await, (3, 2, 1));
    assert_eq!(app.drift(&app.a).await, []);
}

#[tokio::test]
async fn a_name_that_is_taken_is_refused_and_ones_own_is_not() {
    let app = TestApp::start().await;
    reward(&app, "彩笔", 10, 0).await;
    let path = format!("/rewards/{}", reward(&app, "雨伞", 20, 0).await);
    let problem = app.a.staff.patch(&path, json!({"name": "彩笔"})).await.refused(409, "name-taken");
    assert_eq!(problem["errors"][0]["field"], "name");
    assert_eq!(app.a.staff.patch(&path, json!({"name": "雨伞"})).await.ok()["name"], "雨伞");
}

#[tokio::test]
async fn of_many_who_want_one_name_at_once_one_gets_it() {
    let app = TestApp::start().await;
    let mut paths = Vec::new();
    for number in 0..8 {
        paths.push(format!("/rewards/{}", reward(&app, &format!("物品{number}"), 1, 0).await));
    }
    let answers = join_all(paths.iter().map(|path| app.a.staff.patch(path, json!({"name": "米"})))).await;
    let (given, refused): (Vec<_>, Vec<_>) = answers.into_iter().partition(|answer| answer.status == 200);
    assert_eq!(given.len(), 1);
    for answer in refused {
        answer.refused(409, "name-taken");
    }
}

#[tokio::test]
async fn the_same_command_twice_changes_once() {
    let app = TestApp::start().await;
    let path = format!("/api/v1/rewards/{}", reward(&app, "彩笔", 10, 0).await);
    let send = |price: i64, key: &'static str| {
        let (path, staff) = (path.clone(), app.a.staff.clone());
        let body = json!({"price_points": price});
        async move { staff.send(Method::PATCH, &path, Some(body), &[("Idempotency-Key", key)]).await }
    };
    let first = send(11, "first").await;
    send(12, "second").await;
    let again = send(11, "first").await;
    assert_eq!((first.text, again.header("idempotent-replayed")), (again.text.clone(), Some("true")));
    assert_eq!(app.a.staff.get("/rewards").await.items()[0]["price_points"], 12);
}

#[tokio::test]
async fn faulty_fields_and_rewards_of_others_are_refused() {
    let app = TestApp::start().await;
    let path = format!("/rewards/{}", reward(&app, "彩笔", 10, 0).await);
    app.a.staff.patch(&path, json!({"price_points": -1})).await.faulty("price_points");
    app.a.staff.patch(&path, json!({"stock": 100})).await.faulty("stock");
    app.a.resident.patch(&path, json!({"price_points": 1})).await.refused(403, "forbidden");
    app.b.staff.patch(&path, json!({"price_points": 1})).await.refused(404, "not-found");
}
