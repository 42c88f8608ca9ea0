//! `GET /wish-polls/{id}/result`.

use linli_tests::TestApp;
use serde_json::{Value, json};

use super::open_poll;

fn votes(total: i64, children: i64, youth: i64, seniors: i64, unknown: i64) -> Value {
    json!({"total": total, "children": children, "youth": youth, "seniors": seniors, "unknown": unknown})
}

#[tokio::test]
async fn voters_are_counted_by_their_age_once_the_poll_is_over() {
    let app = TestApp::start().await;
    let poll = open_poll(&app).await;
    let unknown = format!("UPDATE residents SET birth_year = NULL WHERE id = '{}'", app.a.id(49));
    app.database.run(&unknown).await;
    for (resident, places) in [(47, &[0, 1][..]), (44, &[1]), (48, &[1, 2]), (49, &[1])] {
        poll.vote_for(&app, resident, places).await.ok();
    }
    let path = format!("{}/result", poll.path);
    for who in [&app.a.resident, &app.a.staff] {
        who.get(&path).await.refused(409, "wish-poll-not-closed");
    }
    app.a.staff.post(&format!("{}/close", poll.path), json!({})).await.ok();
    let result = app.a.resident.get(&path).await.ok();
    assert_eq!(result["ballots"], votes(4, 0, 1, 2, 1));
    let told = |place: usize| {
        let one = &result["candidates"][place];
        (one["name"].as_str().unwrap().to_owned(), one["votes"].clone())
    };
    assert_eq!(told(0), ("象棋".to_owned(), votes(4, 0, 1, 2, 1)));
    assert_eq!(told(1), ("跳绳".to_owned(), votes(1, 0, 1, 0, 0)));
    assert_eq!(told(2), ("雨伞".to_owned(), votes(1, 0, 0, 1, 0)));
    app.b.staff.get(&path).await.refused(404, "not-found");
}
