//! Races for vouchers, each with its negative control.

use futures::future::join_all;
use linli_tests::{TestApp, id_of};
use serde_json::json;

use super::{taken, unlocked, wallet, winners};
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
    let answers = join_all([44, 47, 48, 49, 44, 47, 48, 49, 44].map(take)).await;
    assert_eq!(winners(answers, 201, "quota-used-up"), 5);
    assert_eq!(app.a.staff.get(&format!("/offers/{offer}")).await.ok()["quota_left"], 0);
    assert_eq!(app.drift(&app.a).await, []);
}

#[tokio::test]
async fn without_the_lock_more_than_the_quota_decide_to_take_and_the_check_stops_them() {
    let app = TestApp::start().await;
    let offer = open_offer(&app, json!({"quota": 5})).await;
    let contender = (
        format!("SELECT quota - taken > 0 AS yes FROM offers WHERE id = '{offer}'"),
        format!("UPDATE offers SET taken = taken + 1 WHERE id = '{offer}' RETURNING true AS yes"),
    );
    let (decided, came_through) = unlocked(&app, &vec![contender; 9]).await;
    assert_eq!((decided, came_through), (9, 5));
}

#[tokio::test]
async fn the_limit_of_one_person_holds_when_eight_requests_come_at_once() {
    let app = TestApp::start().await;
    let offer = open_offer(&app, json!({"per_person_limit": 1})).await;
    let path = format!("/offers/{offer}/vouchers");
    let answers = join_all((0..8).map(|_| app.a.resident.post(&path, json!({})))).await;
    assert_eq!(winners(answers, 201, "person-limit-reached"), 1);
    assert_eq!(wallet(&app, 47).await, (100, 15));
    assert_eq!(app.drift(&app.a).await, []);
}

#[tokio::test]
async fn points_are_held_once_however_many_offers_are_taken_at_once() {
    let app = TestApp::start().await;
    let mut paths = Vec::new();
    for _ in 0..8 {
        let offer = open_offer(&app, json!({"price_points": 40})).await;
        paths.push(format!("/offers/{offer}/vouchers"));
    }
    let answers = join_all(paths.iter().map(|path| app.a.resident.post(path, json!({})))).await;
    assert_eq!(winners(answers, 201, "not-enough-points"), 2);
    assert_eq!(wallet(&app, 47).await, (100, 80));
    assert_eq!(app.drift(&app.a).await, []);
}

#[tokio::test]
async fn a_voucher_is_given_back_once_when_eight_requests_come_at_once() {
    let app = TestApp::start().await;
    let voucher = taken(&app, open_offer(&app, json!({"quota": 3})).await).await;
    let path = format!("/vouchers/{}/cancel", id_of(&voucher));
    let answers = join_all((0..8).map(|_| app.a.resident.post(&path, json!({})))).await;
    assert_eq!(winners(answers, 200, "voucher-released"), 1);
    assert_eq!(wallet(&app, 47).await, (100, 0));
    assert_eq!(app.drift(&app.a).await, []);
}

#[tokio::test]
async fn without_the_lock_all_eight_decide_to_give_it_back_and_the_check_stops_them() {
    let app = TestApp::start().await;
    let offer = open_offer(&app, json!({"quota": 3})).await;
    let voucher = id_of(&taken(&app, offer).await);
    let contender = (
        format!("SELECT state = 'held' AS yes FROM vouchers WHERE id = '{voucher}'"),
        format!("UPDATE offers SET taken = taken - 1 WHERE id = '{offer}' RETURNING true AS yes"),
    );
    assert_eq!(unlocked(&app, &vec![contender; 8]).await, (8, 1));
}
