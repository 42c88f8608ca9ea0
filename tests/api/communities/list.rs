//! `GET /communities` and `GET /communities/{id}`.

use linli_tests::TestApp;
use uuid::Uuid;

#[tokio::test]
async fn operators_see_all_communities_but_the_platforms_own() {
    let app = TestApp::start().await;
    let first = app.operator.get("/communities?limit=1").await.ok();
    assert_eq!(first["items"][0]["slug"], "puan");
    let next = format!("/communities?limit=1&cursor={}", first["next_cursor"].as_str().unwrap());
    let second = app.operator.get(&next).await.ok();
    assert_eq!((&second["items"][0]["slug"], &second["next_cursor"]), (&"linjia".into(), &().into()));
    app.a.administrator.get("/communities").await.refused(403, "forbidden");
}

#[tokio::test]
async fn operators_see_one_community() {
    let app = TestApp::start().await;
    let path = format!("/communities/{}", app.b.id(1));
    assert_eq!(app.operator.get(&path).await.ok()["slug"], "linjia");
    app.b.administrator.get(&path).await.refused(403, "forbidden");
    let nowhere = format!("/communities/{}", Uuid::now_v7());
    app.operator.get(&nowhere).await.refused(404, "not-found");
}
