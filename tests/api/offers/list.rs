//! `GET /offers`.

use linli_tests::{Actor, TestApp};
use serde_json::json;

use super::{draft_offer, open_offer};
use crate::vouchers::run_sql;

async fn titles(actor: &Actor, query: &str) -> Vec<String> {
    let items = actor.get(&format!("/offers{query}")).await.items();
    items.iter().map(|offer| offer["title"].as_str().unwrap().to_owned()).collect()
}

#[tokio::test]
async fn residents_see_what_is_on_offer_managers_their_drafts_too_the_desk_all() {
    let app = TestApp::start().await;
    let coffee = app.a.id(73);
    draft_offer(&app, json!({"title": "自家草稿"})).await;
    draft_offer(&app, json!({"title": "别家草稿", "partner_id": coffee})).await;
    open_offer(&app, json!({"title": "满减"})).await;
    open_offer(&app, json!({"title": "咖啡", "partner_id": coffee})).await;
    assert_eq!(titles(&app.a.resident, "").await, ["咖啡", "满减"]);
    assert_eq!(titles(&app.a.cashier, "").await, ["咖啡", "满减"]);
    assert_eq!(titles(&app.a.manager, "").await, ["咖啡", "满减", "自家草稿"]);
    assert_eq!(titles(&app.a.staff, "").await, ["咖啡", "满减", "别家草稿", "自家草稿"]);
    assert_eq!(titles(&app.a.staff, "?state=draft").await, ["别家草稿", "自家草稿"]);
    assert_eq!(titles(&app.a.staff, &format!("?partner_id={coffee}&state=open")).await, ["咖啡"]);
    assert!(titles(&app.b.staff, "").await.is_empty());
    run_sql(&app, "UPDATE partners SET state = 'suspended' WHERE name = '普安公益咖啡'").await;
    assert_eq!(titles(&app.a.resident, "").await, ["满减"]);
}

#[tokio::test]
async fn the_list_is_paged_by_key() {
    let app = TestApp::start().await;
    for title in ["一", "二", "三"] {
        open_offer(&app, json!({"title": title})).await;
    }
    let page = app.a.resident.get("/offers?limit=2").await.ok();
    let cursor = page["next_cursor"].as_str().unwrap();
    assert_eq!(page["items"].as_array().unwrap().len(), 2);
    assert_eq!(titles(&app.a.resident, &format!("?limit=2&cursor={cursor}")).await, ["一"]);
}

#[tokio::test]
async fn a_faulty_parameter_is_named() {
    let app = TestApp::start().await;
    for (query, field) in [("partner_id=x", "partner_id"), ("state=gone", "state"), ("cursor=x", "cursor")] {
        app.a.resident.get(&format!("/offers?{query}")).await.faulty(field);
    }
}
