//! `POST /vouchers/{id}/deactivate` and `POST /offers/{id}/deactivate-vouchers`.

use linli_tests::race::{CONTENDERS, one_wins, race, row};
use linli_tests::{TestApp, id_of};
use serde_json::json;
use uuid::Uuid;

use super::{run_sql, taken};
use crate::confirmations::confirm;
use crate::offers::open_offer;

#[tokio::test]
async fn points_and_place_come_back_and_the_resident_is_told_why() {
    let app = TestApp::start().await;
    let offer = open_offer(&app, json!({"quota": 1})).await;
    let voucher = taken(&app, offer).await;
    let path = format!("/vouchers/{}/deactivate", id_of(&voucher));
    let after = app.a.manager.post(&path, json!({"reason": "门店停业"})).await.ok();
    assert_eq!((&after["state"], &after["deactivation_reason"]), (&json!("deactivated"), &json!("门店停业")));
    assert_eq!(app.wallet(47).await, (100, 0));
    assert_eq!(app.a.staff.get(&format!("/offers/{offer}")).await.ok()["quota_left"], 1);
    let notices = app.a.resident.get("/notices").await.items();
    assert_eq!(notices[0]["text"], "您的「满60减20」券已停用（门店停业），15 积分已退回");
    confirm(&app, &voucher, 6000).await.refused(409, "voucher-deactivated");
    app.a.staff.post(&path, json!({"reason": "门店停业"})).await.refused(409, "voucher-deactivated");
    assert_eq!(app.a.cashier.get("/failed-confirmations").await.items()[0]["reason"], "voucher-deactivated");
    assert_eq!(app.drift(&app.a).await, []);
}

#[tokio::test]
async fn what_was_used_is_not_put_out_of_use() {
    let app = TestApp::start().await;
    let card = taken(&app, open_offer(&app, json!({"uses": 2})).await).await;
    confirm(&app, &card, 6000).await.created();
    let path = format!("/vouchers/{}/deactivate", id_of(&card));
    let refused = app.a.staff.post(&path, json!({"reason": "门店停业"})).await.refused(409, "voucher-in-use");
    assert_eq!(refused["figures"], json!({"used": 1, "uses": 2}));
    app.a.staff.post(&path, json!({"reason": ""})).await.faulty("reason");
}

#[tokio::test]
async fn a_manager_does_so_with_its_own_partners_vouchers_only() {
    let app = TestApp::start().await;
    let other = open_offer(&app, json!({"partner_id": app.a.id(73)})).await;
    let voucher = taken(&app, other).await;
    let reason = json!({"reason": "门店停业"});
    for path in
        [format!("/vouchers/{}/deactivate", id_of(&voucher)), format!("/offers/{other}/deactivate-vouchers")]
    {
        app.a.manager.post(&path, reason.clone()).await.refused(403, "forbidden");
        app.b.staff.post(&path, reason.clone()).await.refused(404, "not-found");
        app.a.cashier.post(&path, reason.clone()).await.refused(403, "forbidden");
    }
}

#[tokio::test]
async fn all_of_an_offer_that_nobody_has_used_go_at_once() {
    let app = TestApp::start().await;
    let offer = open_offer(&app, json!({"price_points": 2, "quota": 9})).await;
    let (used, other) = (taken(&app, offer).await, taken(&app, open_offer(&app, json!({})).await).await);
    confirm(&app, &used, 6000).await.created();
    for _ in 0..4 {
        taken(&app, offer).await;
    }
    let path = format!("/offers/{offer}/deactivate-vouchers");
    let done = app.a.manager.post(&path, json!({"reason": "门店停业"})).await.ok();
    assert_eq!(done, json!({"deactivated": 4, "left": 0}));
    assert_eq!(app.wallet(47).await, (98, 15));
    assert_eq!(app.a.staff.get(&format!("/offers/{offer}")).await.ok()["quota_left"], 8);
    assert_eq!(app.a.resident.get(&format!("/vouchers/{}", id_of(&other))).await.ok()["state"], "held");
    assert_eq!(app.a.resident.get("/notices").await.items().len(), 4);
    let again = app.a.manager.post(&path, json!({"reason": "门店停业"})).await.ok();
    assert_eq!(again, json!({"deactivated": 0, "left": 0}));
    assert_eq!(app.drift(&app.a).await, []);
}

#[tokio::test]
async fn a_voucher_is_put_out_of_use_once_when_eight_come_at_once() {
    let app = TestApp::start().await;
    let voucher = id_of(&taken(&app, open_offer(&app, json!({"quota": 3})).await).await);
    let path = format!("/vouchers/{voucher}/deactivate");
    let contenders = (0..CONTENDERS).map(|_| app.a.staff.post(&path, json!({"reason": "门店停业"})));
    one_wins(race(&app, &row("vouchers", voucher), contenders).await, "voucher-deactivated");
    assert_eq!(app.wallet(47).await, (100, 0));
    assert_eq!(app.drift(&app.a).await, []);
}

/// So many free vouchers of an offer, held by resident 47.
async fn held(app: &TestApp, offer: Uuid, many: u32) {
    let (community, resident) = (app.a.id(1), app.a.id(47));
    let row = |number| {
        let code = linli_tests::stage::card(1_000 + number);
        format!(
            "('{community}', gen_random_uuid(), '{offer}', '{resident}', '{code}', 'held', 0, now(), '2098-01-01')"
        )
    };
    let rows: Vec<String> = (0..many).map(row).collect();
    let columns = "community_id, id, offer_id, resident_id, code, state, price_points, taken_at, expires_at";
    run_sql(app, &format!("INSERT INTO vouchers ({columns}) VALUES {}", rows.join(","))).await;
    run_sql(app, &format!("UPDATE offers SET taken = {many} WHERE id = '{offer}'")).await;
}

#[tokio::test]
async fn five_hundred_go_at_a_time_and_two_who_do_it_at_once_share_the_work() {
    let app = TestApp::start().await;
    let offer = open_offer(&app, json!({"price_points": 0})).await;
    held(&app, offer, 505).await;
    let path = format!("/offers/{offer}/deactivate-vouchers");
    let send = || app.a.manager.post(&path, json!({"reason": "门店停业"}));
    let (one, other) = futures::future::join(send(), send()).await;
    let counts = [one.ok(), other.ok()].map(|done| done["deactivated"].as_i64().unwrap());
    assert_eq!(counts.iter().sum::<i64>(), 505, "{counts:?}");
    assert_eq!(send().await.ok(), json!({"deactivated": 0, "left": 0}));
    assert_eq!(app.database.number("SELECT count(*) FROM notices").await, 505);
    assert_eq!(app.drift(&app.a).await, []);
}
