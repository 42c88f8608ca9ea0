//! `GET /activities`.

use linli_tests::TestApp;
use serde_json::{Value, json};

use super::{proposal_with, propose, shift, step};

fn titles(items: &[Value]) -> Vec<&str> {
    items.iter().map(|item| item["title"].as_str().unwrap()).collect()
}

#[tokio::test]
async fn the_latest_to_begin_comes_first_page_by_page() {
    let app = TestApp::start().await;
    let same = shift(&app, 60, 60, 1);
    for (title, shift) in [("一", &same), ("二", &same), ("三", &shift(&app, 30, 60, 1)), ("四", &same)] {
        propose(&app, json!({"title": title, "shifts": [shift]})).await;
    }
    let mut seen = Vec::new();
    let mut path = "/activities?limit=1".to_owned();
    loop {
        let page = app.a.staff.get(&path).await.ok();
        assert_eq!(page["items"][0]["shifts"].as_array().unwrap().len(), 1);
        seen.push(page["items"][0]["title"].as_str().unwrap().to_owned());
        let Some(cursor) = page["next_cursor"].as_str() else { break };
        path = format!("/activities?limit=1&cursor={cursor}");
    }
    assert_eq!(seen, ["四", "二", "一", "三"]);
}

#[tokio::test]
async fn the_list_is_filtered_by_team_and_state() {
    let app = TestApp::start().await;
    let own = propose(&app, json!({"title": "我队"})).await;
    step(&app, &own, "review").await.ok();
    let other = proposal_with(&app, json!({"title": "他队", "team_id": app.a.id(52)}));
    app.a.staff.post("/activities", other).await.created();
    let of = async |query: String| app.a.staff.get(&format!("/activities?{query}")).await.items();
    assert_eq!(titles(&of(format!("team_id={}", app.a.id(52))).await), ["他队"]);
    assert_eq!(titles(&of("state=reviewed".into()).await), ["我队"]);
    assert_eq!(app.b.staff.get("/activities").await.items(), Vec::<Value>::new());
}

#[tokio::test]
async fn a_faulty_parameter_is_named() {
    let app = TestApp::start().await;
    // A cursor somebody made up: ["-262143-01-01T00:00:00Z", "00000000-0000-0000-0000-000000000000"].
    let beyond = "WyItMjYyMTQzLTAxLTAxVDAwOjAwOjAwWiIsIjAwMDAwMDAwLTAwMDAtMDAwMC0wMDAwLTAwMDAwMDAwMDAwMCJd";
    let beyond = format!("cursor={beyond}");
    let cases =
        [("state=x", "state"), ("team_id=x", "team_id"), ("cursor=x", "cursor"), (beyond.as_str(), "cursor")];
    for (query, field) in cases {
        app.a.staff.get(&format!("/activities?{query}")).await.faulty(field);
    }
    app.a.staff.get(&format!("/activities/{}", app.b.id(53))).await.refused(404, "not-found");
}
