//! `POST /signals/{id}/resolve`.

use linli_tests::race::{CONTENDERS, one_wins, race, row, unlocked};
use linli_tests::{TestApp, id_of};
use serde_json::{Value, json};
use uuid::Uuid;

use super::{sleep, tries, watch};

/// A signal that nobody has looked into.
async fn signal(app: &TestApp) -> Uuid {
    tries(app, 5).await;
    sleep(app);
    watch(app).await;
    id_of(&app.a.staff.get("/signals").await.items()[0])
}

fn dismissed() -> Value {
    json!({"outcome": "dismissed", "note": "新店员输错了码"})
}

#[tokio::test]
async fn staff_look_into_it_once_and_say_what_came_of_it() {
    let app = TestApp::start().await;
    let path = format!("/signals/{}/resolve", signal(&app).await);
    let seen = app.a.staff.post(&path, dismissed()).await.ok();
    assert_eq!((&seen["state"], &seen["note"]), (&json!("dismissed"), &json!("新店员输错了码")));
    assert_eq!((&seen["looked_by"], &seen["looked_by_name"]), (&json!(app.a.id(22)), &json!("用户22")));
    app.a
        .administrator
        .post(&path, json!({"outcome": "acted", "note": "再看"}))
        .await
        .refused(409, "wrong-state");
    for (state, count) in [("open", 0), ("dismissed", 1), ("acted", 0)] {
        assert_eq!(app.a.staff.get(&format!("/signals?state={state}")).await.items().len(), count, "{state}");
    }
}

#[tokio::test]
async fn a_faulty_field_is_named() {
    let app = TestApp::start().await;
    let path = format!("/signals/{}/resolve", signal(&app).await);
    for (body, field) in [
        (json!({"note": "没问题"}), "outcome"),
        (json!({"outcome": "open", "note": "没问题"}), "outcome"),
        (json!({"outcome": "acted"}), "note"),
        (json!({"outcome": "acted", "note": "无"}), "note"),
        (json!({"outcome": "acted", "note": "已处理", "state": "x"}), "state"),
    ] {
        app.a.staff.post(&path, body).await.faulty(field);
    }
}

#[tokio::test]
async fn of_eight_who_look_at_once_one_is_kept() {
    let app = TestApp::start().await;
    let id = signal(&app).await;
    let path = format!("/signals/{id}/resolve");
    let contenders = (0..CONTENDERS).map(|_| app.a.staff.post(&path, dismissed()));
    one_wins(race(&app, &row("signals", id), contenders).await, "wrong-state");
}

#[tokio::test]
async fn without_the_lock_the_last_word_would_stand() {
    let app = TestApp::start().await;
    let id = signal(&app).await;
    let by = app.a.id(22);
    let read = format!("SELECT outcome IS NULL AS allowed FROM signals WHERE id = '{id}'");
    let write = |n: usize| {
        format!(
            "UPDATE signals SET outcome = 'acted', note = '第 {n} 位', looked_by = '{by}', looked_at = now() WHERE id = '{id}'"
        )
    };
    unlocked(&app, &read, write).await.caught_by_nothing();
}
