//! Services in orders: ordered for a slot, given on its day, given back, left to lapse.

use chrono::Duration;
use linli_api::jobs::expire_orders;
use linli_tests::{TestApp, id_of, stage};
use serde_json::{Value, json};
use uuid::Uuid;

use super::{book, lines, step, transfers};
use crate::rewards::{reward, service, stock};
use crate::slots::{class, slot, slot_of_service, take};

/// How many seats of the first slot of a service are free.
async fn seats_left(app: &TestApp, service: Uuid) -> Value {
    let all = format!("/rewards/{service}/slots?ends_after=2026-11-01T00:00:00Z");
    app.a.resident.get(&all).await.items()[0]["seats_left"].clone()
}

#[tokio::test]
async fn an_order_of_a_service_takes_a_seat_and_holds_its_points_until_the_day_of_the_slot_is_over() {
    let app = TestApp::start().await;
    let haircut = service(&app, "义剪", 5).await;
    let slot = slot_of_service(&app, haircut, (24, 2)).await;
    let line = json!({"reward_id": haircut, "quantity": 1, "slot_id": slot});
    let order = app.a.resident.post("/orders", json!({"lines": [line]})).await.created();
    assert_eq!((&order["kind"], &order["state"]), (&json!("service"), &json!("held")));
    assert_eq!(order["expires_at"], "2026-11-26T16:00:00Z");
    let planned = &app.a.resident.get(&format!("/rewards/{haircut}/slots")).await.items()[0];
    let times = json!({"id": slot, "starts_at": planned["starts_at"], "ends_at": planned["ends_at"]});
    assert_eq!(order["lines"][0]["slot"], times);
    assert_eq!(app.a.resident.get("/orders").await.items()[0], order);
    assert_eq!((seats_left(&app, haircut).await, stock(&app, haircut).await), (json!(1), (0, 0, 0)));
    assert_eq!(app.wallet(47).await, (100, 5));
    assert_eq!(app.drift(&app.a).await, []);
}

#[tokio::test]
async fn the_desk_orders_with_a_member_card_for_who_has_no_phone() {
    let app = TestApp::start().await;
    let haircut = service(&app, "义剪", 5).await;
    let slot = slot_of_service(&app, haircut, (24, 2)).await;
    let line = json!({"reward_id": haircut, "quantity": 1, "slot_id": slot});
    let body = json!({"lines": [line], "card_code": stage::card(48)});
    let order = app.a.staff.post("/orders", body).await.created();
    assert_eq!((&order["resident_id"], &order["on_behalf"]), (&json!(app.a.id(48)), &json!(true)));
    assert_eq!(app.wallet(48).await, (100, 5));
}

#[tokio::test]
async fn what_does_not_fit_a_service_is_named_and_leaves_no_trace() {
    let app = TestApp::start().await;
    let (haircut, pens) = (service(&app, "义剪", 5).await, reward(&app, "彩笔", 10, 5).await);
    let slot = slot_of_service(&app, haircut, (24, 2)).await;
    let elsewhere = slot_of_service(&app, service(&app, "义诊", 5).await, (48, 2)).await;
    let line = |reward: Uuid, quantity: i64, slot: Value| json!({"reward_id": reward, "quantity": quantity, "slot_id": slot});
    let cases = [
        (json!([line(haircut, 1, json!(null))]), "lines[0].slot_id"),
        (json!([line(haircut, 1, json!(elsewhere))]), "lines[0].slot_id"),
        (json!([line(haircut, 1, json!("soon"))]), "lines[0].slot_id"),
        (json!([line(pens, 1, json!(null)), line(haircut, 1, json!(Uuid::now_v7()))]), "lines[1].slot_id"),
        (json!([line(pens, 1, json!(null)), line(haircut, 1, json!(slot))]), "lines"),
        (json!([line(haircut, 2, json!(slot))]), "lines"),
    ];
    for (lines, field) in cases {
        app.a.resident.post("/orders", json!({"lines": lines})).await.faulty(field);
    }
    let goods = json!({"lines": [line(pens, 1, json!(slot))]});
    app.a.resident.post("/orders", goods).await.refused(409, "reward-is-goods");
    assert_eq!((seats_left(&app, haircut).await, app.wallet(47).await), (json!(2), (100, 0)));
    assert_eq!(app.drift(&app.a).await, []);
}

#[tokio::test]
async fn seats_limits_and_points_run_out() {
    let app = TestApp::start().await;
    let haircut = service(&app, "义剪", 60).await;
    let limited = json!({"limit_per_quarter": 1});
    app.a.staff.patch(&format!("/rewards/{haircut}"), limited).await.ok();
    let (small, large) =
        (slot_of_service(&app, haircut, (24, 1)).await, slot_of_service(&app, haircut, (48, 9)).await);
    let order = id_of(&book(&app, haircut, (small, 47)).await.created());
    book(&app, haircut, (small, 49)).await.refused(409, "slot-full");
    let limit = book(&app, haircut, (large, 47)).await.refused(409, "quarter-limit-reached");
    assert_eq!(limit["detail"], "「义剪」每人每季度限兑 1 份，本季度还可兑 0 份");
    step(&app, order, "cancel").await.ok();
    book(&app, haircut, (large, 47)).await.created();
    app.a.staff.patch(&format!("/rewards/{haircut}"), json!({"limit_per_quarter": null})).await.ok();
    book(&app, haircut, (small, 47)).await.refused(409, "not-enough-points");
    app.clock.put_forward(Duration::hours(24));
    book(&app, haircut, (small, 49)).await.refused(409, "slot-begun");
    assert_eq!(app.drift(&app.a).await, []);
}

#[tokio::test]
async fn nobody_has_two_seats_at_one_time_whether_by_voucher_or_by_order() {
    let app = TestApp::start().await;
    let (offer, haircut) = (class(&app, json!({})).await, service(&app, "义剪", 5).await);
    let (lesson, cut) = (slot(&app, offer, (24, 9)).await, slot_of_service(&app, haircut, (25, 9)).await);
    let other = slot_of_service(&app, service(&app, "义诊", 5).await, (25, 9)).await;
    let voucher = take(&app, offer, (lesson, 47)).await.created();
    let clash = book(&app, haircut, (cut, 47)).await.refused(409, "clash");
    assert_eq!(clash["figures"]["title"], "满60减20");
    app.a.staff.post(&format!("/vouchers/{}/cancel", id_of(&voucher)), json!({})).await.ok();
    book(&app, haircut, (cut, 47)).await.created();
    let clash = take(&app, offer, (lesson, 47)).await.refused(409, "clash");
    assert_eq!(clash["figures"]["title"], "义剪");
    book(&app, haircut, (cut, 47)).await.refused(409, "clash");
    book(&app, haircut, (other, 47)).await.faulty("lines[0].slot_id");
    assert_eq!(app.drift(&app.a).await, []);
}

#[tokio::test]
async fn a_service_is_given_from_its_slot_to_the_end_of_the_day_on_which_the_counter_may_be_closed() {
    let app = TestApp::start().await;
    let haircut = service(&app, "义剪", 5).await;
    let slot = slot_of_service(&app, haircut, (24, 3)).await;
    let order = id_of(&book(&app, haircut, (slot, 47)).await.created());
    let early_bird = id_of(&book(&app, haircut, (slot, 48)).await.created());
    let late = id_of(&book(&app, haircut, (slot, 49)).await.created());
    let opening_days = json!({"opening_days": {"month_days": [15], "weekdays": []}});
    app.a.administrator.patch("/community", opening_days).await.ok();
    let early = step(&app, order, "pick-up").await.refused(409, "outside-slot");
    assert_eq!(early["figures"]["closes_at"], "2026-11-26T16:00:00Z");
    app.clock.put_forward(Duration::hours(23) + Duration::minutes(29));
    step(&app, order, "pick-up").await.refused(409, "outside-slot");
    app.clock.put_forward(Duration::minutes(2));
    assert_eq!(step(&app, early_bird, "pick-up").await.ok()["state"], "picked_up");
    app.clock.put_forward(Duration::hours(11) + Duration::minutes(29));
    assert_eq!(step(&app, order, "pick-up").await.ok()["state"], "picked_up");
    assert_eq!((transfers(&app, order).await.len(), app.wallet(47).await), (1, (95, 0)));
    app.clock.put_forward(Duration::hours(1));
    step(&app, late, "pick-up").await.refused(409, "outside-slot");
    assert_eq!((seats_left(&app, haircut).await, stock(&app, haircut).await), (json!(0), (0, 0, 0)));
    assert_eq!(app.a.staff.get(&format!("/rewards/{haircut}/stock-movements")).await.items().len(), 0);
    assert_eq!(app.drift(&app.a).await, []);
}

#[tokio::test]
async fn until_the_slot_begins_a_service_is_given_back_with_points_and_seat() {
    let app = TestApp::start().await;
    let haircut = service(&app, "义剪", 5).await;
    let slot = slot_of_service(&app, haircut, (24, 2)).await;
    let (order, late) = (
        id_of(&book(&app, haircut, (slot, 47)).await.created()),
        id_of(&book(&app, haircut, (slot, 49)).await.created()),
    );
    let cancelled = app.a.resident.post(&format!("/orders/{order}/cancel"), json!({})).await.ok();
    assert_eq!((&cancelled["state"], seats_left(&app, haircut).await), (&json!("cancelled"), json!(1)));
    app.clock.put_forward(Duration::hours(24));
    step(&app, late, "cancel").await.refused(409, "slot-begun");
    assert_eq!((app.wallet(47).await, app.wallet(49).await), ((100, 0), (100, 5)));
    assert_eq!(app.drift(&app.a).await, []);
}

#[tokio::test]
async fn who_did_not_come_has_points_and_seat_given_back_when_the_day_is_over() {
    let app = TestApp::start().await;
    let haircut = service(&app, "义剪", 5).await;
    let slot = slot_of_service(&app, haircut, (24, 2)).await;
    let order = id_of(&book(&app, haircut, (slot, 47)).await.created());
    let goods = super::ordered(&app, &[(reward(&app, "彩笔", 10, 5).await, 1)]).await;
    app.clock.put_forward(Duration::hours(35));
    assert_eq!(expire_orders(&app.app).await, 0);
    app.clock.put_forward(Duration::hours(1));
    assert_eq!((expire_orders(&app.app).await, expire_orders(&app.app).await), (1, 0));
    assert_eq!(app.a.resident.get(&format!("/orders/{order}")).await.ok()["state"], "expired");
    assert_eq!(app.a.resident.get(&format!("/orders/{goods}")).await.ok()["state"], "held");
    assert_eq!((seats_left(&app, haircut).await, app.wallet(47).await), (json!(2), (100, 10)));
    assert_eq!(app.drift(&app.a).await, []);
}

#[tokio::test]
async fn a_service_is_neither_laid_ready_nor_exchanged() {
    let app = TestApp::start().await;
    let (haircut, pens) = (service(&app, "义剪", 5).await, reward(&app, "彩笔", 5, 5).await);
    let slot = slot_of_service(&app, haircut, (24, 2)).await;
    let order = id_of(&book(&app, haircut, (slot, 47)).await.created());
    step(&app, order, "ready").await.refused(409, "reward-is-service");
    let exchange = |from: Uuid, to: Uuid| json!({"reward_id": from, "with_reward_id": to});
    let path = format!("/orders/{order}/substitute");
    app.a.staff.post(&path, exchange(haircut, pens)).await.refused(409, "reward-is-service");
    let goods = app.a.resident.post("/orders", json!({"lines": lines(&[(pens, 1)])})).await.created();
    let path = format!("/orders/{}/substitute", id_of(&goods));
    app.a.staff.post(&path, exchange(pens, haircut)).await.refused(409, "reward-is-service");
    assert_eq!(app.drift(&app.a).await, []);
}

#[tokio::test]
async fn the_same_command_twice_takes_one_seat() {
    let app = TestApp::start().await;
    let haircut = service(&app, "义剪", 5).await;
    let slot = slot_of_service(&app, haircut, (24, 2)).await;
    let body = json!({"lines": [{"reward_id": haircut, "quantity": 1, "slot_id": slot}]});
    let first = app.a.resident.post_with("k", "/orders", body.clone()).await;
    let again = app.a.resident.post_with("k", "/orders", body).await;
    assert_eq!((first.status, &first.text), (again.status, &again.text));
    assert_eq!((seats_left(&app, haircut).await, app.wallet(47).await), (json!(1), (100, 5)));
}

#[tokio::test]
async fn the_tables_refuse_what_the_rules_do() {
    let app = TestApp::start().await;
    let (haircut, pens) = (service(&app, "义剪", 5).await, reward(&app, "彩笔", 10, 5).await);
    let slot = slot_of_service(&app, haircut, (24, 2)).await;
    let order = id_of(&book(&app, haircut, (slot, 47)).await.created());
    let cases = [
        (format!("UPDATE rewards SET stock = 1 WHERE id = '{haircut}'"), "rewards_service_check"),
        (format!("UPDATE rewards SET low_stock_at = 1 WHERE id = '{haircut}'"), "rewards_service_check"),
        (format!("UPDATE rewards SET kind = 'service' WHERE id = '{pens}'"), "stays what it is"),
        (format!("UPDATE slots SET reward_id = '{pens}' WHERE id = '{slot}'"), "order_lines_slot_fk"),
        (format!("UPDATE slots SET reward_id = NULL WHERE id = '{slot}'"), "slots_of_check"),
        (
            format!("UPDATE order_lines SET slot_id = NULL WHERE order_id = '{order}'"),
            "order_lines_reward_fk",
        ),
        (format!("UPDATE order_lines SET quantity = 2 WHERE order_id = '{order}'"), "order_lines_seat_check"),
    ];
    let mut connection = app.database.connect().await;
    for (statement, constraint) in cases {
        let said = diesel_async::SimpleAsyncConnection::batch_execute(&mut connection, &statement).await;
        let said = said.unwrap_err().to_string();
        assert!(said.contains(constraint), "{statement}: {said}");
    }
}
