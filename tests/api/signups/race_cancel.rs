//! Signing up while the activity is being called off.

use diesel::QueryableByName;
use diesel::sql_types::BigInt;
use diesel_async::{RunQueryDsl, SimpleAsyncConnection};
use futures::future::{join, join_all};
use linli_db::Connection;
use linli_tests::{TestApp, id_of};
use serde_json::{Value, json};
use tokio::sync::Barrier;
use uuid::Uuid;

use super::{CONTENDERS, contenders, sign_up, taken};
use crate::activities::{recruiting, shift, shift_id};

#[derive(QueryableByName)]
struct Count {
    #[diesel(sql_type = BigInt)]
    count: i64,
}

async fn count(connection: &mut Connection, query: &str) -> i64 {
    diesel::sql_query(query).get_result::<Count>(connection).await.unwrap().count
}

fn calling_off(activity: &Value) -> String {
    format!("UPDATE activities SET state = 'cancelled' WHERE id = '{}'", id_of(activity))
}

fn places(activity: &Value) -> String {
    let of = "signups g JOIN shifts s ON s.id = g.shift_id";
    format!("SELECT count(*) FROM {of} WHERE g.state = 'signed_up' AND s.activity_id = '{}'", id_of(activity))
}

#[tokio::test]
async fn of_eight_who_sign_up_while_it_is_called_off_none_gets_a_place() {
    let app = TestApp::start().await;
    let activity = recruiting(&app, json!({"shifts": [shift(&app, 60, 60, 20)]})).await;
    let place = shift_id(&activity, 0);
    let contenders = contenders(&app).await;
    let (mut other, mut watch) = (app.database.connect().await, app.database.connect().await);
    other.batch_execute(&format!("BEGIN; {}", calling_off(&activity))).await.unwrap();
    let race = join_all(contenders.iter().map(|resident| sign_up(&app.a.staff, place, Some(*resident))));
    // Each of the eight stands at the activity before it is decided, or (which it may not) has a place already.
    let waiting = "SELECT count(*) FROM pg_stat_activity \
                   WHERE datname = current_database() AND wait_event_type = 'Lock'";
    let decide = async {
        while count(&mut watch, waiting).await + count(&mut watch, &places(&activity)).await < 8 {}
        other.batch_execute("COMMIT").await.unwrap();
    };
    for answer in join(race, decide).await.0 {
        answer.refused(409, "wrong-state");
    }
    assert_eq!(count(&mut watch, &places(&activity)).await, 0);
    assert_eq!(taken(&app.a.staff, &activity).await, 0);
}

/// The same steps without the lock: read the activity, wait until all have read and it is called off, write.
async fn sign_up_without_lock(
    mut connection: Connection,
    (community, activity, shift, resident): (Uuid, Uuid, Uuid, Uuid),
    (all_have_read, called_off): (&Barrier, &Barrier),
) {
    connection.batch_execute("BEGIN").await.unwrap();
    let open = format!("SELECT count(*) FROM activities WHERE id = '{activity}' AND state = 'recruiting'");
    assert_eq!(count(&mut connection, &open).await, 1);
    all_have_read.wait().await;
    called_off.wait().await;
    let write = format!(
        "UPDATE shifts SET taken = taken + 1 WHERE id = '{shift}';
         INSERT INTO signups VALUES ('{community}', '{resident}', '{shift}', '{resident}', 'signed_up', now());
         COMMIT"
    );
    connection.batch_execute(&write).await.unwrap();
}

#[tokio::test]
async fn without_the_lock_all_eight_would_have_a_place_in_what_is_called_off() {
    let app = TestApp::start().await;
    let activity = recruiting(&app, json!({"shifts": [shift(&app, 60, 60, 20)]})).await;
    let (id, place, community) = (id_of(&activity), shift_id(&activity, 0), app.a.id(1));
    let (all_have_read, called_off) = (Barrier::new(CONTENDERS + 1), Barrier::new(CONTENDERS + 1));
    let mut race = Vec::new();
    for resident in contenders(&app).await {
        let connection = app.database.connect().await;
        let barriers = (&all_have_read, &called_off);
        race.push(sign_up_without_lock(connection, (community, id, place, resident), barriers));
    }
    let mut other = app.database.connect().await;
    let decide = async {
        all_have_read.wait().await;
        other.batch_execute(&calling_off(&activity)).await.unwrap();
        called_off.wait().await;
    };
    join(join_all(race), decide).await;
    assert_eq!(count(&mut other, &places(&activity)).await, 8);
}
