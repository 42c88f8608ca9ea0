//! Pacts recorded and settled at the same time.

use std::time::Duration;

use diesel_async::SimpleAsyncConnection;
use futures::future::join_all;
use linli_tests::race::{CONTENDERS, one_wins, race, row, table, unlocked, winners};
use linli_tests::{TestApp, id_of};
use serde_json::json;
use uuid::Uuid;

use super::{mark, october, settle, start};

#[tokio::test]
async fn of_eight_who_settle_a_pact_one_does() {
    let app = start().await;
    let pact = october(&app).await;
    let contenders = (0..CONTENDERS).map(|_| settle(&app.a.social_worker, &pact));
    one_wins(race(&app, &row("pacts", id_of(&pact)), contenders).await, "wrong-state");
    assert_eq!(app.wallet(48).await, (103, 0));
    assert_eq!(app.drift(&app.a).await, []);
}

/// The trigger of settled pacts is the second net.
#[tokio::test]
async fn without_the_lock_all_eight_would_settle_it() {
    let app = start().await;
    let pact = id_of(&october(&app).await);
    let read = format!("SELECT settled_at IS NULL AS allowed FROM pacts WHERE id = '{pact}'");
    let write = format!(
        "UPDATE pacts SET settled_by = '{}', settled_at = now(), rulebook_id = '{}', rule_code = 'PACT' WHERE id = '{pact}'",
        app.a.id(23),
        app.a.id(60)
    );
    unlocked(&app, &read, |_| write.clone()).await.caught_by("pacts is append-only", 1);
}

/// Eight more buildings.
async fn buildings(app: &TestApp) -> Vec<Uuid> {
    let building = async |number: usize| {
        let body = json!({"grid_id": app.a.id(10), "estate": "利民小区", "name": format!("{number}栋")});
        id_of(&app.a.staff.post("/buildings", body).await.created())
    };
    join_all((0..CONTENDERS).map(building)).await
}

/// How many wait for a lock.
async fn waiting(app: &TestApp) -> usize {
    let query = "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'";
    usize::try_from(app.database.number(query).await).unwrap()
}

/// The household moves on as soon as it is about to be recorded where it is, eight times: each record has found it there.
#[tokio::test]
async fn a_household_that_is_recorded_in_eight_buildings_at_once_stands_in_one() {
    let app = start().await;
    let household = format!("/households/{}", app.a.id(12));
    let mut holder = app.database.connect().await;
    let all = buildings(&app).await;
    holder.batch_execute(&format!("BEGIN; {}", table("pact_marks"))).await.unwrap();
    let mut contenders = Vec::new();
    for (place, building) in all.iter().enumerate() {
        app.a.staff.patch(&household, json!({"building_id": building})).await.ok();
        let (path, staff) = (format!("/buildings/{building}/pact"), app.a.staff.clone());
        let body = json!({"month": "2026-10", "marks": [mark(app.a.id(12), true)]});
        contenders.push(tokio::spawn(async move { staff.patch(&path, body).await }));
        while waiting(&app).await <= place {
            tokio::time::sleep(Duration::from_millis(5)).await;
        }
    }
    holder.batch_execute("COMMIT").await.unwrap();
    let answers = join_all(contenders).await.into_iter().map(Result::unwrap).collect();
    one_wins(answers, "marked-elsewhere");
    assert_eq!(app.database.number("SELECT count(*) FROM pact_marks").await, 1);
    assert_eq!(app.database.number("SELECT count(*) FROM pacts").await, 1);
}

#[tokio::test]
async fn eight_records_of_one_household_are_one_mark() {
    let app = start().await;
    let body = json!({"month": "2026-10", "marks": [mark(app.a.id(12), true)]});
    let path = format!("/buildings/{}/pact", app.a.id(11));
    let contenders = (0..CONTENDERS).map(|_| app.a.staff.patch(&path, body.clone()));
    let answers = winners(race(&app, &table("pacts"), contenders).await, "none is refused");
    assert_eq!(answers.len(), CONTENDERS);
    assert_eq!(app.database.number("SELECT count(*) FROM pacts").await, 1);
    assert_eq!(app.database.number("SELECT count(*) FROM pact_marks").await, 1);
}

/// Without asking for the other pacts of the month, the unique key is left to say no.
#[tokio::test]
async fn without_waiting_the_household_would_stand_in_eight_pacts() {
    let app = start().await;
    let all = buildings(&app).await;
    let (c, household) = (app.a.id(1), app.a.id(12));
    let mut pacts = Vec::new();
    for building in &all {
        let pact = Uuid::now_v7();
        app.database
            .run(&format!("INSERT INTO pacts VALUES ('{c}', '{pact}', '{building}', '2026-10-01')"))
            .await;
        pacts.push(pact);
    }
    let read =
        format!("SELECT NOT EXISTS (SELECT FROM pact_marks WHERE household_id = '{household}') AS allowed");
    let write = |number: usize| {
        format!(
            "INSERT INTO pact_marks (community_id, id, pact_id, month, household_id, kept, recorded_by, recorded_at)
             VALUES ('{c}', gen_random_uuid(), '{}', '2026-10-01', '{household}', true, '{}', now())",
            pacts[number],
            app.a.id(22)
        )
    };
    unlocked(&app, &read, write).await.caught_by("pact_marks_household_key", 1);
}
