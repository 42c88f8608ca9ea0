//! `POST /rulebooks`, `GET /rulebooks`, `GET /rulebooks/{id}`.

use futures::future::join_all;
use linli_tests::TestApp;
use serde_json::{Value, json};
use uuid::Uuid;

use super::{book, draft, rich_book};

#[tokio::test]
async fn a_draft_says_what_was_sent_and_gets_the_next_number() {
    let app = TestApp::start().await;
    let body = json!({"title": "《新办法》", "book": book()});
    let answer = app.a.administrator.post("/rulebooks", body).await;
    let location = answer.header("location").unwrap().to_owned();
    let draft = answer.created();
    assert_eq!((&draft["version"], &draft["in_force_from"]), (&json!(2), &json!(null)));
    assert_eq!(draft["book"], book());
    let path = location.strip_prefix("/api/v1").unwrap();
    assert_eq!(app.a.resident.get(path).await.ok(), draft);
    let numbers: Vec<Value> =
        app.a.resident.get("/rulebooks").await.items().iter().map(|item| item["version"].clone()).collect();
    assert_eq!(numbers.len(), 2);
}

#[tokio::test]
async fn whatever_a_book_can_say_is_kept_as_it_was_said() {
    let app = TestApp::start().await;
    let body = json!({"title": "《新办法》", "book": rich_book(&app)});
    let draft = app.a.administrator.post("/rulebooks", body).await.created();
    assert_eq!(draft["book"], rich_book(&app));
    // What was read can be sent again.
    let path = format!("/rulebooks/{}", linli_tests::id_of(&draft));
    let again = app.a.administrator.patch(&path, json!({"book": draft["book"]})).await.ok();
    assert_eq!(again["book"], draft["book"]);
}

#[tokio::test]
async fn what_is_left_out_of_a_book_is_as_it_always_was() {
    let app = TestApp::start().await;
    let brief = json!({
        "rules": [{
            "code": "PATROL", "title": "平安巡逻", "basis": "hour", "points": 3,
            "caps": [{"period": "day", "points": 9}], "check": "队长",
        }],
        "caps": [{"period": "month", "points": 60}],
    });
    let body = json!({"title": "《新办法》", "book": brief});
    assert_eq!(app.a.administrator.post("/rulebooks", body).await.created()["book"], book());
}

#[tokio::test]
async fn drafts_of_the_same_moment_get_numbers_of_their_own() {
    let app = TestApp::start().await;
    join_all((0..8).map(|_| draft(&app))).await;
    let items = app.a.staff.get("/rulebooks").await.items();
    let mut numbers: Vec<i64> = items.iter().map(|item| item["version"].as_i64().unwrap()).collect();
    numbers.sort_unstable();
    assert_eq!(numbers, (1..=9).collect::<Vec<_>>());
}

#[tokio::test]
async fn the_same_command_twice_drafts_one_book() {
    let app = TestApp::start().await;
    let body = json!({"title": "《新办法》", "book": book()});
    let key = Uuid::now_v7().to_string();
    let first = app.a.administrator.post_with(&key, "/rulebooks", body.clone()).await.created();
    assert_eq!(app.a.administrator.post_with(&key, "/rulebooks", body).await.created(), first);
    assert_eq!(app.a.staff.get("/rulebooks").await.items().len(), 2);
}

#[tokio::test]
async fn only_administrators_draft_and_nobody_sees_another_community_s() {
    let app = TestApp::start().await;
    let body = json!({"title": "《新办法》", "book": book()});
    for actor in [&app.a.staff, &app.a.social_worker, &app.a.resident] {
        actor.post("/rulebooks", body.clone()).await.refused(403, "forbidden");
    }
    let draft = draft(&app).await;
    app.b.administrator.get(&format!("/rulebooks/{draft}")).await.refused(404, "not-found");
    assert_eq!(app.b.administrator.get("/rulebooks").await.items().len(), 1);
}
