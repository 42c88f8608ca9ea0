//! `PATCH /funds/{id}`.

use linli_tests::TestApp;
use linli_tests::race::{race, row};
use serde_json::json;

use super::{fund, gift, gifts};

#[tokio::test]
async fn what_is_left_out_stays_and_null_takes_the_goal_away() {
    let app = TestApp::start().await;
    let path = format!("/funds/{}", fund(&app, "暖冬年饭").await);
    let changed = app.a.staff.patch(&path, json!({"goal_points": null})).await.ok();
    assert_eq!((&changed["goal_points"], &changed["name"]), (&json!(null), &json!("暖冬年饭")));
    fund(&app, "助学").await;
    let taken = app.a.staff.patch(&path, json!({"name": "助学"})).await.refused(409, "name-taken");
    assert_eq!(taken["errors"][0]["field"], "name");
    app.a.resident.patch(&path, json!({"name": "我的"})).await.refused(403, "forbidden");
    app.b.staff.patch(&path, json!({"name": "别家的"})).await.refused(404, "not-found");
}

#[tokio::test]
async fn a_closed_fund_takes_nothing_until_it_is_opened_again() {
    let app = TestApp::start().await;
    let id = fund(&app, "暖冬年饭").await;
    let path = format!("/funds/{id}");
    app.a.resident.post(&gifts(id), gift(5)).await.created();
    let closed = app.a.staff.patch(&path, json!({"state": "closed"})).await.ok();
    assert_eq!((&closed["given_points"], &closed["givers"]), (&json!(5), &json!(1)));
    app.a.resident.post(&gifts(id), gift(5)).await.refused(409, "fund-closed");
    app.a.staff.patch(&path, json!({"state": "open"})).await.ok();
    app.a.resident.post(&gifts(id), gift(5)).await.created();
}

#[tokio::test]
async fn nobody_gives_to_a_fund_that_is_closed_at_the_same_moment() {
    let app = TestApp::start().await;
    let id = fund(&app, "暖冬年饭").await;
    let (path, to) = (format!("/funds/{id}"), gifts(id));
    let closing = app.a.staff.patch(&path, json!({"state": "closed"}));
    let giving = app.a.resident.post(&to, gift(5));
    let both: [std::pin::Pin<Box<dyn Future<Output = _>>>; 2] = [Box::pin(closing), Box::pin(giving)];
    let answers = race(&app, &row("funds", id), both).await;
    // Whoever comes second knows what the first has done.
    let refused = answers.iter().filter(|answer| answer.status == 409).count();
    let given = app.a.resident.get(&path).await.ok()["given_points"].clone();
    assert_eq!(given, json!(if refused == 1 { 0 } else { 5 }));
    assert_eq!(app.drift(&app.a).await, []);
}
