//! `POST /orders`.

use diesel_async::SimpleAsyncConnection;
use linli_tests::{TestApp, id_of, stage};
use serde_json::json;
use uuid::Uuid;

use super::{audited, lines, wallet};
use crate::rewards::{reward, stock};

#[tokio::test]
async fn an_order_reserves_its_goods_and_holds_its_points() {
    let app = TestApp::start().await;
    let (pens, umbrella) = (reward(&app, "彩笔", 10, 5).await, reward(&app, "雨伞", 20, 5).await);
    let answer = app.a.resident.post("/orders", json!({"lines": lines(&[(umbrella, 1), (pens, 2)])})).await;
    let location = answer.header("location").unwrap().to_owned();
    let order = answer.created();
    assert_eq!(location, format!("/api/v1/orders/{}", id_of(&order)));
    assert_eq!((&order["state"], &order["total_points"]), (&json!("held"), &json!(40)));
    assert_eq!((&order["on_behalf"], &order["resident_name"]), (&json!(false), &json!(null)));
    assert_eq!(order["code"].as_str().unwrap().len(), 8);
    assert_eq!(app.a.resident.get(&format!("/orders/{}", id_of(&order))).await.ok(), order);
    assert_eq!((stock(&app, pens).await, stock(&app, umbrella).await), ((5, 2, 3), (5, 1, 4)));
    assert_eq!(wallet(&app, 47).await, (100, 40));
    assert_eq!(app.drift(&app.a).await, []);
}

#[tokio::test]
async fn the_desk_orders_with_a_member_card_and_the_record_says_for_whom() {
    let app = TestApp::start().await;
    let pens = reward(&app, "彩笔", 10, 5).await;
    let body = json!({"lines": lines(&[(pens, 2)]), "card_code": stage::card(48)});
    let order = app.a.staff.post("/orders", body).await.created();
    assert_eq!((&order["resident_id"], &order["resident_name"]), (&json!(app.a.id(48)), &json!("李奶奶")));
    assert_eq!((&order["on_behalf"], &order["placed_by"]), (&json!(true), &json!(app.a.id(22))));
    assert_eq!(order["placed_by_name"], "用户22");
    let line = audited(&app, id_of(&order)).await;
    assert_eq!(line.actor.map(|actor| actor.uuid()), Some(app.a.id(22)));
    assert_eq!(line.on_behalf_of.map(|resident| resident.uuid()), Some(app.a.id(48)));
    assert_eq!(wallet(&app, 48).await, (100, 20));
    assert_eq!(app.drift(&app.a).await, []);
}

#[tokio::test]
async fn the_desk_names_a_resident_or_a_card_and_not_both() {
    let app = TestApp::start().await;
    let of = lines(&[(reward(&app, "彩笔", 10, 5).await, 1)]);
    let named = json!({"lines": of, "resident_id": app.a.id(48)});
    assert_eq!(app.a.staff.post("/orders", named).await.created()["on_behalf"], true);
    let cases = [
        (json!({"lines": of}), "resident_id"),
        (json!({"lines": of, "resident_id": app.a.id(48), "card_code": stage::card(48)}), "card_code"),
        (json!({"lines": of, "resident_id": app.b.id(48)}), "resident_id"),
        (json!({"lines": of, "card_code": linli_domain::codes::Code::from_random(9)}), "card_code"),
        (json!({"lines": of, "card_code": "00000000"}), "card_code"),
    ];
    for (body, field) in cases {
        app.a.staff.post("/orders", body).await.faulty(field);
    }
}

#[tokio::test]
async fn residents_order_for_themselves_only() {
    let app = TestApp::start().await;
    let of = lines(&[(reward(&app, "彩笔", 10, 5).await, 1)]);
    let unknown = linli_domain::codes::Code::from_random(9);
    let cases = [
        json!({"lines": of, "resident_id": app.a.id(48)}),
        json!({"lines": of, "card_code": stage::card(48)}),
        json!({"lines": of, "card_code": unknown}),
    ];
    for body in cases {
        app.a.resident.post("/orders", body).await.refused(403, "forbidden");
    }
    app.a.cashier.post("/orders", json!({"lines": of})).await.refused(403, "forbidden");
    app.a.leader.post("/orders", json!({"lines": of})).await.created();
}

#[tokio::test]
async fn a_refused_order_leaves_no_trace() {
    let app = TestApp::start().await;
    let (pens, umbrella) = (reward(&app, "彩笔", 10, 5).await, reward(&app, "雨伞", 60, 5).await);
    let order = |of| app.a.resident.post("/orders", json!({"lines": of}));
    let dear = order(lines(&[(pens, 5), (umbrella, 1)])).await.refused(409, "not-enough-points");
    assert_eq!(dear["figures"], json!({"price": 110, "available": 100}));
    let many = order(lines(&[(umbrella, 1), (pens, 6)])).await.refused(409, "out-of-stock");
    assert_eq!(many["detail"], "「彩笔」库存不足，还有 5 件");
    app.a.staff.patch(&format!("/rewards/{pens}"), json!({"state": "off_shelf"})).await.ok();
    order(lines(&[(umbrella, 1), (pens, 1)])).await.refused(409, "reward-not-on-shelf");
    assert_eq!(app.a.staff.get("/orders").await.items().len(), 0);
    assert_eq!((stock(&app, pens).await, wallet(&app, 47).await), ((5, 0, 5), (100, 0)));
    assert_eq!(app.drift(&app.a).await, []);
}

#[tokio::test]
async fn a_resident_who_has_moved_away_cannot_order() {
    let app = TestApp::start().await;
    let of = lines(&[(reward(&app, "彩笔", 10, 5).await, 1)]);
    let mut connection = app.database.connect().await;
    connection.batch_execute("UPDATE residents SET state = 'moved_out'").await.unwrap();
    app.a.resident.post("/orders", json!({"lines": of})).await.refused(409, "resident-not-active");
    let by_card = json!({"lines": of, "card_code": stage::card(48)});
    app.a.staff.post("/orders", by_card).await.refused(409, "resident-not-active");
}

#[tokio::test]
async fn a_faulty_line_is_named() {
    let app = TestApp::start().await;
    let pens = reward(&app, "彩笔", 1, 500).await;
    let twice = lines(&[(pens, 1), (pens, 1)]);
    let too_many: Vec<_> = (0..21).map(|_| (Uuid::now_v7(), 1)).collect();
    let cases = [
        (json!({}), "lines"),
        (json!({"lines": []}), "lines"),
        (json!({"lines": twice}), "lines"),
        (json!({"lines": lines(&too_many)}), "lines"),
        (json!({"lines": lines(&[(pens, 0)])}), "lines[0].quantity"),
        (json!({"lines": lines(&[(pens, 100)])}), "lines[0].quantity"),
        (json!({"lines": lines(&[(pens, 1), (Uuid::now_v7(), 1)])}), "lines[1].reward_id"),
        (json!({"lines": [{"reward_id": pens, "quantity": 1, "unit_points": 0}]}), "lines[0].unit_points"),
    ];
    for (body, field) in cases {
        app.a.resident.post("/orders", body).await.faulty(field);
    }
}

#[tokio::test]
async fn a_reward_that_is_listed_twice_is_named() {
    let app = TestApp::start().await;
    let pens = reward(&app, "彩笔", 1, 500).await;
    let body = json!({"lines": lines(&[(pens, 1), (pens, 2)])});
    let problem = app.a.resident.post("/orders", body).await.refused(422, "invalid-input");
    assert_eq!(problem["errors"], json!([{"field": "lines", "detail": "「彩笔」重复，请合并为一行"}]));
    assert_eq!((stock(&app, pens).await, wallet(&app, 47).await), ((500, 0, 500), (100, 0)));
}

#[tokio::test]
async fn a_reward_of_another_community_does_not_exist() {
    let app = TestApp::start().await;
    let of = lines(&[(reward(&app, "彩笔", 10, 5).await, 1)]);
    app.b.resident.post("/orders", json!({"lines": of})).await.faulty("lines[0].reward_id");
}

#[tokio::test]
async fn the_same_command_twice_places_one_order() {
    let app = TestApp::start().await;
    let pens = reward(&app, "彩笔", 10, 5).await;
    let body = json!({"lines": lines(&[(pens, 1)])});
    let first = app.a.resident.post_with("k", "/orders", body.clone()).await;
    let again = app.a.resident.post_with("k", "/orders", body).await;
    assert_eq!((first.status, &first.text), (again.status, &again.text));
    assert_eq!(again.header("idempotent-replayed"), Some("true"));
    assert_eq!((stock(&app, pens).await, wallet(&app, 47).await), ((5, 1, 4), (100, 10)));
    let other = json!({"lines": lines(&[(pens, 2)])});
    app.a.resident.post_with("k", "/orders", other).await.refused(422, "idempotency-key-reused");
}
