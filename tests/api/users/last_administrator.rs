//! A community keeps an administrator who can sign in, also when all of them go at the same moment.

use linli_tests::race::{CONTENDERS, race, row, unlocked, winners};
use linli_tests::{Actor, TestApp, id_of};
use serde_json::json;
use uuid::Uuid;

use super::{new, signed_in};

/// Makes the administrators eight; answers each with its account, signed in.
async fn eight_administrators(app: &TestApp) -> Vec<(Uuid, Actor)> {
    let mut all = vec![(app.a.id(21), app.a.administrator.clone())];
    for number in 1..CONTENDERS {
        let phone = format!("1990000910{number}");
        let body = new(&phone, json!(["community_administrator"]));
        let user = app.a.administrator.post("/users", body).await.created();
        all.push((id_of(&user), signed_in(app, &phone).await));
    }
    all
}

#[tokio::test]
async fn the_last_administrator_can_neither_resign_nor_be_disabled() {
    let app = TestApp::start().await;
    let path = format!("/users/{}", app.a.id(21));
    for body in [json!({"offices": ["staff"]}), json!({"offices": []}), json!({"disabled": true})] {
        app.a.administrator.patch(&path, body).await.refused(409, "last-administrator");
    }
    app.a.administrator.patch(&path, json!({"offices": ["community_administrator", "staff"]})).await.ok();
}

#[tokio::test]
async fn a_disabled_administrator_does_not_count() {
    let app = TestApp::start().await;
    let other = new("19900009101", json!(["community_administrator"]));
    let other = id_of(&app.a.administrator.post("/users", other).await.created());
    app.a.administrator.patch(&format!("/users/{other}"), json!({"disabled": true})).await.ok();
    let path = format!("/users/{}", app.a.id(21));
    app.a.administrator.patch(&path, json!({"offices": []})).await.refused(409, "last-administrator");
}

#[tokio::test]
async fn of_eight_who_resign_at_once_one_stays() {
    let app = TestApp::start().await;
    let all = eight_administrators(&app).await;
    let resign =
        async |(id, who): &(Uuid, Actor)| who.patch(&format!("/users/{id}"), json!({"offices": []})).await;
    let contenders = all.iter().map(resign);
    let answers = race(&app, &row("communities", app.a.id(1)), contenders).await;
    assert_eq!(winners(answers, "last-administrator").len(), CONTENDERS - 1);
    assert_eq!(app.database.number(&administrators(&app)).await, 1);
}

/// No constraint knows who the last one is: nothing but the lock keeps somebody.
#[tokio::test]
async fn without_the_lock_all_eight_would_go() {
    let app = TestApp::start().await;
    let all = eight_administrators(&app).await;
    let read = format!("SELECT ({}) > 1 AS allowed", administrators(&app));
    let resign = |contender: usize| format!("DELETE FROM user_roles WHERE user_id = '{}'", all[contender].0);
    unlocked(&app, &read, resign).await.caught_by_nothing();
    assert_eq!(app.database.number(&administrators(&app)).await, 0);
}

/// How many administrators community A has.
fn administrators(app: &TestApp) -> String {
    let community = app.a.id(1);
    format!(
        "SELECT count(*) FROM user_roles WHERE community_id = '{community}' AND role = 'community_administrator'"
    )
}
