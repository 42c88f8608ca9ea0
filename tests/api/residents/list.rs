//! `GET /residents`.

use linli_tests::TestApp;
use serde_json::{Value, json};

async fn register(app: &TestApp, names: &[&str]) {
    for name in names {
        let body = json!({"name": name, "phone": "19900004321", "household_id": app.a.id(12)});
        app.a.staff.post("/residents", body).await.created();
    }
}

fn names(items: &[Value]) -> Vec<&str> {
    items.iter().map(|item| item["name"].as_str().unwrap()).collect()
}

#[tokio::test]
async fn the_list_is_ordered_by_pinyin_and_paged_by_key() {
    let app = TestApp::start().await;
    register(&app, &["周杰", "安娜"]).await;
    let mut seen = Vec::new();
    let mut path = "/residents?limit=2".to_owned();
    loop {
        let page = app.a.staff.get(&path).await.ok();
        seen.extend(names(page["items"].as_array().unwrap()).into_iter().map(str::to_owned));
        let Some(cursor) = page["next_cursor"].as_str() else {
            break;
        };
        path = format!("/residents?limit=2&cursor={cursor}");
    }
    assert_eq!(seen, ["安娜", "陈队长", "李奶奶", "王小明", "赵大海", "周杰"]);
}

#[tokio::test]
async fn residents_are_found_by_name_given_name_initials_and_last_digits() {
    let app = TestApp::start().await;
    register(&app, &["曾丽丽"]).await;
    for search in ["曾丽", "丽丽", "zll", "CLL", "43", "4321"] {
        let found = app.a.staff.get(&format!("/residents?search={search}")).await.items();
        assert_eq!(names(&found), ["曾丽丽"], "{search}");
    }
    assert_eq!(app.a.staff.get("/residents?search=%25").await.items(), Vec::<Value>::new());
}

#[tokio::test]
async fn each_comes_with_the_address_in_words() {
    let app = TestApp::start().await;
    let found = app.a.social_worker.get("/residents").await.items();
    assert_eq!(found[0]["address"], "江南花山郡 1栋 1单元101");
    assert_eq!(found[0]["household_id"], json!(app.a.id(12)));
}

#[tokio::test]
async fn another_community_has_its_own_list() {
    let app = TestApp::start().await;
    register(&app, &["曾丽丽"]).await;
    assert_eq!(app.b.staff.get("/residents?search=zll").await.items(), Vec::<Value>::new());
}

#[tokio::test]
async fn a_faulty_parameter_is_named() {
    let app = TestApp::start().await;
    let cases = [
        ("limit=0", "limit"),
        ("limit=x", "limit"),
        ("cursor=x", "cursor"),
        ("grid_id=x", "grid_id"),
        ("search=", "search"),
        ("search=%00", "search"),
        ("sort=name", "sort"),
    ];
    for (query, field) in cases {
        app.a.staff.get(&format!("/residents?{query}")).await.faulty(field);
    }
}
