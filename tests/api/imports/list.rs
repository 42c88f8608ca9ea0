//! `GET /imports` and `GET /imports/{id}`.

use linli_tests::{TestApp, id_of};
use serde_json::json;

use super::{BALANCES, balances, two};

#[tokio::test]
async fn imports_are_listed_the_newest_first_and_by_kind() {
    let app = TestApp::start().await;
    let (residents, people) = two(&app).await;
    let of_points = app.a.administrator.upload(BALANCES, balances(&[(&people[0], 35)])).await.created();
    let listed = |path: &'static str| async { app.a.staff.get(path).await.items() };
    let all: Vec<_> = listed("/imports").await.iter().map(id_of).collect();
    assert_eq!(all, [id_of(&of_points), id_of(&residents)]);
    assert_eq!(listed("/imports?kind=residents").await[0], residents);
    let page = app.a.staff.get("/imports?limit=1").await.ok();
    let next = format!("/imports?cursor={}", page["next_cursor"].as_str().unwrap());
    assert_eq!(app.a.staff.get(&next).await.items()[0], residents);
    let one = app.a.staff.get(&format!("/imports/{}", id_of(&residents))).await.ok();
    assert_eq!(one, residents);
}

#[tokio::test]
async fn a_reversed_import_says_who_reversed_it_and_why() {
    let app = TestApp::start().await;
    let (import, _) = two(&app).await;
    let path = format!("/imports/{}", id_of(&import));
    app.a.administrator.post(&format!("{path}/reverse"), json!({"reason": "导错文件"})).await.ok();
    let one = app.a.staff.get(&path).await.ok();
    assert_eq!((&one["state"], &one["reversal"]["reversed"]), (&json!("reversed"), &json!(2)));
    let (reason, actor) = (&one["reversal"]["reason"], &one["reversal"]["actor_name"]);
    assert_eq!((reason, actor), (&json!("导错文件"), &json!("用户21")));
    assert_eq!(one["actor_name"], "用户22");
}
