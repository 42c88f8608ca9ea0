//! `POST /rewards`.

use linli_tests::{TestApp, id_of};
use serde_json::json;

use super::{reward, service};

#[tokio::test]
async fn a_reward_is_on_the_shelf_and_has_no_stock_yet() {
    let app = TestApp::start().await;
    let body = json!({"name": "彩笔", "description": "12色", "age_group": "children", "price_points": 10});
    let answer = app.a.staff.post("/rewards", body).await;
    let location = answer.header("location").unwrap().to_owned();
    let reward = answer.created();
    assert_eq!(location, format!("/api/v1/rewards/{}", id_of(&reward)));
    assert_eq!((&reward["state"], &reward["price_points"]), (&json!("on_shelf"), &json!(10)));
    assert_eq!((&reward["stock"], &reward["reserved"], &reward["left"]), (&json!(0), &json!(0), &json!(0)));
    assert_eq!(app.a.resident.get(&format!("/rewards/{}", id_of(&reward))).await.ok(), reward);
}

#[tokio::test]
async fn a_reward_is_goods_or_a_service_once_and_for_all_and_a_service_has_no_stock_to_run_low() {
    let app = TestApp::start().await;
    let goods = reward(&app, "彩笔", 10, 5).await;
    assert_eq!(app.a.resident.get(&format!("/rewards/{goods}")).await.ok()["kind"], "goods");
    let path = format!("/rewards/{}", service(&app, "义剪", 5).await);
    assert_eq!(app.a.resident.get(&path).await.ok()["kind"], "service");
    app.a.staff.patch(&path, json!({"kind": "goods"})).await.faulty("kind");
    let low = json!({"low_stock_at": 3});
    app.a.staff.patch(&path, low.clone()).await.refused(409, "reward-is-service");
    app.a.staff.patch(&format!("/rewards/{goods}"), low).await.ok();
    let body =
        json!({"kind": "service", "name": "义诊", "age_group": "all", "price_points": 5, "low_stock_at": 3});
    app.a.staff.post("/rewards", body).await.refused(409, "reward-is-service");
    let changed = app.a.staff.patch(&path, json!({"price_points": 6, "limit_per_quarter": 1})).await.ok();
    assert_eq!((&changed["price_points"], &changed["limit_per_quarter"]), (&json!(6), &json!(1)));
    assert_eq!(app.drift(&app.a).await, []);
}

#[tokio::test]
async fn a_name_is_given_once_in_a_community() {
    let app = TestApp::start().await;
    let body = json!({"name": "彩笔", "age_group": "children", "price_points": 10});
    app.a.staff.post("/rewards", body.clone()).await.created();
    app.b.staff.post("/rewards", body.clone()).await.created();
    let problem = app.a.staff.post("/rewards", body).await.refused(409, "name-taken");
    assert_eq!(problem["errors"][0]["field"], "name");
    assert_eq!(problem["detail"], "名称「彩笔」已被使用");
}

#[tokio::test]
async fn a_faulty_field_is_named() {
    let app = TestApp::start().await;
    let cases = [
        (json!({"age_group": "all", "price_points": 1}), "name"),
        (json!({"name": " ", "age_group": "all", "price_points": 1}), "name"),
        (json!({"name": "米", "age_group": "babies", "price_points": 1}), "age_group"),
        (json!({"kind": "money", "name": "米", "age_group": "all", "price_points": 1}), "kind"),
        (json!({"name": "米", "age_group": "all", "price_points": 0}), "price_points"),
        (json!({"name": "米", "age_group": "all", "price_points": 1.5}), "price_points"),
        (json!({"name": "米", "age_group": "all", "price_points": 1, "state": "sold"}), "state"),
        (json!({"name": "米", "age_group": "all", "price_points": 1, "stock": 9}), "stock"),
    ];
    for (body, field) in cases {
        app.a.staff.post("/rewards", body).await.faulty(field);
    }
}

#[tokio::test]
async fn the_same_command_twice_adds_one_reward() {
    let app = TestApp::start().await;
    let body = json!({"name": "彩笔", "age_group": "children", "price_points": 10});
    let first = app.a.staff.post_with("k", "/rewards", body.clone()).await;
    let again = app.a.staff.post_with("k", "/rewards", body).await;
    assert_eq!((first.status, &first.text), (again.status, &again.text));
    assert_eq!(again.header("idempotent-replayed"), Some("true"));
    assert_eq!(app.a.staff.get("/rewards").await.items().len(), 1);
}

#[tokio::test]
async fn only_the_desk_adds_rewards() {
    let app = TestApp::start().await;
    let body = json!({"name": "彩笔", "age_group": "children", "price_points": 10});
    for actor in [&app.a.resident, &app.a.social_worker, &app.a.cashier, &app.operator] {
        actor.post("/rewards", body.clone()).await.refused(403, "forbidden");
    }
}
