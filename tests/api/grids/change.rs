//! `PATCH /grids/{id}`.

use linli_tests::{TestApp, id_of};
use serde_json::json;

#[tokio::test]
async fn a_grid_is_renamed() {
    let app = TestApp::start().await;
    let path = format!("/grids/{}", app.a.id(10));
    let grid = app.a.staff.patch(&path, json!({"name": "花山网格"})).await.ok();
    assert_eq!(app.a.staff.get("/grids").await.items(), [grid]);
    app.a.staff.patch(&path, json!({"name": "花山网格"})).await.ok();
    app.a.staff.patch(&path, json!({})).await.ok();
    app.a.staff.patch(&path, json!({"name": ""})).await.faulty("name");
}

#[tokio::test]
async fn of_eight_grids_renamed_alike_at_once_one_gets_the_name() {
    let app = TestApp::start().await;
    let mut paths = Vec::new();
    for number in 0..8 {
        let grid = app.a.staff.post("/grids", json!({"name": format!("网格{number}")})).await.created();
        paths.push(format!("/grids/{}", id_of(&grid)));
    }
    let contenders = paths.iter().map(|path| app.a.staff.patch(path, json!({"name": "花山网格"})));
    let answers = futures::future::join_all(contenders).await;
    let (won, lost): (Vec<_>, Vec<_>) = answers.into_iter().partition(|answer| answer.status == 200);
    assert_eq!((won.len(), lost.len()), (1, 7));
    for answer in lost {
        assert_eq!(answer.refused(409, "name-taken")["errors"][0]["field"], "name");
    }
}

#[tokio::test]
async fn a_grid_of_another_community_does_not_exist() {
    let app = TestApp::start().await;
    let path = format!("/grids/{}", app.b.id(10));
    app.a.staff.patch(&path, json!({"name": "花山网格"})).await.refused(404, "not-found");
}
