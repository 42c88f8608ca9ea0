//! `GET /notices/unread` and `POST /notices/read`.

use linli_api::jobs::announce;
use linli_tests::{Actor, TestApp, id_of};
use serde_json::json;

use super::with_points_that_lapse;

async fn unread(who: &Actor) -> i64 {
    who.get("/notices/unread").await.ok()["unread"].as_i64().unwrap()
}

/// Resident 47 has been told twice.
async fn told_twice() -> TestApp {
    let app = TestApp::start().await;
    with_points_that_lapse(&app, 30).await;
    announce(&app.app).await;
    app.clock.put_forward(chrono::Duration::days(24));
    announce(&app.app).await;
    app
}

#[tokio::test]
async fn all_that_was_not_read_is_read_at_once() {
    let app = told_twice().await;
    assert_eq!((unread(&app.a.resident).await, unread(&app.a.leader).await), (2, 0));
    let oldest = app.a.resident.get("/notices").await.items().remove(1);
    let first = app.a.resident.post(&format!("/notices/{}/read", id_of(&oldest)), json!({})).await.ok();
    app.clock.put_forward(chrono::Duration::hours(1));
    assert_eq!(app.a.resident.post("/notices/read", json!({})).await.ok()["read"], 1);
    assert_eq!(unread(&app.a.resident).await, 0);
    let kept = app.a.resident.get("/notices").await.items().remove(1);
    assert_eq!(kept["read_at"], first["read_at"], "when it was read first counts");
    assert_eq!(app.a.resident.post("/notices/read", json!({})).await.ok()["read"], 0);
}

#[tokio::test]
async fn what_came_after_the_last_one_seen_stays_unread() {
    let app = told_twice().await;
    let [newest, seen] = app.a.resident.get("/notices").await.items().try_into().unwrap();
    let up_to = json!({"up_to": seen["id"]});
    assert_eq!(app.a.resident.post("/notices/read", up_to.clone()).await.ok()["read"], 1);
    let left = app.a.resident.get("/notices?unread=true").await.items();
    assert_eq!((left.len(), &left[0]["id"]), (1, &newest["id"]));
    app.a.leader.post("/notices/read", up_to).await.faulty("up_to");
}

#[tokio::test]
async fn the_desk_counts_and_reads_for_the_resident_it_names() {
    let app = told_twice().await;
    let of = format!("/notices/unread?resident_id={}", app.a.id(47));
    assert_eq!(app.a.staff.get(&of).await.ok()["unread"], 2);
    app.a.staff.get("/notices/unread").await.faulty("resident_id");
    app.a.cashier.get(&of).await.refused(403, "forbidden");
    app.a.leader.get(&of).await.refused(403, "forbidden");
    let body = json!({"resident_id": app.a.id(47)});
    app.a.leader.post("/notices/read", body.clone()).await.refused(403, "forbidden");
    app.a.staff.post("/notices/read", body).await.ok();
    assert_eq!(unread(&app.a.resident).await, 0);
    let log = app.a.staff.get(&format!("/audit-entries?subject_id={}", app.a.id(47))).await.items();
    let line = log.iter().find(|line| line["action"] == "notice.read_all").unwrap();
    assert_eq!((&line["on_behalf_of"], &line["after"]["read"]), (&json!(app.a.id(47)), &json!(2)));
}
