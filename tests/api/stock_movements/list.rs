//! `GET /rewards/{id}/stock-movements`.

use diesel_async::SimpleAsyncConnection;
use linli_tests::{TestApp, id_of};
use serde_json::json;

use crate::rewards::reward;

#[tokio::test]
async fn the_newest_movement_comes_first_and_all_add_up_to_the_stock() {
    let app = TestApp::start().await;
    let pens = reward(&app, "彩笔", 10, 5).await;
    let body = json!({"lines": [{"reward_id": pens, "quantity": 2}]});
    let order = id_of(&app.a.resident.post("/orders", body).await.created());
    app.a.staff.post(&format!("/orders/{order}/pick-up"), json!({})).await.ok();
    let items = app.a.staff.get(&format!("/rewards/{pens}/stock-movements")).await.items();
    let seen: Vec<_> = items.iter().map(|item| (&item["kind"], &item["quantity"])).collect();
    assert_eq!(seen, [(&json!("given_out"), &json!(-2)), (&json!("bought"), &json!(5))]);
    assert_eq!(items[0]["order_id"], json!(order));
    assert_eq!((&items[0]["actor_id"], &items[0]["actor_name"]), (&json!(app.a.id(22)), &json!("用户22")));
}

#[tokio::test]
async fn others_than_the_desk_see_what_moved_but_not_who_and_why() {
    let app = TestApp::start().await;
    let pens = reward(&app, "彩笔", 10, 0).await;
    let path = format!("/rewards/{pens}/stock-movements");
    let body = json!({"kind": "donated", "quantity": 5, "note": "当面清点", "donor": "王老师"});
    app.a.staff.post(&path, body).await.created();
    let entered = app.a.staff.get(&path).await.items().remove(0);
    assert_eq!((&entered["note"], &entered["donor"]), (&json!("当面清点"), &json!("王老师")));
    let item = app.a.resident.get(&path).await.items().remove(0);
    assert_eq!(item["quantity"], 5);
    for hidden in ["note", "donor", "unit_cost_fen", "order_id", "actor_id", "actor_name"] {
        assert_eq!(item[hidden], json!(null), "{hidden}");
    }
}

#[tokio::test]
async fn the_list_is_paged_by_key() {
    let app = TestApp::start().await;
    let path = format!("/rewards/{}/stock-movements", reward(&app, "彩笔", 10, 1).await);
    for quantity in 2..=3 {
        app.a.staff.post(&path, json!({"kind": "bought", "quantity": quantity})).await.created();
    }
    let page = app.a.staff.get(&format!("{path}?limit=2")).await.ok();
    assert_eq!((&page["items"][0]["quantity"], &page["items"][1]["quantity"]), (&json!(3), &json!(2)));
    let cursor = page["next_cursor"].as_str().unwrap();
    let rest = app.a.staff.get(&format!("{path}?limit=2&cursor={cursor}")).await.ok();
    assert_eq!((&rest["items"][0]["quantity"], &rest["next_cursor"]), (&json!(1), &json!(null)));
}

#[tokio::test]
async fn a_movement_is_never_changed() {
    let app = TestApp::start().await;
    reward(&app, "彩笔", 10, 5).await;
    let mut connection = app.database.connect().await;
    for statement in ["UPDATE stock_movements SET quantity = 50", "DELETE FROM stock_movements"] {
        let refused = connection.batch_execute(statement).await.unwrap_err();
        assert!(refused.to_string().contains("append-only"), "{refused}");
    }
}

#[tokio::test]
async fn movements_of_hidden_rewards_and_of_other_communities_do_not_exist() {
    let app = TestApp::start().await;
    let pens = reward(&app, "彩笔", 10, 5).await;
    let path = format!("/rewards/{pens}/stock-movements");
    app.b.staff.get(&path).await.refused(404, "not-found");
    app.a.staff.patch(&format!("/rewards/{pens}"), json!({"state": "off_shelf"})).await.ok();
    app.a.resident.get(&path).await.refused(404, "not-found");
    assert_eq!(app.a.staff.get(&path).await.items().len(), 1);
}
