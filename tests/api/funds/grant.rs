//! `POST /funds/{id}/grants`.

use linli_tests::TestApp;
use linli_tests::race::{one_wins, race, row, unlocked};
use serde_json::{Value, json};
use uuid::Uuid;

use super::{fund, gift, gifts};

fn grants(fund: Uuid) -> String {
    format!("/funds/{fund}/grants")
}

fn grant(app: &TestApp, points: i64) -> Value {
    json!({"resident_id": app.a.id(49), "points": points, "reason": "独居老人年饭"})
}

/// A fund that was given 30 points.
async fn filled(app: &TestApp) -> Uuid {
    let id = fund(app, "暖冬年饭").await;
    app.a.resident.post(&gifts(id), gift(30)).await.created();
    id
}

#[tokio::test]
async fn a_fund_gives_as_far_as_it_reaches() {
    let app = TestApp::start().await;
    let id = filled(&app).await;
    let granted = app.a.staff.post(&grants(id), grant(&app, 20)).await.created();
    assert_eq!(granted["text"], "公益基金「暖冬年饭」资助：独居老人年饭");
    let refused = app.a.staff.post(&grants(id), grant(&app, 11)).await.refused(409, "fund-too-small");
    assert_eq!(refused["figures"], json!({"points": 11, "left": 10}));
    let stands = app.a.resident.get(&format!("/funds/{id}")).await.ok();
    let figures =
        ["given_points", "granted_points", "left_points"].map(|name| stands[name].as_i64().unwrap());
    assert_eq!((figures, app.wallet(49).await.0), ([30, 20, 10], 120));
    assert_eq!(app.drift(&app.a).await, []);
}

#[tokio::test]
async fn only_the_desk_gives_and_to_registered_residents_of_its_own() {
    let app = TestApp::start().await;
    let id = filled(&app).await;
    app.a.resident.post(&grants(id), grant(&app, 1)).await.refused(403, "forbidden");
    app.b.staff.post(&grants(id), grant(&app, 1)).await.refused(404, "not-found");
    let mut other = grant(&app, 1);
    other["resident_id"] = json!(app.b.id(49));
    app.a.staff.post(&grants(id), other).await.faulty("resident_id");
    app.a.staff.patch(&format!("/residents/{}", app.a.id(49)), json!({"state": "moved_out"})).await.ok();
    app.a.staff.post(&grants(id), grant(&app, 1)).await.refused(409, "resident-not-active");
}

#[tokio::test]
async fn what_the_fund_has_given_on_cannot_be_taken_back_from_it() {
    let app = TestApp::start().await;
    let id = fund(&app, "暖冬年饭").await;
    let given = app.a.resident.post(&gifts(id), gift(30)).await.created();
    let granted = app.a.staff.post(&grants(id), grant(&app, 20)).await.created();
    let back = |transfer: &Value| format!("/transfers/{}/reverse", transfer["id"].as_str().unwrap());
    let reason = json!({"reason": "输错了"});
    app.a.staff.post(&back(&given), reason.clone()).await.refused(409, "fund-too-small");
    app.a.staff.post(&back(&granted), reason.clone()).await.created();
    app.a.staff.post(&back(&given), reason).await.created();
    assert_eq!((app.wallet(47).await.0, app.wallet(49).await.0), (100, 100));
    assert_eq!(app.drift(&app.a).await, []);
}

#[tokio::test]
async fn of_eight_who_give_the_last_points_at_once_one_does() {
    let app = TestApp::start().await;
    let id = filled(&app).await;
    let to = grants(id);
    let contenders = (0..8).map(|_| app.a.staff.post(&to, grant(&app, 30)));
    one_wins(race(&app, &row("funds", id), contenders).await, "fund-too-small");
    assert_eq!(app.drift(&app.a).await, []);
}

/// No constraint knows what a fund has left: nothing but its lock keeps it.
#[tokio::test]
async fn without_the_lock_all_eight_would_give_the_last_points() {
    let app = TestApp::start().await;
    let id = filled(&app).await;
    let (c, to) = (app.a.id(1), app.a.id(49));
    let read = format!(
        "SELECT sum(CASE WHEN d.kind = 'wallet' THEN t.amount ELSE -t.amount END) >= 30 AS allowed
         FROM transfers t JOIN accounts d ON d.id = t.debit_account_id WHERE t.cause_id = '{id}'"
    );
    let write = format!(
        "SELECT post_transfers('{c}', now(), jsonb_build_array(jsonb_build_object(
            'id', gen_random_uuid(), 'code', 'give', 'debit_kind', 'donated', 'debit_owner', '{c}',
            'credit_kind', 'wallet', 'credit_owner', '{to}', 'amount', 30,
            'parts', '{{\"2099-12-31\": 30}}'::jsonb, 'cause_kind', 'fund', 'cause_id', '{id}',
            'explanation', '{{\"kind\": \"grant\", \"fund\": \"\", \"reason\": \"\"}}'::jsonb
        )))"
    );
    unlocked(&app, &read, |_| write.clone()).await.caught_by_nothing();
    let drift = app.drift(&app.a).await;
    assert_eq!(drift.iter().map(|row| row.figure.as_str()).collect::<Vec<_>>(), ["fund.left"]);
}

#[tokio::test]
async fn who_moves_away_at_that_moment_is_given_nothing() {
    let app = TestApp::start().await;
    let id = filled(&app).await;
    let away = format!("UPDATE residents SET state = 'moved_out' WHERE id = '{}'", app.a.id(49));
    let grant = json!({"resident_id": app.a.id(49), "points": 5, "reason": "年饭"});
    let path = format!("/funds/{id}/grants");
    for answer in race(&app, &away, [app.a.staff.post(&path, grant)]).await {
        answer.refused(409, "resident-not-active");
    }
}
