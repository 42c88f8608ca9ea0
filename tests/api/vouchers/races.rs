//! Races for vouchers.

use linli_tests::race::{CONTENDERS, one_wins, race, row, unlocked, wallet, winners};
use linli_tests::{TestApp, id_of};
use serde_json::json;

use super::taken;
use crate::offers::open_offer;

#[tokio::test]
async fn the_last_of_a_quota_go_to_as_many_as_there_are() {
    let app = TestApp::start().await;
    let offer = open_offer(&app, json!({"quota": 5, "price_points": 2})).await;
    let path = format!("/offers/{offer}/vouchers");
    let take = |resident| {
        let body = json!({"resident_id": app.a.id(resident)});
        app.a.staff.post(&path, body)
    };
    let contenders = [44, 47, 48, 49, 44, 47, 48, 49, 44].map(take);
    let answers = race(&app, &row("offers", offer), contenders).await;
    assert_eq!(winners(answers, "quota-used-up").len(), 5);
    assert_eq!(app.a.staff.get(&format!("/offers/{offer}")).await.ok()["quota_left"], 0);
    assert_eq!(app.drift(&app.a).await, []);
}

#[tokio::test]
async fn without_the_lock_more_than_the_quota_decide_to_take_and_the_check_stops_them() {
    let app = TestApp::start().await;
    let offer = open_offer(&app, json!({"quota": 5})).await;
    let read = format!("SELECT quota - taken > 0 AS allowed FROM offers WHERE id = '{offer}'");
    let write = format!("UPDATE offers SET taken = taken + 1 WHERE id = '{offer}'");
    unlocked(&app, &read, |_| write.clone()).await.caught_by("offers_quota_check", 5);
}

#[tokio::test]
async fn the_limit_of_one_person_holds_when_eight_requests_come_at_once() {
    let app = TestApp::start().await;
    let offer = open_offer(&app, json!({"per_person_limit": 1})).await;
    let path = format!("/offers/{offer}/vouchers");
    let contenders = (0..CONTENDERS).map(|_| app.a.resident.post(&path, json!({})));
    one_wins(race(&app, &row("offers", offer), contenders).await, "person-limit-reached");
    assert_eq!(app.wallet(47).await, (100, 15));
    assert_eq!(app.drift(&app.a).await, []);
}

/// No constraint knows the limit of a person: nothing but the lock keeps it.
#[tokio::test]
async fn without_the_lock_one_person_takes_eight() {
    let app = TestApp::start().await;
    let offer = open_offer(&app, json!({"per_person_limit": 1})).await;
    let (community, resident) = (app.a.id(1), app.a.id(47));
    let read = format!("SELECT count(*) < 1 AS allowed FROM vouchers WHERE offer_id = '{offer}'");
    let write = |contender: usize| {
        format!(
            "INSERT INTO vouchers (community_id, id, offer_id, resident_id, code, state, price_points, taken_at, \
             expires_at) VALUES ('{community}', gen_random_uuid(), '{offer}', '{resident}', '{}', 'held', 0, now(), now() + interval '1 day')",
            linli_tests::stage::card(u32::try_from(contender).unwrap())
        )
    };
    unlocked(&app, &read, write).await.caught_by_nothing();
}

#[tokio::test]
async fn points_are_held_once_however_many_offers_are_taken_at_once() {
    let app = TestApp::start().await;
    let mut paths = Vec::new();
    for _ in 0..CONTENDERS {
        let offer = open_offer(&app, json!({"price_points": 40})).await;
        paths.push(format!("/offers/{offer}/vouchers"));
    }
    let contenders = paths.iter().map(|path| app.a.resident.post(path, json!({})));
    let answers = race(&app, &wallet(app.a.id(47)), contenders).await;
    assert_eq!(winners(answers, "not-enough-points").len(), 2);
    assert_eq!(app.wallet(47).await, (100, 80));
    assert_eq!(app.drift(&app.a).await, []);
}

#[tokio::test]
async fn a_voucher_is_given_back_once_when_eight_requests_come_at_once() {
    let app = TestApp::start().await;
    let voucher = id_of(&taken(&app, open_offer(&app, json!({"quota": 3})).await).await);
    let path = format!("/vouchers/{voucher}/cancel");
    let contenders = (0..CONTENDERS).map(|_| app.a.resident.post(&path, json!({})));
    one_wins(race(&app, &row("vouchers", voucher), contenders).await, "voucher-released");
    assert_eq!(app.wallet(47).await, (100, 0));
    assert_eq!(app.drift(&app.a).await, []);
}
