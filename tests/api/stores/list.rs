//! `GET /stores`.

use linli_tests::TestApp;
use serde_json::json;

#[tokio::test]
async fn everybody_sees_the_stores_of_the_own_community() {
    let app = TestApp::start().await;
    app.a.staff.patch(&format!("/stores/{}", app.a.id(74)), json!({"state": "closed"})).await.ok();
    let cases = [
        (String::new(), vec![72, 74]),
        (format!("?partner_id={}", app.a.id(73)), vec![74]),
        ("?state=open".to_owned(), vec![72]),
        (format!("?partner_id={}", app.b.id(71)), vec![]),
        ("?limit=1".to_owned(), vec![72]),
    ];
    for (query, expected) in cases {
        let found = app.a.resident.get(&format!("/stores{query}")).await.items();
        let ids: Vec<_> = found.into_iter().map(|store| store["id"].clone()).collect();
        assert_eq!(ids, expected.into_iter().map(|n| json!(app.a.id(n))).collect::<Vec<_>>(), "{query}");
    }
    app.a.resident.get("/stores?state=ended").await.faulty("state");
}
