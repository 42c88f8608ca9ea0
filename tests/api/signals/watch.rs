//! The job that looks for signals.

use chrono::Duration;
use linli_tests::race::{CONTENDERS, race, row, unlocked};
use linli_tests::{TestApp, id_of};
use serde_json::json;

use super::{seen, sleep, tries, watch};
use crate::slots::{class, slot, take};
use crate::statements::confirmed;

#[tokio::test]
async fn each_day_is_looked_at_once_and_only_when_it_is_over() {
    let app = TestApp::start().await;
    assert_eq!((watch(&app).await, watch(&app).await), (60, 0), "thirty days of each community");
    sleep(&app);
    assert_eq!((watch(&app).await, watch(&app).await), (2, 0));
    // Two in the morning of the 27th, but what was confirmed before midnight can still be undone.
    app.database.run("UPDATE communities SET undo_window_minutes = 180").await;
    app.clock.put_forward(Duration::hours(14));
    assert_eq!(watch(&app).await, 0);
    app.clock.put_forward(Duration::hours(1));
    assert_eq!(watch(&app).await, 2);
}

#[tokio::test]
async fn bursts_pairs_and_unknown_codes_are_told_with_what_is_behind_them() {
    let app = TestApp::start().await;
    let made = confirmed(&app, 10).await;
    tries(&app, 6).await;
    sleep(&app);
    watch(&app).await;
    let mut kinds = seen(&app).await;
    kinds.sort();
    let expected = [("burst", 10), ("same_pair", 10), ("unknown_codes", 6)];
    assert_eq!(kinds, expected.map(|(kind, count)| (kind.to_owned(), count)));
    let behind = async |kind: &str| {
        let found = app.a.staff.get(&format!("/signals?kind={kind}")).await.items();
        app.a.staff.get(&format!("/signals/{}", id_of(&found[0]))).await.ok()
    };
    let burst = behind("burst").await;
    let rows: Vec<_> = burst["confirmations"].as_array().unwrap().iter().map(id_of).collect();
    assert_eq!((rows, &burst["threshold"], &burst["day"]), (made, &json!(10), &json!("2026-11-25")));
    let pair = behind("same_pair").await;
    assert_eq!((&pair["cashier_id"], &pair["resident_id"]), (&json!(app.a.id(26)), &json!(app.a.id(47))));
    let unknown = behind("unknown_codes").await;
    assert_eq!(unknown["failed_confirmations"].as_array().unwrap().len(), 6);
    assert_eq!(unknown["confirmations"], json!([]));
}

#[tokio::test]
async fn what_was_undone_is_no_sign() {
    let app = TestApp::start().await;
    for id in confirmed(&app, 10).await.into_iter().skip(4) {
        app.a.cashier.post(&format!("/confirmations/{id}/undo"), json!({})).await.ok();
    }
    sleep(&app);
    watch(&app).await;
    assert!(seen(&app).await.is_empty());
}

#[tokio::test]
async fn who_works_in_the_store_or_manages_its_partner_is_told_when_using_a_voucher_there() {
    for add in [
        "INSERT INTO cashiers VALUES ('*', '#72', '#27')",
        "INSERT INTO partner_managers VALUES ('*', '#71', '#27')",
    ] {
        let app = TestApp::start().await;
        confirmed(&app, 1).await;
        let add = add.replace('*', &app.a.id(1).to_string());
        let add =
            [27, 71, 72].iter().fold(add, |add, n| add.replace(&format!("#{n}"), &app.a.id(*n).to_string()));
        app.database.run(&add).await;
        sleep(&app);
        watch(&app).await;
        assert_eq!(seen(&app).await, [("own_store".to_owned(), 1)], "{add}");
    }
}

#[tokio::test]
async fn confirmations_outside_the_hours_of_the_store_are_told() {
    let app = TestApp::start().await;
    // The tests begin on a Wednesday at noon.
    let hours = json!({"hours": [{"weekdays": ["wed"], "from": "13:00", "to": "21:00"}]});
    let store = app.a.manager.patch(&format!("/stores/{}", app.a.id(72)), hours.clone()).await.ok();
    assert_eq!(store["hours"], hours["hours"]);
    confirmed(&app, 3).await;
    sleep(&app);
    watch(&app).await;
    assert_eq!(seen(&app).await, [("outside_hours".to_owned(), 3)]);
}

#[tokio::test]
async fn the_figures_are_the_communitys_own_and_zero_turns_a_kind_off() {
    let app = TestApp::start().await;
    let mut figures = json!({
        "burst_count": 2, "burst_minutes": 240, "pair_count": 0, "pair_days": 1, "own_store_count": 0,
        "outside_hours_count": 0, "unknown_codes_count": 0,
    });
    let changed = app.a.administrator.patch("/community", json!({"watch": figures})).await.ok();
    assert_eq!(changed["watch"], figures);
    confirmed(&app, 6).await;
    tries(&app, 9).await;
    sleep(&app);
    watch(&app).await;
    assert_eq!(seen(&app).await, [("burst".to_owned(), 6)]);
    figures["burst_minutes"] = json!(0);
    app.a.administrator.patch("/community", json!({"watch": figures})).await.faulty("watch.burst_minutes");
}

#[tokio::test]
async fn of_eight_processes_at_once_one_looks_at_each_day() {
    let app = TestApp::start().await;
    tries(&app, 5).await;
    sleep(&app);
    let contenders = (0..CONTENDERS).map(|_| watch(&app));
    let watched = race(&app, &row("communities", app.a.id(1)), contenders).await;
    assert_eq!((watched.iter().sum::<usize>(), seen(&app).await.len()), (60, 1));
}

#[tokio::test]
async fn without_the_lock_eight_would_write_it_and_the_unique_subject_stops_them() {
    let app = TestApp::start().await;
    let (community, store) = (app.a.id(1), app.a.id(72));
    let read = format!("SELECT count(*) = 0 AS allowed FROM watched_days WHERE community_id = '{community}'");
    let write = format!(
        "INSERT INTO signals VALUES ('{community}', gen_random_uuid(), '2026-11-24', 'burst', '{store}//', '{store}', NULL, NULL,
         10, 10, now())"
    );
    unlocked(&app, &read, |_| write.clone()).await.caught_by("signals_subject_key", 1);
}

#[tokio::test]
async fn what_breaks_off_half_way_leaves_nothing_and_the_next_run_does_it() {
    let app = TestApp::start().await;
    tries(&app, 5).await;
    sleep(&app);
    let refuse = "ALTER TABLE signal_rows ADD CONSTRAINT broken CHECK (row_id IS NULL)";
    app.database.run(refuse).await;
    watch(&app).await;
    assert!(seen(&app).await.is_empty());
    app.database.run("ALTER TABLE signal_rows DROP CONSTRAINT broken").await;
    assert_eq!((watch(&app).await, seen(&app).await.len()), (1, 1));
}

#[tokio::test]
async fn a_class_that_is_confirmed_at_once_is_no_burst() {
    let app = TestApp::start().await;
    let offer = class(&app, json!({"price_points": 0})).await;
    let lesson = slot(&app, offer, (1, 20)).await;
    let mut items = Vec::new();
    for place in 0..12 {
        let resident = [44, 47, 48, 49][place % 4];
        items.push(json!({"code": take(&app, offer, (lesson, resident)).await.created()["code"]}));
    }
    app.clock.put_forward(Duration::minutes(45));
    let body = json!({"store_id": app.a.id(72), "items": items});
    assert_eq!(app.a.cashier.post("/confirmations/batch", body).await.ok()["confirmed"], 12);
    sleep(&app);
    watch(&app).await;
    assert!(seen(&app).await.is_empty());
}
