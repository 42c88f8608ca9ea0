//! `GET /stores/{id}`.

use linli_tests::TestApp;
use serde_json::json;

#[tokio::test]
async fn everybody_finds_a_store_of_the_own_community() {
    let app = TestApp::start().await;
    let path = format!("/stores/{}", app.a.id(72));
    for actor in [&app.a.resident, &app.a.cashier, &app.a.staff] {
        assert_eq!(actor.get(&path).await.ok()["name"], json!("花山店"));
    }
    app.b.staff.get(&path).await.refused(404, "not-found");
}
