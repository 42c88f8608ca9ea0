//! `GET /no-show-appeals`.

use linli_tests::{TestApp, id_of};
use serde_json::json;

use super::absent;

#[tokio::test]
async fn the_desk_sees_which_appeals_wait_the_oldest_first() {
    let app = TestApp::start().await;
    let marks = [absent(&app, 1).await, absent(&app, 1).await, absent(&app, 1).await];
    // In another order than they were marked in; nobody appeals against the first.
    for mark in [&marks[2], &marks[1]] {
        let path = format!("/no-shows/{}/appeal", id_of(mark));
        app.clock.put_forward(chrono::Duration::minutes(1));
        app.a.staff.post(&path, json!({"reason": "当天住院"})).await.ok();
    }
    let of = async |query: &str| app.a.staff.get(&format!("/no-show-appeals{query}")).await.items();
    let open = of("?state=open").await;
    assert_eq!([id_of(&open[0]), id_of(&open[1])], [id_of(&marks[2]), id_of(&marks[1])]);
    assert_eq!(open[0]["resident_name"], marks[2]["resident_name"]);
    let path = format!("/residents/{}", open[0]["resident_id"].as_str().unwrap());
    assert_eq!(open[0]["resident_name"], app.a.staff.get(&path).await.ok()["name"]);
    let page = app.a.staff.get("/no-show-appeals?limit=1").await.ok();
    let next = format!("?limit=1&cursor={}", page["next_cursor"].as_str().unwrap());
    assert_eq!(of(&next).await, open[1..]);
    let decision = json!({"verdict": "refused", "note": "未能提供证明"});
    let path = format!("/no-shows/{}/decide", id_of(&marks[2]));
    app.a.administrator.post(&path, decision).await.ok();
    assert_eq!(
        (of("?state=open").await.len(), of("?state=decided").await.len(), of("").await.len()),
        (1, 1, 2)
    );
    app.a.staff.get("/no-show-appeals?state=x").await.faulty("state");
    app.a.resident.get("/no-show-appeals").await.refused(403, "forbidden");
    assert_eq!(app.b.staff.get("/no-show-appeals").await.items().len(), 0);
}
