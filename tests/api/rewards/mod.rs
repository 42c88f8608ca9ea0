//! Rewards.

mod change;
mod create;
mod get;
mod list;
mod pictures;
mod prices;

use linli_tests::{TestApp, id_of};
use serde_json::json;
use uuid::Uuid;

/// A new reward of community A with this price and so many bought.
pub(crate) async fn reward(app: &TestApp, name: &str, price: i64, stock: i64) -> Uuid {
    let body = json!({"name": name, "age_group": "all", "price_points": price});
    let id = id_of(&app.a.staff.post("/rewards", body).await.created());
    if stock > 0 {
        let bought = json!({"kind": "bought", "quantity": stock});
        app.a.staff.post(&format!("/rewards/{id}/stock-movements"), bought).await.created();
    }
    id
}

/// A new service of community A with this price.
pub(crate) async fn service(app: &TestApp, name: &str, price: i64) -> Uuid {
    let body = json!({"kind": "service", "name": name, "age_group": "all", "price_points": price});
    id_of(&app.a.staff.post("/rewards", body).await.created())
}

/// What is on hand, promised and left of a reward of community A.
pub(crate) async fn stock(app: &TestApp, id: Uuid) -> (i64, i64, i64) {
    let reward = app.a.staff.get(&format!("/rewards/{id}")).await.ok();
    let figure = |name: &str| reward[name].as_i64().unwrap();
    (figure("stock"), figure("reserved"), figure("left"))
}
