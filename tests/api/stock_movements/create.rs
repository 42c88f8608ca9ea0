//! `POST /rewards/{id}/stock-movements`.

use diesel_async::SimpleAsyncConnection;
use linli_tests::race::{CONTENDERS, one_wins, race, row};
use linli_tests::{Answer, TestApp};
use serde_json::{Value, json};
use uuid::Uuid;

use crate::rewards::{reward, service, stock};

async fn enter(app: &TestApp, reward: Uuid, body: Value) -> Answer {
    app.a.staff.post(&format!("/rewards/{reward}/stock-movements"), body).await
}

/// A reward of which five are on hand and three are promised to an open order.
async fn promised(app: &TestApp) -> Uuid {
    let pens = reward(app, "彩笔", 10, 5).await;
    let body = json!({"lines": [{"reward_id": pens, "quantity": 3}]});
    app.a.resident.post("/orders", body).await.created();
    pens
}

#[tokio::test]
async fn a_service_has_no_stock_that_could_move() {
    let app = TestApp::start().await;
    let haircut = service(&app, "义剪", 5).await;
    for entry in [
        json!({"kind": "bought", "quantity": 1}),
        json!({"kind": "donated", "quantity": 1, "donor": "爱心企业"}),
        json!({"kind": "lost", "quantity": 1}),
    ] {
        let problem = enter(&app, haircut, entry).await;
        let problem = problem.refused(409, "reward-is-service");
        assert_eq!(problem["detail"], "「义剪」是服务，没有库存，也不用备货和替换");
    }
    let counts = json!({"counts": [{"reward_id": haircut, "counted": 0}]});
    app.a.staff.post("/stocktakes", counts).await.refused(409, "reward-is-service");
    assert_eq!(stock(&app, haircut).await, (0, 0, 0));
}

#[tokio::test]
async fn what_comes_in_is_added_and_what_is_lost_taken_off() {
    let app = TestApp::start().await;
    let pens = reward(&app, "彩笔", 10, 0).await;
    enter(&app, pens, json!({"kind": "bought", "quantity": 20})).await.created();
    enter(&app, pens, json!({"kind": "donated", "quantity": 5, "donor": "爱心企业"})).await.created();
    let change = enter(&app, pens, json!({"kind": "lost", "quantity": 3})).await.created();
    assert_eq!((&change["movement"]["quantity"], &change["movement"]["kind"]), (&json!(-3), &json!("lost")));
    assert_eq!((&change["reward"]["stock"], &change["reward"]["left"]), (&json!(22), &json!(22)));
    assert_eq!(stock(&app, pens).await, (22, 0, 22));
    assert_eq!(app.drift(&app.a).await, []);
}

#[tokio::test]
async fn what_is_promised_cannot_be_lost() {
    let app = TestApp::start().await;
    let pens = promised(&app).await;
    let problem =
        enter(&app, pens, json!({"kind": "lost", "quantity": 3})).await.refused(409, "out-of-stock");
    assert_eq!(problem["figures"], json!({"name": "彩笔", "left": 2}));
    enter(&app, pens, json!({"kind": "lost", "quantity": 2})).await.created();
    assert_eq!(stock(&app, pens).await, (3, 3, 0));
    assert_eq!(app.drift(&app.a).await, []);
}

#[tokio::test]
async fn a_faulty_field_is_named() {
    let app = TestApp::start().await;
    let pens = reward(&app, "彩笔", 10, 5).await;
    let cases = [
        (json!({"quantity": 1}), "kind"),
        (json!({"kind": "given_out", "quantity": 1}), "kind"),
        (json!({"kind": "bought"}), "quantity"),
        (json!({"kind": "bought", "quantity": 0}), "quantity"),
        (json!({"kind": "lost", "quantity": -1}), "quantity"),
        (json!({"kind": "bought", "quantity": 9_223_372_036_854_775_807_i64}), "quantity"),
        (json!({"kind": "bought", "quantity": 1, "counted": 1}), "counted"),
        (json!({"kind": "counted", "quantity": 1}), "kind"),
        (json!({"kind": "bought", "quantity": 1, "order_id": pens}), "order_id"),
    ];
    for (body, field) in cases {
        enter(&app, pens, body).await.faulty(field);
    }
    assert_eq!(stock(&app, pens).await, (5, 0, 5));
}

#[tokio::test]
async fn the_same_command_twice_moves_once() {
    let app = TestApp::start().await;
    let pens = reward(&app, "彩笔", 10, 0).await;
    let (path, body) = (format!("/rewards/{pens}/stock-movements"), json!({"kind": "bought", "quantity": 7}));
    let first = app.a.staff.post_with("k", &path, body.clone()).await;
    let again = app.a.staff.post_with("k", &path, body).await;
    assert_eq!((first.status, &first.text), (again.status, &again.text));
    assert_eq!(again.header("idempotent-replayed"), Some("true"));
    assert_eq!(stock(&app, pens).await, (7, 0, 7));
}

#[tokio::test]
async fn of_many_who_lose_the_last_one_at_once_one_does() {
    let app = TestApp::start().await;
    let pens = reward(&app, "彩笔", 10, 1).await;
    let contenders = (0..CONTENDERS).map(|_| enter(&app, pens, json!({"kind": "lost", "quantity": 1})));
    one_wins(race(&app, &row("rewards", pens), contenders).await, "out-of-stock");
    assert_eq!(stock(&app, pens).await, (0, 0, 0));
    assert_eq!(app.drift(&app.a).await, []);
}

#[tokio::test]
async fn only_the_desk_of_this_community_moves_stock() {
    let app = TestApp::start().await;
    let path = format!("/rewards/{}/stock-movements", reward(&app, "彩笔", 10, 5).await);
    let body = json!({"kind": "bought", "quantity": 1});
    app.a.resident.post(&path, body.clone()).await.refused(403, "forbidden");
    app.a.social_worker.post(&path, body.clone()).await.refused(403, "forbidden");
    app.b.staff.post(&path, body).await.refused(404, "not-found");
}

#[tokio::test]
async fn what_is_bought_has_its_cost_and_what_is_donated_its_donor() {
    let app = TestApp::start().await;
    let pens = reward(&app, "彩笔", 10, 5).await;
    let bought = json!({"kind": "bought", "quantity": 20, "unit_cost_fen": 350});
    let change = enter(&app, pens, bought).await.created();
    assert_eq!(
        (&change["movement"]["unit_cost_fen"], &change["movement"]["donor"]),
        (&json!(350), &json!(null))
    );
    let cases = [
        (json!({"kind": "donated", "quantity": 5}), "donor"),
        (json!({"kind": "bought", "quantity": 5, "donor": "王老师"}), "donor"),
        (json!({"kind": "lost", "quantity": 5, "unit_cost_fen": 1}), "unit_cost_fen"),
        (json!({"kind": "donated", "quantity": 5, "donor": "王老师", "unit_cost_fen": 1}), "unit_cost_fen"),
        (json!({"kind": "bought", "quantity": 5, "unit_cost_fen": -1}), "unit_cost_fen"),
    ];
    for (body, field) in cases {
        enter(&app, pens, body).await.faulty(field);
    }
}

#[tokio::test]
async fn postgresql_takes_no_gift_without_a_donor_and_no_count_without_a_stocktake() {
    let app = TestApp::start().await;
    let pens = reward(&app, "彩笔", 10, 5).await;
    let mut connection = app.database.connect().await;
    for (kind, check) in
        [("donated", "stock_movements_donated_check"), ("counted", "stock_movements_counted_check")]
    {
        let insert = format!(
            "INSERT INTO stock_movements (community_id, id, reward_id, kind, quantity, note, actor_id, moved_at)
             SELECT community_id, gen_random_uuid(), reward_id, '{kind}', 1, '', actor_id, moved_at FROM stock_movements
             WHERE reward_id = '{pens}'"
        );
        let refused = connection.batch_execute(&insert).await.unwrap_err();
        assert!(refused.to_string().contains(check), "{refused}");
    }
}
