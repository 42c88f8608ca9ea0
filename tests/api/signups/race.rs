//! The last place of a shift.

use std::sync::Arc;

use diesel::QueryableByName;
use diesel::sql_types::{Integer, Uuid as SqlUuid};
use diesel_async::{RunQueryDsl, SimpleAsyncConnection};
use futures::future::join_all;
use linli_db::Connection;
use linli_tests::TestApp;
use serde_json::json;
use tokio::sync::Barrier;
use uuid::Uuid;

use super::{CONTENDERS, contenders, sign_up, taken};
use crate::activities::{recruiting, shift, shift_id};

#[tokio::test]
async fn of_eight_who_want_the_last_place_one_gets_it() {
    let app = TestApp::start().await;
    let activity = recruiting(&app, json!({"shifts": [shift(&app, 60, 60, 1)]})).await;
    let place = shift_id(&activity, 0);
    let contenders = contenders(&app).await;
    let race = contenders.iter().map(|resident| sign_up(&app.a.staff, place, Some(*resident)));
    let answers = join_all(race).await;
    assert_eq!(answers.iter().filter(|answer| answer.status == 201).count(), 1);
    for answer in answers.into_iter().filter(|answer| answer.status != 201) {
        answer.refused(409, "shift-full");
    }
    assert_eq!(taken(&app.a.staff, &activity).await, 1);
    assert_eq!(app.drift(&app.a).await, []);
}

#[derive(QueryableByName)]
struct Places {
    #[diesel(sql_type = Integer)]
    free: i32,
}

/// The same steps without the lock: read, wait until all have read, decide, write. Answers whether the decision was
/// yes, and whether the data base took it.
async fn sign_up_without_lock(
    mut connection: Connection,
    (community, shift, resident): (Uuid, Uuid, Uuid),
    all_have_read: Arc<Barrier>,
) -> (bool, bool) {
    connection.batch_execute("BEGIN").await.unwrap();
    let read = diesel::sql_query("SELECT capacity - taken AS free FROM shifts WHERE id = $1");
    let places: Places = read.bind::<SqlUuid, _>(shift).get_result(&mut connection).await.unwrap();
    all_have_read.wait().await;
    let write = format!(
        "INSERT INTO signups VALUES ('{community}', '{resident}', '{shift}', '{resident}', 'signed_up', now());
         UPDATE shifts SET taken = taken + 1 WHERE id = '{shift}';
         COMMIT"
    );
    (places.free > 0, connection.batch_execute(&write).await.is_ok())
}

#[tokio::test]
async fn without_the_lock_all_eight_would_get_it_but_for_the_constraint() {
    let app = TestApp::start().await;
    let activity = recruiting(&app, json!({"shifts": [shift(&app, 60, 60, 1)]})).await;
    let (place, community) = (shift_id(&activity, 0), app.a.id(1));
    let all_have_read = Arc::new(Barrier::new(CONTENDERS));
    let mut race = Vec::new();
    for resident in contenders(&app).await {
        let connection = app.database.connect().await;
        race.push(sign_up_without_lock(connection, (community, place, resident), all_have_read.clone()));
    }
    let outcomes = join_all(race).await;
    assert_eq!(outcomes.iter().filter(|(decided, _)| *decided).count(), CONTENDERS);
    assert_eq!(outcomes.iter().filter(|(_, stored)| *stored).count(), 1);
    assert_eq!(app.drift(&app.a).await, []);
}
