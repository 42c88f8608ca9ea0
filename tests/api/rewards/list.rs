//! `GET /rewards`.

use linli_tests::{Actor, TestApp};
use serde_json::json;

use super::{reward, service};

async fn names(actor: &Actor, query: &str) -> Vec<String> {
    let items = actor.get(&format!("/rewards?{query}")).await.items();
    items.iter().map(|item| item["name"].as_str().unwrap().to_owned()).collect()
}

#[tokio::test]
async fn residents_see_what_is_on_the_shelf_and_the_desk_sees_all() {
    let app = TestApp::start().await;
    reward(&app, "彩笔", 10, 5).await;
    let body = json!({"name": "雨伞", "age_group": "all", "price_points": 20, "state": "off_shelf"});
    app.a.staff.post("/rewards", body).await.created();
    assert_eq!(names(&app.a.resident, "").await, ["彩笔"]);
    assert_eq!(names(&app.a.resident, "state=off_shelf").await, [""; 0]);
    assert_eq!(names(&app.a.staff, "").await, ["彩笔", "雨伞"]);
    assert_eq!(names(&app.a.staff, "state=off_shelf").await, ["雨伞"]);
    assert_eq!(names(&app.b.staff, "").await, [""; 0]);
}

#[tokio::test]
async fn rewards_are_found_by_age_group() {
    let app = TestApp::start().await;
    for (name, age_group) in [("彩笔", "children"), ("篮球", "youth"), ("老花镜", "seniors")] {
        let body = json!({"name": name, "age_group": age_group, "price_points": 20});
        app.a.staff.post("/rewards", body).await.created();
    }
    assert_eq!(names(&app.a.resident, "age_group=seniors").await, ["老花镜"]);
}

#[tokio::test]
async fn goods_and_services_are_found_by_kind() {
    let app = TestApp::start().await;
    reward(&app, "彩笔", 10, 5).await;
    service(&app, "义剪", 5).await;
    assert_eq!(names(&app.a.resident, "kind=service").await, ["义剪"]);
    assert_eq!(names(&app.a.resident, "kind=goods").await, ["彩笔"]);
    app.a.resident.get("/rewards?kind=money").await.faulty("kind");
}

#[tokio::test]
async fn the_list_is_paged_by_key() {
    let app = TestApp::start().await;
    for name in ["彩笔", "雨伞", "酱油"] {
        reward(&app, name, 10, 0).await;
    }
    let page = app.a.resident.get("/rewards?limit=2").await.ok();
    assert_eq!(page["items"].as_array().unwrap().len(), 2);
    let cursor = page["next_cursor"].as_str().unwrap();
    assert_eq!(names(&app.a.resident, &format!("limit=2&cursor={cursor}")).await, ["酱油"]);
}

#[tokio::test]
async fn a_faulty_parameter_is_named() {
    let app = TestApp::start().await;
    for (query, field) in
        [("state=sold", "state"), ("age_group=x", "age_group"), ("limit=0", "limit"), ("q=1", "q")]
    {
        app.a.resident.get(&format!("/rewards?{query}")).await.faulty(field);
    }
}

#[tokio::test]
async fn what_is_low_in_stock_is_found() {
    let app = TestApp::start().await;
    let (pens, umbrella) = (reward(&app, "彩笔", 10, 6).await, reward(&app, "雨伞", 20, 6).await);
    reward(&app, "酱油", 12, 0).await;
    for (id, at) in [(pens, 5), (umbrella, 4)] {
        app.a.staff.patch(&format!("/rewards/{id}"), json!({"low_stock_at": at})).await.ok();
    }
    assert_eq!(names(&app.a.staff, "low=true").await, [""; 0]);
    // What is promised is not left.
    for id in [pens, umbrella] {
        let body = json!({"lines": [{"reward_id": id, "quantity": 1}]});
        app.a.resident.post("/orders", body).await.created();
    }
    assert_eq!(names(&app.a.staff, "low=true").await, ["彩笔"]);
    assert_eq!(names(&app.a.staff, "low=false").await, ["雨伞", "酱油"]);
    assert_eq!(app.a.staff.get(&format!("/rewards/{pens}")).await.ok()["low"], true);
}

#[tokio::test]
async fn rewards_are_found_by_any_part_of_the_name_and_by_its_initials() {
    let app = TestApp::start().await;
    let rice = reward(&app, "大米 5 KG", 44, 0).await;
    for name in ["彩笔", "粉笔_100%"] {
        reward(&app, name, 10, 0).await;
    }
    for (typed, found) in [
        ("笔", vec!["彩笔", "粉笔_100%"]),
        ("cb", vec!["彩笔"]),
        ("米 5 kg", vec!["大米 5 KG"]),
        (" DM", vec!["大米 5 KG"]),
        ("_", vec!["粉笔_100%"]),
        ("%", vec!["粉笔_100%"]),
        ("大%", vec![]),
    ] {
        let query = format!("search={}", typed.replace('%', "%25").replace(' ', "%20"));
        assert_eq!(names(&app.a.resident, &query).await, found, "{typed}");
    }
    app.a.staff.patch(&format!("/rewards/{rice}"), json!({"name": "小米"})).await.ok();
    assert!(names(&app.a.resident, "search=dm").await.is_empty());
    assert_eq!(names(&app.a.resident, "search=xm&limit=1").await, ["小米"]);
    app.a.staff.patch(&format!("/rewards/{rice}"), json!({"state": "off_shelf"})).await.ok();
    assert!(names(&app.a.resident, "search=xm").await.is_empty());
    assert!(names(&app.b.staff, "search=xm").await.is_empty());
}
