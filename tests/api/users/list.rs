//! `GET /users` and `GET /users/{id}`.

use linli_tests::TestApp;
use serde_json::{Value, json};

#[tokio::test]
async fn the_list_has_the_accounts_of_the_own_community_with_masked_phones() {
    let app = TestApp::start().await;
    let mut seen = Vec::new();
    let mut path = "/users?limit=3".to_owned();
    loop {
        let page = app.a.administrator.get(&path).await.ok();
        seen.extend(page["items"].as_array().unwrap().clone());
        let Some(cursor) = page["next_cursor"].as_str() else { break };
        path = format!("/users?limit=3&cursor={cursor}");
    }
    let ids: Vec<_> = seen.iter().map(|user| user["id"].clone()).collect();
    assert_eq!(ids, (21..=27).map(|n| json!(app.a.id(n))).collect::<Vec<_>>());
    assert_eq!((&seen[1]["phone"], &seen[1]["offices"]), (&json!("199****0022"), &json!(["staff"])));
}

#[tokio::test]
async fn accounts_are_found_by_name_and_phone_and_by_what_their_people_are() {
    let app = TestApp::start().await;
    let found = async |query: &str| {
        let page = app.a.administrator.get(&format!("/users?{query}")).await.ok();
        page["items"].as_array().unwrap().iter().map(|user| user["id"].clone()).collect::<Vec<_>>()
    };
    let staff = app.a.administrator.get(&format!("/users/{}", app.a.id(22))).await.ok();
    let name = staff["name"].as_str().unwrap();
    let part: String = name.chars().skip(1).collect();
    assert!(found(&format!("search={part}")).await.contains(&staff["id"]));
    assert_eq!(found("search=0022").await, [staff["id"].clone()]);
    assert!(found("search=%25").await.is_empty());
    assert_eq!(found("role=staff").await, [staff["id"].clone()]);
    let page = app.a.administrator.get("/users").await.ok();
    let everybody = page["items"].as_array().unwrap();
    for role in ["team_leader", "partner_manager", "cashier", "resident"] {
        let are = |user: &&Value| user["roles"].as_array().unwrap().contains(&json!(role));
        let expected: Vec<_> = everybody.iter().filter(are).map(|user| user["id"].clone()).collect();
        assert!(!expected.is_empty(), "nobody is {role}");
        assert_eq!(found(&format!("role={role}")).await, expected, "{role}");
    }
}

#[tokio::test]
async fn what_the_list_says_of_somebody_is_what_the_account_may_do() {
    let app = TestApp::start().await;
    let page = app.a.administrator.get("/users").await.ok();
    for client in
        [&app.a.administrator, &app.a.staff, &app.a.leader, &app.a.manager, &app.a.cashier, &app.a.resident]
    {
        let me = client.get("/me").await.ok();
        let listed =
            page["items"].as_array().unwrap().iter().find(|user| user["id"] == me["user_id"]).unwrap();
        assert_eq!(listed["roles"], me["roles"], "{}", me["name"]);
    }
}

#[tokio::test]
async fn an_account_of_another_community_does_not_exist_and_staff_manage_none() {
    let app = TestApp::start().await;
    let path = format!("/users/{}", app.b.id(22));
    app.a.administrator.get(&path).await.refused(404, "not-found");
    app.a.administrator.patch(&path, json!({"name": "周敏"})).await.refused(404, "not-found");
    app.b.staff.get(&path).await.refused(403, "forbidden");
    app.a.administrator.get("/users?cursor=x").await.faulty("cursor");
}
