//! A community keeps an administrator who can sign in, also when all of them go at the same moment.

use std::sync::Arc;

use diesel_async::{RunQueryDsl, SimpleAsyncConnection};
use futures::future::join_all;
use linli_db::Connection;
use linli_tests::{Actor, TestApp, id_of};
use serde_json::json;
use tokio::sync::Barrier;
use uuid::Uuid;

use super::{new, signed_in};

/// So many contenders for the end of the community.
const ALL: usize = 8;

/// Makes the administrators eight; answers each with its account, signed in.
async fn eight_administrators(app: &TestApp) -> Vec<(Uuid, Actor)> {
    let mut all = vec![(app.a.id(21), app.a.administrator.clone())];
    for number in 1..ALL {
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
    let answers = join_all(all.iter().map(resign)).await;
    let (gone, staying): (Vec<_>, Vec<_>) = answers.into_iter().partition(|answer| answer.status == 200);
    assert_eq!((gone.len(), staying.len()), (ALL - 1, 1));
    staying.into_iter().for_each(|answer| drop(answer.refused(409, "last-administrator")));
    assert_eq!(administrators(&mut app.database.connect().await, app.a.id(1)).await, 1);
}

/// The negative control: the same steps without the lock leave the community without an administrator.
#[tokio::test]
async fn without_the_lock_all_eight_would_go() {
    let app = TestApp::start().await;
    let all = eight_administrators(&app).await;
    let barrier = Arc::new(Barrier::new(ALL));
    let resign = async |(id, _): &(Uuid, Actor)| {
        let mut connection = app.database.connect().await;
        connection.batch_execute("BEGIN").await.unwrap();
        let allowed = administrators(&mut connection, app.a.id(1)).await > 1;
        barrier.wait().await;
        let statement = format!("DELETE FROM user_roles WHERE user_id = '{id}'; COMMIT");
        connection.batch_execute(&statement).await.unwrap();
        allowed
    };
    let allowed = join_all(all.iter().map(resign)).await.into_iter().filter(|allowed| *allowed).count();
    let left = administrators(&mut app.database.connect().await, app.a.id(1)).await;
    assert_eq!((allowed, left), (ALL, 0));
}

async fn administrators(connection: &mut Connection, community: Uuid) -> i64 {
    #[derive(diesel::QueryableByName)]
    struct Count {
        #[diesel(sql_type = diesel::sql_types::BigInt)]
        n: i64,
    }
    let query = format!(
        "SELECT count(*) AS n FROM user_roles WHERE community_id = '{community}' AND role = 'community_administrator'"
    );
    let count: Count = diesel::sql_query(query).get_result(connection).await.unwrap();
    count.n
}
