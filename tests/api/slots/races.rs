//! Races for seats.

use chrono::Duration;
use futures::future::{BoxFuture, FutureExt};
use linli_tests::race::{CONTENDERS, one_wins, race, row, unlocked, winners};
use linli_tests::{Answer, TestApp, id_of};
use serde_json::json;

use super::{ahead, class, of_class, seats_left, slot, take};
use crate::offers::draft_offer;

#[tokio::test]
async fn the_last_seats_go_to_as_many_as_there_are() {
    let app = TestApp::start().await;
    let offer = class(&app, json!({"price_points": 0})).await;
    let slot = slot(&app, offer, (24, 3)).await;
    let contenders = [44, 47, 48, 49, 44, 47, 48, 49].map(|resident| take(&app, offer, (slot, resident)));
    let answers = race(&app, &row("slots", slot), contenders).await;
    assert_eq!(winners(answers, "slot-full").len(), 3);
    assert_eq!(seats_left(&app, offer, slot).await, 0);
    assert_eq!(app.drift(&app.a).await, []);
}

#[tokio::test]
async fn without_the_lock_all_eight_take_the_last_seats_and_the_check_stops_them() {
    let app = TestApp::start().await;
    let slot = slot(&app, class(&app, json!({})).await, (24, 3)).await;
    let read = format!("SELECT taken < seats AS allowed FROM slots WHERE id = '{slot}'");
    let write = format!("UPDATE slots SET taken = taken + 1 WHERE id = '{slot}'");
    unlocked(&app, &read, |_| write.clone()).await.caught_by("slots_seats_check", 3);
}

#[tokio::test]
async fn who_moves_and_who_takes_do_not_both_get_the_last_seat() {
    let app = TestApp::start().await;
    let offer = class(&app, json!({"price_points": 0})).await;
    let (from, to) = (slot(&app, offer, (24, 9)).await, slot(&app, offer, (48, 1)).await);
    let mut moves = Vec::new();
    for resident in [44, 47, 48, 49] {
        let voucher = take(&app, offer, (from, resident)).await.created();
        moves.push(format!("/vouchers/{}/move", id_of(&voucher)));
    }
    let contenders = (0..CONTENDERS).map(|number| -> BoxFuture<'_, Answer> {
        let place = number / 2;
        if number % 2 == 0 {
            app.a.staff.post(&moves[place], json!({"slot_id": to})).boxed()
        } else {
            take(&app, offer, (to, [44, 47, 48, 49][place])).boxed()
        }
    });
    one_wins(race(&app, &row("slots", to), contenders).await, "slot-full");
    assert_eq!(seats_left(&app, offer, to).await, 0);
    assert_eq!(app.drift(&app.a).await, []);
}

#[tokio::test]
async fn one_resident_gets_one_seat_when_eight_slots_at_the_same_time_are_asked_for() {
    let app = TestApp::start().await;
    let mut wanted = Vec::new();
    for _ in 0..CONTENDERS {
        let offer = class(&app, json!({"price_points": 0})).await;
        wanted.push((offer, slot(&app, offer, (24, 5)).await));
    }
    let contenders = wanted.iter().map(|(offer, slot)| take(&app, *offer, (*slot, 47)));
    let answers = race(&app, &row("residents", app.a.id(47)), contenders).await;
    one_wins(answers, "clash");
    assert_eq!(app.drift(&app.a).await, []);
}

/// No constraint knows a clash: nothing but the lock of the resident prevents it.
#[tokio::test]
async fn without_the_lock_one_resident_gets_eight_seats_at_the_same_time() {
    let app = TestApp::start().await;
    let offer = class(&app, json!({})).await;
    let slot = slot(&app, offer, (24, 9)).await;
    let (community, resident) = (app.a.id(1), app.a.id(47));
    let write = |contender: usize| {
        format!(
            "INSERT INTO vouchers (community_id, id, offer_id, slot_id, resident_id, code, state, price_points, taken_at, \
             expires_at) VALUES ('{community}', gen_random_uuid(), '{offer}', '{slot}', '{resident}', '{}', 'held', 0, \
             now(), now() + interval '1 day')",
            linli_tests::stage::card(u32::try_from(contender).unwrap())
        )
    };
    unlocked(&app, "SELECT count(*) < 1 AS allowed FROM vouchers", write).await.caught_by_nothing();
}

#[tokio::test]
async fn a_slot_that_is_cancelled_while_people_take_seats_keeps_nobody() {
    let app = TestApp::start().await;
    let offer = class(&app, json!({"price_points": 5})).await;
    let slot = slot(&app, offer, (24, 20)).await;
    let cancel = format!("/slots/{slot}/cancel");
    let contenders = (0..CONTENDERS).map(|number| -> BoxFuture<'_, Answer> {
        if number == 3 {
            app.a.manager.post(&cancel, json!({"reason": "老师生病"})).boxed()
        } else {
            take(&app, offer, (slot, [44, 47, 48, 49][number % 4])).boxed()
        }
    });
    for answer in race(&app, &row("offers", offer), contenders).await {
        if answer.status >= 300 {
            assert!(
                ["slot-cancelled", "clash"].contains(&answer.json["kind"].as_str().unwrap()),
                "{}",
                answer.text
            );
        }
    }
    for resident in [44, 47, 48, 49] {
        assert_eq!(app.wallet(resident).await, (100, 0));
    }
    assert_eq!(app.drift(&app.a).await, []);
}

#[tokio::test]
async fn no_slot_is_planned_in_days_that_a_draft_loses_at_the_same_time() {
    let app = TestApp::start().await;
    let offer = draft_offer(&app, of_class(&json!({}))).await;
    let (path, starts_at) = (format!("/offers/{offer}"), ahead(&app, 48));
    let (shorter, slots) = (json!({"valid_to": ahead(&app, 24)}), format!("{path}/slots"));
    let body = json!({"starts_at": starts_at, "ends_at": starts_at + Duration::hours(2), "seats": 5});
    let contenders = (0..CONTENDERS).map(async |number| match number % 2 {
        0 => app.a.manager.patch(&path, shorter.clone()).await,
        _ => app.a.manager.post(&slots, body.clone()).await,
    });
    let answers = race(&app, &row("offers", offer), contenders).await;
    let (shortened, planned): (Vec<_>, Vec<_>) =
        answers.into_iter().enumerate().partition(|(number, _)| number % 2 == 0);
    let done = |of: Vec<(usize, Answer)>| of.iter().filter(|(_, answer)| answer.status < 300).count();
    assert!(matches!((done(shortened), done(planned)), (0, 1..) | (1.., 0)), "one kind went through");
}

#[tokio::test]
async fn without_the_lock_it_would_be() {
    let app = TestApp::start().await;
    let offer = draft_offer(&app, of_class(&json!({}))).await;
    let read = format!("SELECT valid_to > now() AS allowed FROM offers WHERE id = '{offer}'");
    let write = |number: usize| {
        match number {
        0 => format!("UPDATE offers SET valid_to = valid_from + interval '1 second' WHERE id = '{offer}'"),
        _ => format!(
            "INSERT INTO slots (community_id, id, offer_id, starts_at, ends_at, seats, taken, state, created_at)
             SELECT community_id, gen_random_uuid(), id, now(), now() + interval '1 hour', 5, 0, 'open', now() FROM offers
             WHERE id = '{offer}'"
        ),
    }
    };
    unlocked(&app, &read, write).await.caught_by_nothing();
}
