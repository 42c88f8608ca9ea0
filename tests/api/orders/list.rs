//! `GET /orders`.

use linli_tests::{Actor, TestApp};
use serde_json::{Value, json};
use uuid::Uuid;

use super::{lines, ordered, step};
use crate::rewards::reward;

async fn ids(actor: &Actor, query: &str) -> Vec<Value> {
    actor.get(&format!("/orders?{query}")).await.items().iter().map(|item| item["id"].clone()).collect()
}

/// Two orders of resident 47 and one of resident 48.
async fn three(app: &TestApp) -> [Uuid; 3] {
    let pens = reward(app, "彩笔", 10, 9).await;
    let [first, second] = [ordered(app, &[(pens, 1)]).await, ordered(app, &[(pens, 2)]).await];
    let body = json!({"lines": lines(&[(pens, 1)]), "resident_id": app.a.id(48)});
    let third = linli_tests::id_of(&app.a.staff.post("/orders", body).await.created());
    [first, second, third]
}

#[tokio::test]
async fn residents_have_their_own_and_the_desk_has_all_the_newest_first() {
    let app = TestApp::start().await;
    let [first, second, third] = three(&app).await;
    assert_eq!(ids(&app.a.resident, "").await, [json!(second), json!(first)]);
    assert_eq!(ids(&app.a.staff, "").await, [json!(third), json!(second), json!(first)]);
    assert_eq!(ids(&app.a.leader, "").await, Vec::<Value>::new());
    assert_eq!(ids(&app.b.staff, "").await, Vec::<Value>::new());
    let names: Vec<_> = app.a.staff.get("/orders").await.items();
    assert_eq!(
        (&names[0]["resident_name"], &names[1]["resident_name"]),
        (&json!("李奶奶"), &json!("王小明"))
    );
    assert_eq!(
        (&names[0]["lines"][0]["quantity"], &names[1]["lines"][0]["quantity"]),
        (&json!(1), &json!(2))
    );
}

#[tokio::test]
async fn orders_are_found_by_state_resident_and_code() {
    let app = TestApp::start().await;
    let [first, second, third] = three(&app).await;
    step(&app, first, "ready").await.ok();
    assert_eq!(ids(&app.a.staff, "state=ready").await, [json!(first)]);
    assert_eq!(ids(&app.a.staff, &format!("resident_id={}", app.a.id(48))).await, [json!(third)]);
    assert_eq!(ids(&app.a.resident, "state=held").await, [json!(second)]);
    let code = app.a.staff.get(&format!("/orders/{third}")).await.ok()["code"].clone();
    let typed = code.as_str().unwrap().to_lowercase();
    assert_eq!(ids(&app.a.staff, &format!("code={typed}")).await, [json!(third)]);
    assert_eq!(ids(&app.a.resident, &format!("code={typed}")).await, Vec::<Value>::new());
    assert_eq!(ids(&app.b.staff, &format!("code={typed}")).await, Vec::<Value>::new());
}

#[tokio::test]
async fn a_resident_cannot_ask_for_anothers() {
    let app = TestApp::start().await;
    let others = format!("/orders?resident_id={}", app.a.id(48));
    app.a.resident.get(&others).await.refused(403, "forbidden");
    app.a.social_worker.get("/orders").await.refused(403, "forbidden");
}

#[tokio::test]
async fn the_list_is_paged_by_key() {
    let app = TestApp::start().await;
    let [first, second, third] = three(&app).await;
    let page = app.a.staff.get("/orders?limit=2").await.ok();
    assert_eq!((&page["items"][0]["id"], &page["items"][1]["id"]), (&json!(third), &json!(second)));
    let cursor = page["next_cursor"].as_str().unwrap();
    assert_eq!(ids(&app.a.staff, &format!("limit=2&cursor={cursor}")).await, [json!(first)]);
}

#[tokio::test]
async fn a_faulty_parameter_is_named() {
    let app = TestApp::start().await;
    for query in ["state=open", "resident_id=1", "code=1234", "limit=201", "cursor=x", "page=2"] {
        let field = query.split('=').next().unwrap();
        app.a.staff.get(&format!("/orders?{query}")).await.faulty(field);
    }
}
