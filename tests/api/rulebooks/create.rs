//! `POST /rulebooks`, `GET /rulebooks`, `GET /rulebooks/{id}`.

use futures::future::join_all;
use linli_tests::TestApp;
use serde_json::{Value, json};
use uuid::Uuid;

use super::{book, draft};

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
async fn a_fault_of_the_book_names_its_field() {
    let app = TestApp::start().await;
    let spoilt = |pointer: &str, value: Value| {
        let mut body = json!({"title": "《新办法》", "book": book()});
        *body.pointer_mut(pointer).unwrap() = value;
        body
    };
    let rule = book()["rules"][0].clone();
    let cap = json!({"period": "day", "points": 9});
    let cases = [
        (spoilt("/title", json!("")), "title"),
        (spoilt("/book/rules", json!([])), "book.rules"),
        (spoilt("/book/rules", json!([rule, rule])), "book.rules[1].code"),
        (spoilt("/book/rules/0/code", json!("patrol")), "book.rules[0].code"),
        (spoilt("/book/rules/0/points", json!(0)), "book.rules[0].points"),
        (spoilt("/book/rules/0/basis", json!("table")), "book.rules[0].basis"),
        (spoilt("/book/rules/0/caps", json!([cap, cap])), "book.rules[0].caps"),
        (spoilt("/book/rules/0/caps/0/points", json!(-1)), "book.rules[0].caps[0].points"),
        (spoilt("/book/caps/0/period", json!("decade")), "book.caps[0].period"),
        (spoilt("/book/caps", json!([cap, cap])), "book.caps"),
    ];
    for (body, field) in cases {
        app.a.administrator.post("/rulebooks", body).await.faulty(field);
    }
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
