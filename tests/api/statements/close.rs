//! `POST /stores/{id}/statements`.

use chrono::Duration;
use linli_tests::{TestApp, id_of};
use serde_json::json;

use crate::confirmations::confirm;
use crate::offers::open_offer;
use crate::vouchers::taken;

use super::{DECEMBER, closed, confirmed, go_on_to, november, undone};

#[tokio::test]
async fn a_month_is_closed_once_it_is_over_and_nothing_in_it_can_be_undone() {
    let app = TestApp::start().await;
    confirmed(&app, 1).await;
    let path = format!("/stores/{}/statements", app.a.id(72));
    let body = json!({"month": "2026-11"});
    for too_early in ["2026-11-26T00:00:00Z", "2026-11-30T16:59:00Z"] {
        go_on_to(&app, too_early);
        let refused = app.a.staff.post(&path, body.clone()).await.refused(409, "month-not-closable");
        assert_eq!(refused["figures"]["closable_at"], "2026-11-30T17:00:00Z");
    }
    app.clock.put_forward(Duration::minutes(2));
    let statement = app.a.staff.post(&path, body.clone()).await.created();
    let totals =
        json!({"confirmations": 1, "corrections": 0, "bill_fen": 6000, "discount_fen": 2000, "points": 3});
    assert_eq!((&statement["state"], &statement["totals"]), (&json!("closed"), &totals));
    assert_eq!(statement["closed_by"], json!(app.a.id(22)));
    let again = app.a.cashier.get(&format!("/statements/{}", id_of(&statement))).await.ok();
    assert_eq!(again, statement);
    app.a.staff.post(&path, body).await.refused(409, "month-closed");
    assert_eq!(app.drift(&app.a).await, []);
}

#[tokio::test]
async fn whatever_happens_later_a_closed_month_says_the_same() {
    let app = TestApp::start().await;
    let made = confirmed(&app, 3).await;
    undone(&app, made[2]).await;
    go_on_to(&app, DECEMBER);
    let open = november(&app).await;
    closed(&app).await;
    let month = november(&app).await;
    assert_eq!((&month["items"], &month["totals"]), (&open["items"], &open["totals"]));
    app.database.run("UPDATE offers SET title = '改名'; UPDATE users SET name = '改名'").await;
    confirmed(&app, 1).await;
    assert_eq!(november(&app).await, month);
    let day = app.a.manager.get(&format!("/stores/{}/statement?day=2026-11-25", app.a.id(72))).await.ok();
    assert_eq!((&day["items"], &day["totals"]), (&month["items"], &month["totals"]));
    assert_eq!(app.drift(&app.a).await, []);
}

#[tokio::test]
async fn a_longer_window_does_not_reach_into_a_closed_month() {
    let app = TestApp::start().await;
    let made = confirmed(&app, 1).await;
    go_on_to(&app, "2026-11-30T15:50:00Z");
    app.database.run("UPDATE confirmations SET confirmed_at = '2026-11-30 15:50Z'").await;
    go_on_to(&app, "2026-11-30T17:01:00Z");
    closed(&app).await;
    app.a.administrator.patch("/community", json!({"undo_window_minutes": 1440})).await.ok();
    let undo = format!("/confirmations/{}/undo", made[0]);
    app.a.cashier.post(&undo, json!({})).await.refused(409, "month-closed");
    assert_eq!(app.wallet(47).await, (97, 0));
    assert_eq!(app.drift(&app.a).await, []);
}

#[tokio::test]
async fn nor_where_the_price_would_pass_to_another_use() {
    let app = TestApp::start().await;
    let card = taken(&app, open_offer(&app, json!({"uses": 2, "price_points": 3})).await).await;
    let first = confirm(&app, &card, 6000).await.created();
    confirm(&app, &card, 6000).await.created();
    go_on_to(&app, "2026-11-30T15:50:00Z");
    app.database.run("UPDATE confirmations SET confirmed_at = '2026-11-30 15:50Z'").await;
    go_on_to(&app, "2026-11-30T17:01:00Z");
    closed(&app).await;
    app.a.administrator.patch("/community", json!({"undo_window_minutes": 1440})).await.ok();
    let undo = format!("/confirmations/{}/undo", id_of(&first));
    app.a.cashier.post(&undo, json!({})).await.refused(409, "month-closed");
    assert_eq!(app.drift(&app.a).await, []);
}

#[tokio::test]
async fn what_was_undone_after_midnight_belongs_to_the_month_of_its_confirmation() {
    let app = TestApp::start().await;
    go_on_to(&app, "2026-11-30T15:50:00Z");
    let made = confirmed(&app, 2).await;
    app.clock.put_forward(Duration::minutes(20));
    undone(&app, made[0]).await;
    go_on_to(&app, DECEMBER);
    assert_eq!(closed(&app).await["totals"]["confirmations"], 1);
    let path = format!("/stores/{}/statement?month=2026-12", app.a.id(72));
    assert!(app.a.cashier.get(&path).await.items().is_empty());
}

#[tokio::test]
async fn an_empty_month_is_closed_too_and_one_store_s_month_leaves_the_others_open() {
    let app = TestApp::start().await;
    go_on_to(&app, DECEMBER);
    assert_eq!(closed(&app).await["totals"]["points"], 0);
    let of_month = app.a.staff.get("/statements?month=2026-11").await.items();
    let states: Vec<_> = of_month.iter().map(|one| one["state"].as_str().unwrap()).collect();
    assert_eq!(states, ["closed", "open"]);
}

#[tokio::test]
async fn only_the_desk_closes_and_a_faulty_field_is_named() {
    let app = TestApp::start().await;
    go_on_to(&app, DECEMBER);
    let path = format!("/stores/{}/statements", app.a.id(72));
    let body = json!({"month": "2026-11"});
    for actor in [&app.a.manager, &app.a.cashier, &app.a.resident, &app.a.social_worker] {
        actor.post(&path, body.clone()).await.refused(403, "forbidden");
    }
    app.b.staff.post(&path, body).await.refused(404, "not-found");
    for wrong in [json!({"month": "2026-11-01"}), json!({"month": 11}), json!({})] {
        app.a.staff.post(&path, wrong).await.faulty("month");
    }
}

#[tokio::test]
async fn the_days_until_the_program_closes_are_the_communitys_own() {
    let app = TestApp::start().await;
    let changed = app.a.administrator.patch("/community", json!({"statement_days": 28})).await.ok();
    assert_eq!(changed["statement_days"], 28);
    for wrong in [0, 29] {
        app.a
            .administrator
            .patch("/community", json!({"statement_days": wrong}))
            .await
            .faulty("statement_days");
    }
}
