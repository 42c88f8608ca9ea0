//! `POST /grids`.

use linli_tests::{TestApp, id_of};
use serde_json::json;

#[tokio::test]
async fn a_grid_is_set_up() {
    let app = TestApp::start().await;
    let answer = app.a.staff.post("/grids", json!({"name": " 第二网格 "})).await;
    let location = answer.header("location").unwrap().to_owned();
    let grid = answer.created();
    assert_eq!((&grid["name"], location), (&json!("第二网格"), format!("/api/v1/grids/{}", id_of(&grid))));
}

#[tokio::test]
async fn a_name_is_taken_once_in_a_community() {
    let app = TestApp::start().await;
    let contenders = (0..8).map(|_| app.a.staff.post("/grids", json!({"name": "第二网格"})));
    let answers = futures::future::join_all(contenders).await;
    let (won, lost): (Vec<_>, Vec<_>) = answers.into_iter().partition(|answer| answer.status == 201);
    assert_eq!((won.len(), lost.len()), (1, 7));
    for answer in lost {
        let problem = answer.refused(409, "name-taken");
        assert_eq!(
            (&problem["figures"]["name"], &problem["errors"][0]["field"]),
            (&json!("第二网格"), &json!("name"))
        );
    }
    app.b.staff.post("/grids", json!({"name": "第二网格"})).await.created();
}

#[tokio::test]
async fn a_faulty_field_is_named_and_social_workers_only_read() {
    let app = TestApp::start().await;
    app.a.staff.post("/grids", json!({})).await.faulty("name");
    app.a.staff.post("/grids", json!({"name": ""})).await.faulty("name");
    app.a.staff.post("/grids", json!({"name": "x".repeat(61)})).await.faulty("name");
    app.a.social_worker.post("/grids", json!({"name": "第二网格"})).await.refused(403, "forbidden");
}
