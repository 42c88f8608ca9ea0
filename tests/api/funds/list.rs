//! `GET /funds`.

use linli_tests::{TestApp, id_of};
use serde_json::json;

use super::{fund, gift, gifts};

#[tokio::test]
async fn the_newest_come_first_each_with_what_was_given_to_it() {
    let app = TestApp::start().await;
    let (first, second) = (fund(&app, "暖冬年饭").await, fund(&app, "助学").await);
    app.a.resident.post(&gifts(first), gift(7)).await.created();
    let mut other = gift(3);
    other["resident_id"] = json!(app.a.id(48));
    app.a.staff.post(&gifts(first), other).await.created();
    let listed = app.a.resident.get("/funds").await.items();
    assert_eq!(listed.iter().map(id_of).collect::<Vec<_>>(), [second, first]);
    assert_eq!((&listed[1]["given_points"], &listed[1]["givers"]), (&json!(10), &json!(2)));
    assert_eq!(listed[0]["given_points"], 0);
}

#[tokio::test]
async fn a_page_goes_on_where_the_one_before_ended_and_a_state_is_asked_for() {
    let app = TestApp::start().await;
    let (first, second) = (fund(&app, "暖冬年饭").await, fund(&app, "助学").await);
    app.a.staff.patch(&format!("/funds/{second}"), json!({"state": "closed"})).await.ok();
    let open = app.a.resident.get("/funds?state=open").await.items();
    assert_eq!(open.iter().map(id_of).collect::<Vec<_>>(), [first]);
    let page = app.a.resident.get("/funds?limit=1").await.ok();
    let next = format!("/funds?limit=1&cursor={}", page["next_cursor"].as_str().unwrap());
    assert_eq!(app.a.resident.get(&next).await.items().iter().map(id_of).collect::<Vec<_>>(), [first]);
    assert_eq!(app.b.resident.get("/funds").await.items(), Vec::<serde_json::Value>::new());
}
