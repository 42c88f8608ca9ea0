//! `GET /users` and `GET /users/{id}`.

use linli_tests::TestApp;
use serde_json::json;

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
async fn an_account_of_another_community_does_not_exist_and_staff_manage_none() {
    let app = TestApp::start().await;
    let path = format!("/users/{}", app.b.id(22));
    app.a.administrator.get(&path).await.refused(404, "not-found");
    app.a.administrator.patch(&path, json!({"name": "周敏"})).await.refused(404, "not-found");
    app.b.staff.get(&path).await.refused(403, "forbidden");
    app.a.administrator.get("/users?cursor=x").await.faulty("cursor");
}
