//! `GET /rewards/{id}/prices`.

use diesel_async::SimpleAsyncConnection;
use linli_tests::{TestApp, id_of};
use serde_json::{Value, json};

use super::reward;

#[tokio::test]
async fn every_price_is_kept_and_an_order_keeps_the_one_it_was_placed_at() {
    let app = TestApp::start().await;
    let pens = reward(&app, "彩笔", 10, 5).await;
    let body = json!({"lines": [{"reward_id": pens, "quantity": 1}]});
    let order = id_of(&app.a.resident.post("/orders", body).await.created());
    app.clock.put_forward(chrono::Duration::days(1));
    for change in [json!({"price_points": 12}), json!({"price_points": 12}), json!({"description": "十二色"})]
    {
        app.a.staff.patch(&format!("/rewards/{pens}"), change).await.ok();
    }
    let path = format!("/rewards/{pens}/prices");
    let prices = app.a.staff.get(&path).await.items();
    let points: Vec<&Value> = prices.iter().map(|price| &price["points"]).collect();
    assert_eq!(points, [&json!(12), &json!(10)]);
    assert_eq!((&prices[0]["actor_id"], &prices[0]["actor_name"]), (&json!(app.a.id(22)), &json!("用户22")));
    assert!(prices[0]["from"].as_str() > prices[1]["from"].as_str());
    let seen = app.a.resident.get(&path).await.items();
    assert_eq!((&seen[0]["points"], &seen[0]["actor_name"]), (&json!(12), &json!(null)));
    assert_eq!(app.a.resident.get(&format!("/orders/{order}")).await.ok()["lines"][0]["unit_points"], 10);
    assert_eq!(app.drift(&app.a).await, []);
}

#[tokio::test]
async fn the_price_that_is_set_last_holds_even_if_the_clock_is_behind() {
    let app = TestApp::start().await;
    let path = format!("/rewards/{}", reward(&app, "彩笔", 10, 5).await);
    app.a.staff.patch(&path, json!({"price_points": 12})).await.ok();
    app.clock.put_forward(chrono::Duration::seconds(-30));
    app.a.staff.patch(&path, json!({"price_points": 14})).await.ok();
    let prices = app.a.staff.get(&format!("{path}/prices")).await.items();
    let points: Vec<&Value> = prices.iter().map(|price| &price["points"]).collect();
    assert_eq!(points, [&json!(14), &json!(12), &json!(10)]);
    assert_eq!(app.drift(&app.a).await, []);
}

#[tokio::test]
async fn prices_of_hidden_rewards_and_of_other_communities_do_not_exist() {
    let app = TestApp::start().await;
    let pens = reward(&app, "彩笔", 10, 5).await;
    let path = format!("/rewards/{pens}/prices");
    app.b.staff.get(&path).await.refused(404, "not-found");
    app.a.staff.patch(&format!("/rewards/{pens}"), json!({"state": "off_shelf"})).await.ok();
    app.a.resident.get(&path).await.refused(404, "not-found");
    assert_eq!(app.a.staff.get(&path).await.items().len(), 1);
}

#[tokio::test]
async fn a_price_is_never_changed_and_one_that_was_shows() {
    let app = TestApp::start().await;
    let pens = reward(&app, "彩笔", 10, 5).await;
    let mut connection = app.database.connect().await;
    for statement in ["UPDATE reward_prices SET points = 1", "DELETE FROM reward_prices"] {
        let refused = connection.batch_execute(statement).await.unwrap_err();
        assert!(refused.to_string().contains("append-only"), "{refused}");
    }
    connection
        .batch_execute(&format!("UPDATE rewards SET price_points = 1 WHERE id = '{pens}'"))
        .await
        .unwrap();
    let drift = app.drift(&app.a).await;
    assert_eq!((drift[0].figure.as_str(), drift[0].stored, drift[0].computed), ("reward.price", 1, 10));
}
