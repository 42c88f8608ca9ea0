//! Races for the seats of services.

use chrono::Duration;
use futures::future::{BoxFuture, FutureExt};
use linli_tests::race::{CONTENDERS, one_wins, race, row, unlocked, winners};
use linli_tests::{Answer, TestApp, id_of};
use serde_json::json;

use super::{book, step};
use crate::rewards::service;
use crate::slots::{class, slot, slot_of_service, take};

const RESIDENTS: [u32; 4] = [44, 47, 48, 49];

#[tokio::test]
async fn the_last_seat_goes_to_one_of_many() {
    let app = TestApp::start().await;
    let haircut = service(&app, "义剪", 5).await;
    let slot = slot_of_service(&app, haircut, (24, 1)).await;
    let contenders = (0..12).map(|number| book(&app, haircut, (slot, RESIDENTS[number % 4])));
    let order = one_wins(race(&app, &row("slots", slot), contenders).await, "slot-full").created();
    assert_eq!(order["lines"][0]["slot"]["id"], json!(slot));
    assert_eq!(app.database.number("SELECT taken::bigint FROM slots WHERE reward_id IS NOT NULL").await, 1);
    assert_eq!(app.drift(&app.a).await, []);
}

#[tokio::test]
async fn without_the_lock_all_would_have_the_last_seat_and_the_check_stops_them() {
    let app = TestApp::start().await;
    let slot = slot_of_service(&app, service(&app, "义剪", 5).await, (24, 1)).await;
    let read = format!("SELECT taken < seats AS allowed FROM slots WHERE id = '{slot}'");
    let write = format!("UPDATE slots SET taken = taken + 1 WHERE id = '{slot}'");
    unlocked(&app, &read, |_| write.clone()).await.caught_by("slots_seats_check", 1);
}

#[tokio::test]
async fn one_resident_gets_one_seat_of_a_class_and_a_service_at_the_same_time() {
    let app = TestApp::start().await;
    let mut wanted = Vec::new();
    for number in 0..CONTENDERS {
        let host = if number % 2 == 0 {
            service(&app, &format!("服务{number}"), 1).await
        } else {
            class(&app, json!({"price_points": 1})).await
        };
        let of = if number % 2 == 0 {
            slot_of_service(&app, host, (24, 5)).await
        } else {
            slot(&app, host, (24, 5)).await
        };
        wanted.push((number, host, of));
    }
    let contenders = wanted.iter().map(|(number, host, slot)| -> BoxFuture<'_, Answer> {
        if number % 2 == 0 {
            book(&app, *host, (*slot, 47)).boxed()
        } else {
            take(&app, *host, (*slot, 47)).boxed()
        }
    });
    one_wins(race(&app, &row("residents", app.a.id(47)), contenders).await, "clash");
    assert_eq!(app.wallet(47).await, (100, 1));
    assert_eq!(app.drift(&app.a).await, []);
}

/// No constraint knows a clash: nothing but the lock of the resident prevents it.
#[tokio::test]
async fn without_the_lock_one_resident_gets_eight_seats_at_the_same_time() {
    let app = TestApp::start().await;
    let haircut = service(&app, "义剪", 5).await;
    let slot = slot_of_service(&app, haircut, (24, 9)).await;
    let write = |contender: usize| {
        format!(
            "INSERT INTO orders VALUES ('{c}', '{id}', '{resident}', 'C{contender}', 'held', 5, '{user}', \
             false, now(), NULL, NULL, now()); \
             INSERT INTO order_lines VALUES ('{c}', '{id}', '{haircut}', 1, 5, NULL, '{slot}')",
            c = app.a.id(1),
            id = app.a.id(900 + u32::try_from(contender).unwrap()),
            resident = app.a.id(47),
            user = app.a.id(27),
        )
    };
    unlocked(&app, "SELECT count(*) < 1 AS allowed FROM orders", write).await.caught_by_nothing();
}

#[tokio::test]
async fn a_service_is_either_given_or_given_back() {
    let app = TestApp::start().await;
    let haircut = service(&app, "义剪", 5).await;
    let slot = slot_of_service(&app, haircut, (6, 5)).await;
    let order = id_of(&book(&app, haircut, (slot, 47)).await.created());
    app.clock.put_forward(Duration::hours(6) - Duration::minutes(20));
    let steps = (0..CONTENDERS).map(|number| ["pick-up", "cancel"][number % 2]);
    let contenders = steps.map(|verb| step(&app, order, verb));
    let answers = race(&app, &row("orders", order), contenders).await;
    let given = one_wins(answers, "wrong-state").ok()["state"] == "picked_up";
    assert_eq!(app.wallet(47).await, if given { (95, 0) } else { (100, 0) });
    let taken = format!("SELECT taken::bigint FROM slots WHERE id = '{slot}'");
    assert_eq!(app.database.number(&taken).await, i64::from(given));
    assert_eq!(app.drift(&app.a).await, []);
}

#[tokio::test]
async fn a_slot_that_is_cancelled_while_people_take_seats_keeps_nobody() {
    let app = TestApp::start().await;
    let haircut = service(&app, "义剪", 5).await;
    let slot = slot_of_service(&app, haircut, (24, 20)).await;
    let cancel = format!("/slots/{slot}/cancel");
    let contenders = (0..CONTENDERS).map(|number| -> BoxFuture<'_, Answer> {
        if number % 2 == 1 {
            app.a.staff.post(&cancel, json!({"reason": "师傅生病"})).boxed()
        } else {
            book(&app, haircut, (slot, RESIDENTS[number / 2])).boxed()
        }
    });
    winners(race(&app, &row("rewards", haircut), contenders).await, "slot-cancelled");
    for resident in RESIDENTS {
        assert_eq!(app.wallet(resident).await, (100, 0));
    }
    assert_eq!(app.drift(&app.a).await, []);
}
