//! Vouchers that end with their time.

use chrono::Duration;
use futures::future::join_all;
use linli_api::jobs::expire_vouchers;
use linli_domain::codes::Code;
use linli_tests::race::{CONTENDERS, overtaken, rows, unlocked};
use linli_tests::{TestApp, id_of};
use serde_json::{Value, json};
use uuid::Uuid;

use super::{run_sql, taken, wallet};
use crate::confirmations::confirm;
use crate::offers::open_offer;

/// Eight vouchers of two offers, whose time is over.
async fn eight_that_are_over(app: &TestApp) -> (Vec<Value>, [Uuid; 2]) {
    let limited = json!({"quota": 4, "price_points": 3});
    let offers = [open_offer(app, limited.clone()).await, open_offer(app, limited).await];
    let mut vouchers = Vec::new();
    for place in 0..8 {
        vouchers.push(taken(app, offers[place % 2]).await);
    }
    app.clock.put_forward(Duration::days(7));
    (vouchers, offers)
}

/// Each of the vouchers has expired once: its points and its place are back, and the log says so in one line.
async fn assert_each_expired_once(app: &TestApp, vouchers: &[Value], offers: &[Uuid]) {
    for voucher in vouchers {
        let id = id_of(voucher);
        let now = app.a.resident.get(&format!("/vouchers/{id}")).await.ok();
        assert_eq!((&now["state"], now["closed_at"].is_string()), (&json!("expired"), true));
        let log = app.a.staff.get(&format!("/audit-entries?subject_id={id}")).await.items();
        let of_job: Vec<_> = log.iter().filter(|line| line["action"] == "voucher.expire").collect();
        assert_eq!((of_job.len(), &of_job[0]["actor_id"]), (1, &json!(null)));
        assert_eq!(
            (&of_job[0]["before"], &of_job[0]["after"]),
            (&json!({"state": "held"}), &json!({"state": "expired"}))
        );
    }
    assert_eq!(wallet(app, 47).await, (100, 0));
    for offer in offers {
        assert_eq!(app.a.staff.get(&format!("/offers/{offer}")).await.ok()["quota_left"], 4);
    }
    assert_eq!(app.drift(&app.a).await, []);
}

#[tokio::test]
async fn points_and_places_come_back_by_themselves_when_the_time_is_over() {
    let app = TestApp::start().await;
    let (vouchers, offers) = eight_that_are_over(&app).await;
    assert_eq!((expire_vouchers(&app.app).await, expire_vouchers(&app.app).await), (8, 0));
    assert_each_expired_once(&app, &vouchers, &offers).await;
    confirm(&app, &vouchers[0], 6000).await.refused(409, "voucher-expired");
}

#[tokio::test]
async fn each_expires_once_when_eight_processes_come_at_once() {
    let app = TestApp::start().await;
    let (vouchers, offers) = eight_that_are_over(&app).await;
    let others = join_all((1..CONTENDERS).map(|_| expire_vouchers(&app.app)));
    let (first, rest) = overtaken(&app, &rows("offers", &offers), [expire_vouchers(&app.app)], others).await;
    assert_eq!((first, rest.iter().sum::<usize>()), (vec![8], 0), "who holds them ends them");
    assert_each_expired_once(&app, &vouchers, &offers).await;
}

#[tokio::test]
async fn without_the_lock_a_place_would_be_given_back_by_each() {
    let app = TestApp::start().await;
    let (vouchers, offers) = eight_that_are_over(&app).await;
    let (id, offer) = (id_of(&vouchers[0]), offers[0]);
    let read = format!("SELECT state = 'held' AS allowed FROM vouchers WHERE id = '{id}'");
    let write = format!(
        "UPDATE vouchers SET state = 'expired', closed_at = now() WHERE id = '{id}'; UPDATE offers SET taken = taken - 1 WHERE id = '{offer}'"
    );
    unlocked(&app, &read, |_| write.clone()).await.caught_by("offers_quota_check", 4);
}

#[tokio::test]
async fn what_is_being_given_back_is_left_to_whoever_does() {
    let app = TestApp::start().await;
    let (vouchers, offers) = eight_that_are_over(&app).await;
    let cancel = vouchers.iter().map(async |voucher| {
        app.a.resident.post(&format!("/vouchers/{}/cancel", id_of(voucher)), json!({})).await.status
    });
    let (answers, at_once) =
        overtaken(&app, &rows("offers", &offers), cancel, expire_vouchers(&app.app)).await;
    assert_eq!((answers, at_once), (vec![200; 8], 0));
    assert_eq!((expire_vouchers(&app.app).await, wallet(&app, 47).await), (0, (100, 0)));
    assert_eq!(app.drift(&app.a).await, []);
}

#[tokio::test]
async fn what_breaks_off_half_way_leaves_nothing_and_the_next_run_does_it() {
    let app = TestApp::start().await;
    let (vouchers, offers) = eight_that_are_over(&app).await;
    // The lines of the log are what comes last.
    let refuse = "ALTER TABLE audit_entries ADD CONSTRAINT broken CHECK (action <> 'voucher.expire')";
    run_sql(&app, refuse).await;
    assert_eq!((expire_vouchers(&app.app).await, wallet(&app, 47).await), (0, (100, 24)));
    assert_eq!(app.drift(&app.a).await, []);
    run_sql(&app, "ALTER TABLE audit_entries DROP CONSTRAINT broken").await;
    assert_eq!(expire_vouchers(&app.app).await, 8);
    assert_each_expired_once(&app, &vouchers, &offers).await;
}

#[tokio::test]
async fn a_voucher_that_cannot_be_ended_does_not_hinder_the_others() {
    let app = TestApp::start().await;
    let (vouchers, offers) = eight_that_are_over(&app).await;
    // The line of this one comes last.
    let broken = id_of(&vouchers[4]);
    let refuse =
        format!("ALTER TABLE audit_entries ADD CONSTRAINT broken CHECK (subject_id <> '{broken}') NOT VALID");
    run_sql(&app, &refuse).await;
    assert_eq!((expire_vouchers(&app.app).await, wallet(&app, 47).await), (0, (100, 3)));
    assert_eq!(app.drift(&app.a).await, []);
    run_sql(&app, "ALTER TABLE audit_entries DROP CONSTRAINT broken").await;
    assert_eq!(expire_vouchers(&app.app).await, 1);
    assert_each_expired_once(&app, &vouchers, &offers).await;
}

#[tokio::test]
async fn a_hundred_that_cannot_be_ended_hinder_nothing_that_is_younger() {
    let app = TestApp::start().await;
    let free = json!({"terms": {"kind": "free_item", "item": "咖啡"}, "price_points": 0});
    let offer = open_offer(&app, free).await;
    // The oldest are those that cannot be ended.
    let codes: Vec<String> = (0..150).map(|number| format!("'{}'", Code::from_random(number))).collect();
    let many = format!(
        "INSERT INTO vouchers SELECT '{community}', gen_random_uuid(), '{offer}', '{resident}', code, 'held', 0, \
         now(), now() - CASE WHEN place <= 110 THEN interval '1 hour' ELSE interval '1 minute' END, NULL \
         FROM unnest(ARRAY[{codes}]) WITH ORDINALITY AS x (code, place); \
         UPDATE offers SET taken = 150 WHERE id = '{offer}'; \
         ALTER TABLE vouchers ADD CONSTRAINT broken \
         CHECK (state <> 'expired' OR expires_at > now() - interval '30 minutes') NOT VALID",
        community = app.a.id(1),
        resident = app.a.id(47),
        codes = codes.join(", ")
    );
    run_sql(&app, &many).await;
    assert_eq!(expire_vouchers(&app.app).await, 0, "the run says that it failed");
    let ended = "SELECT count(*) FROM vouchers WHERE state = 'expired'";
    assert_eq!(app.database.number(ended).await, 40);
    run_sql(&app, "ALTER TABLE vouchers DROP CONSTRAINT broken").await;
    assert_eq!(expire_vouchers(&app.app).await, 110);
    assert_eq!(app.drift(&app.a).await, []);
}

#[tokio::test]
async fn what_is_still_good_or_closed_stays_as_it_is() {
    let app = TestApp::start().await;
    let offer = open_offer(&app, json!({"price_points": 3})).await;
    let (used, back) = (taken(&app, offer).await, taken(&app, offer).await);
    confirm(&app, &used, 6000).await.created();
    app.a.resident.post(&format!("/vouchers/{}/cancel", id_of(&back)), json!({})).await.ok();
    app.clock.put_forward(Duration::days(6));
    let good = taken(&app, offer).await;
    app.clock.put_forward(Duration::days(2));
    assert_eq!(expire_vouchers(&app.app).await, 0);
    for (voucher, state) in [(used, "confirmed"), (back, "released"), (good, "held")] {
        let now = app.a.resident.get(&format!("/vouchers/{}", id_of(&voucher))).await.ok();
        assert_eq!(now["state"], state);
    }
    assert_eq!(wallet(&app, 47).await, (97, 3));
}

#[tokio::test]
async fn more_than_a_batch_are_done_in_one_run_and_an_undone_one_expires_too() {
    let app = TestApp::start().await;
    let free = json!({"terms": {"kind": "free_item", "item": "咖啡"}, "price_points": 0});
    let offer = open_offer(&app, free).await;
    let codes: Vec<String> = (0..401).map(|number| format!("'{}'", Code::from_random(number))).collect();
    let many = format!(
        "INSERT INTO vouchers SELECT '{community}', gen_random_uuid(), '{offer}', '{resident}', code, 'undone', 0, \
         now(), now(), NULL FROM unnest(ARRAY[{codes}]) code; \
         UPDATE offers SET taken = 401 WHERE id = '{offer}'",
        community = app.a.id(1),
        resident = app.a.id(47),
        codes = codes.join(", ")
    );
    run_sql(&app, &many).await;
    app.clock.put_forward(Duration::minutes(1));
    assert_eq!(expire_vouchers(&app.app).await, 401);
    assert_eq!(app.a.staff.get(&format!("/offers/{offer}")).await.ok()["taken"], 0);
    assert_eq!(app.drift(&app.a).await, []);
}
