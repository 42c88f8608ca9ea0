//! `GET /grids`.

use linli_tests::TestApp;
use serde_json::json;

#[tokio::test]
async fn the_list_is_in_the_order_of_creation_and_of_the_own_community() {
    let app = TestApp::start().await;
    for name in ["第三网格", "第二网格"] {
        app.a.staff.post("/grids", json!({ "name": name })).await.created();
    }
    // Identifiers of the stage come after those that are made now.
    let first = app.a.social_worker.get("/grids?limit=2").await.ok();
    let next = format!("/grids?limit=2&cursor={}", first["next_cursor"].as_str().unwrap());
    let second = app.a.social_worker.get(&next).await.ok();
    let names: Vec<_> =
        [&first, &second].into_iter().flat_map(|page| page["items"].as_array().unwrap()).collect();
    let names: Vec<_> = names.into_iter().map(|grid| grid["name"].as_str().unwrap()).collect();
    assert_eq!((names, &second["next_cursor"]), (vec!["第三网格", "第二网格", "第一网格"], &json!(null)));
    assert_eq!(app.b.staff.get("/grids").await.items().len(), 1);
    app.a.resident.get("/grids").await.refused(403, "forbidden");
}
