//! `POST /wish-polls` and `GET /wish-polls`.

use chrono::Duration;
use linli_tests::{TestApp, id_of};
use serde_json::{Value, json};

use super::{ahead, new_poll, open_poll};

#[tokio::test]
async fn everybody_sees_a_poll_with_its_candidates() {
    let app = TestApp::start().await;
    let answer = app.a.staff.post("/wish-polls", new_poll(&app, 2, &json!({}))).await;
    let location = answer.header("location").unwrap().to_owned();
    let poll = answer.created();
    assert_eq!(location, format!("/api/v1/wish-polls/{}", id_of(&poll)));
    assert_eq!(
        (&poll["state"], &poll["ballots"], &poll["choices"]),
        (&json!("upcoming"), &json!(0), &json!(2))
    );
    let names: Vec<&Value> = poll["candidates"].as_array().unwrap().iter().map(|one| &one["name"]).collect();
    assert_eq!(names, [&json!("跳绳"), &json!("象棋"), &json!("雨伞")]);
    let mut seen = app.a.resident.get(&format!("/wish-polls/{}", id_of(&poll))).await.ok();
    assert_eq!(seen.as_object_mut().unwrap().remove("own_ballot"), Some(json!(null)));
    assert_eq!(seen, poll);
    app.b.staff.get(&format!("/wish-polls/{}", id_of(&poll))).await.refused(404, "not-found");
}

#[tokio::test]
async fn polls_are_listed_the_newest_first_by_where_they_stand() {
    let app = TestApp::start().await;
    let later = id_of(&app.a.staff.post("/wish-polls", new_poll(&app, 2, &json!({}))).await.created());
    let open = open_poll(&app).await.id;
    let over = open_poll(&app).await;
    app.a.staff.post(&format!("{}/close", over.path), json!({})).await.ok();
    let ids = async |query: &str| -> Vec<_> {
        app.a.resident.get(&format!("/wish-polls{query}")).await.items().iter().map(id_of).collect()
    };
    assert_eq!(ids("").await, [over.id, open, later]);
    assert_eq!(ids("?state=upcoming").await, [later]);
    assert_eq!(ids("?state=open").await, [open]);
    assert_eq!(ids("?state=closed").await, [over.id]);
    let page = app.a.resident.get("/wish-polls?limit=2").await.ok();
    let next = page["next_cursor"].as_str().unwrap();
    assert_eq!(ids(&format!("?limit=2&cursor={next}")).await, [later]);
    app.clock.put_forward(Duration::hours(10));
    assert_eq!(ids("?state=closed").await, [over.id, open]);
    assert_eq!(ids("?state=open").await, [later]);
    assert!(app.b.resident.get("/wish-polls").await.items().is_empty());
}

#[tokio::test]
async fn a_faulty_field_is_named() {
    let app = TestApp::start().await;
    let twice = json!([{"name": "跳绳", "age_group": "all"}, {"name": "跳绳", "age_group": "children"}]);
    let long = "长".repeat(41);
    let cases = [
        (json!({"title": ""}), "title"),
        (json!({"choices": 0}), "choices"),
        (json!({"choices": 6}), "choices"),
        (json!({"choices": 4}), "choices"),
        (json!({"closes_at": ahead(&app, 0)}), "closes_at"),
        (json!({"opens_at": ahead(&app, 20)}), "closes_at"),
        (json!({"closes_at": ahead(&app, 9_000)}), "closes_at"),
        (json!({"opens_at": "soon"}), "opens_at"),
        (json!({"candidates": [{"name": "跳绳", "age_group": "all"}]}), "candidates"),
        (json!({"candidates": twice}), "candidates"),
        (
            json!({"candidates": [{"name": long, "age_group": "all"}, {"name": "象棋", "age_group": "all"}]}),
            "candidates[0].name",
        ),
        (
            json!({"candidates": [{"name": "米", "age_group": "all"}, {"name": "面", "age_group": "old"}]}),
            "candidates[1].age_group",
        ),
        (json!({"prize": 1}), "prize"),
    ];
    for (fields, field) in cases {
        app.a.staff.post("/wish-polls", new_poll(&app, 1, &fields)).await.faulty(field);
    }
    app.a.resident.post("/wish-polls", new_poll(&app, 1, &json!({}))).await.refused(403, "forbidden");
}
