//! `PATCH /residents/{id}`.

use linli_api::jobs::expire_orders;
use linli_tests::{TestApp, id_of};
use serde_json::json;

use crate::activities::{recruiting, shift_id};
use crate::confirmations::confirm;
use crate::offers::open_offer;
use crate::orders::{book, ordered};
use crate::rewards::{reward, service, stock};
use crate::signups::sign_up;
use crate::slots::slot_of_service;
use crate::vouchers::{taken, wallet};

#[tokio::test]
async fn what_is_left_out_stays_and_the_new_name_is_found() {
    let app = TestApp::start().await;
    let path = format!("/residents/{}", app.a.id(49));
    let before = app.a.staff.get(&path).await.ok();
    let after = app.a.staff.patch(&path, json!({"name": "赵大洋"})).await.ok();
    assert_eq!(after["name"], "赵大洋");
    assert_eq!((&after["phone"], &after["card_code"]), (&before["phone"], &before["card_code"]));
    assert_eq!(app.a.staff.get("/residents?search=dy").await.items().len(), 1);
    assert_eq!(app.a.staff.get("/residents?search=dh").await.items().len(), 0);
}

#[tokio::test]
async fn a_lost_card_is_replaced_and_a_phone_taken_away() {
    let app = TestApp::start().await;
    let path = format!("/residents/{}", app.a.id(49));
    let before = app.a.staff.get(&path).await.ok();
    let after = app.a.staff.patch(&path, json!({"new_card": true, "phone": null})).await.ok();
    assert_ne!(after["card_code"], before["card_code"]);
    assert_eq!(after["phone"], json!(null));
}

#[tokio::test]
async fn a_resident_of_another_community_does_not_exist() {
    let app = TestApp::start().await;
    let path = format!("/residents/{}", app.b.id(49));
    app.a.staff.patch(&path, json!({"name": "赵大洋"})).await.refused(404, "not-found");
    app.a.staff.get(&path).await.refused(404, "not-found");
}

#[tokio::test]
async fn who_moves_out_or_dies_leaves_all_teams_and_all_shifts_to_come() {
    for state in ["moved_out", "deceased"] {
        let app = TestApp::start().await;
        let activity = recruiting(&app, json!({})).await;
        let signup = sign_up(&app.a.leader, shift_id(&activity, 0), None).await.created();
        let path = format!("/residents/{}", app.a.id(44));
        app.a.staff.patch(&path, json!({"state": state})).await.ok();
        let memberships =
            app.a.staff.get(&format!("/memberships?resident_id={}", app.a.id(44))).await.items();
        let signups = app.a.staff.get(&format!("/signups?resident_id={}", app.a.id(44))).await.items();
        assert_eq!((&memberships[0]["state"], &signups[0]["state"]), (&json!("ended"), &json!("withdrawn")));
        let shown = app.a.staff.get(&format!("/activities/{}", id_of(&activity))).await.ok();
        assert_eq!(shown["shifts"][0]["taken"], 0);
        let lines = app.a.administrator.get("/audit-entries?limit=3").await.items();
        let subject =
            |action: &str| lines.iter().find(|line| line["action"] == action).unwrap()["subject_id"].clone();
        assert_eq!(subject("signup.withdraw"), signup["id"]);
        assert_eq!(subject("membership.end"), json!(app.a.id(54)));
        assert_eq!(app.drift(&app.a).await, []);
    }
}

#[tokio::test]
async fn a_shift_that_has_begun_keeps_who_was_signed_up() {
    let app = TestApp::start().await;
    let activity = recruiting(&app, json!({})).await;
    sign_up(&app.a.leader, shift_id(&activity, 0), None).await.created();
    app.clock.put_forward(chrono::Duration::hours(1));
    app.a.staff.patch(&format!("/residents/{}", app.a.id(44)), json!({"state": "moved_out"})).await.ok();
    let signups = app.a.staff.get(&format!("/signups?resident_id={}", app.a.id(44))).await.items();
    assert_eq!(signups[0]["state"], "signed_up");
}

#[tokio::test]
async fn who_moves_out_or_dies_gives_back_vouchers_and_orders() {
    for state in ["moved_out", "deceased"] {
        let app = TestApp::start().await;
        let (offer, pens) =
            (open_offer(&app, json!({"price_points": 7})).await, reward(&app, "彩笔", 10, 5).await);
        let voucher = taken(&app, offer).await;
        let order = ordered(&app, &[(pens, 2)]).await;
        assert_eq!(wallet(&app, 47).await, (100, 27));
        app.a.staff.patch(&format!("/residents/{}", app.a.id(47)), json!({"state": state})).await.ok();
        assert_eq!((wallet(&app, 47).await, stock(&app, pens).await), ((100, 0), (5, 0, 5)));
        assert_eq!(app.a.staff.get(&format!("/offers/{offer}")).await.ok()["taken"], 0);
        let order = app.a.staff.get(&format!("/orders/{order}")).await.ok();
        let of_voucher = format!("/audit-entries?subject_id={}", id_of(&voucher));
        let line = app.a.staff.get(&of_voucher).await.items().remove(0);
        assert_eq!((&order["state"], &line["after"]["state"]), (&json!("cancelled"), &json!("released")));
        assert_eq!((&line["action"], &line["actor_id"]), (&json!("voucher.leave"), &json!(app.a.id(22))));
        assert_eq!(app.drift(&app.a).await, []);
    }
}

#[tokio::test]
async fn a_service_is_given_back_by_who_moves_out_before_its_slot_begins_and_by_its_day_after_that() {
    for (hours, left, state) in [(23, (100, 0), "cancelled"), (24, (100, 5), "held")] {
        let app = TestApp::start().await;
        let haircut = service(&app, "义剪", 5).await;
        let slot = slot_of_service(&app, haircut, (24, 2)).await;
        let order = id_of(&book(&app, haircut, (slot, 47)).await.created());
        app.clock.put_forward(chrono::Duration::hours(hours));
        app.a.staff.patch(&format!("/residents/{}", app.a.id(47)), json!({"state": "moved_out"})).await.ok();
        assert_eq!(wallet(&app, 47).await, left);
        assert_eq!(app.a.staff.get(&format!("/orders/{order}")).await.ok()["state"], state);
        app.clock.put_forward(chrono::Duration::hours(12));
        assert_eq!(expire_orders(&app.app).await, usize::from(state == "held"));
        assert_eq!(wallet(&app, 47).await, (100, 0));
        let lines = app.a.staff.get(&format!("/audit-entries?subject_id={order}")).await.items();
        let action = if state == "held" { "order.expire" } else { "order.leave" };
        assert_eq!(lines[0]["action"], action);
        assert_eq!(app.drift(&app.a).await, []);
    }
}

#[tokio::test]
async fn what_is_undone_after_its_resident_moved_out_is_given_back() {
    let app = TestApp::start().await;
    let voucher = taken(&app, open_offer(&app, json!({"price_points": 7})).await).await;
    let confirmation = confirm(&app, &voucher, 6000).await.created();
    app.a.staff.patch(&format!("/residents/{}", app.a.id(47)), json!({"state": "moved_out"})).await.ok();
    let undo = format!("/confirmations/{}/undo", id_of(&confirmation));
    assert_eq!(app.a.cashier.post(&undo, json!({})).await.ok()["voucher_state"], "released");
    assert_eq!(wallet(&app, 47).await, (100, 0));
    assert_eq!(app.drift(&app.a).await, []);
}

#[tokio::test]
async fn a_voucher_that_is_in_use_stays_spent_when_its_resident_moves_out() {
    let app = TestApp::start().await;
    let offer = open_offer(&app, json!({"price_points": 7, "uses": 2})).await;
    let voucher = taken(&app, offer).await;
    confirm(&app, &voucher, 6000).await.created();
    app.a.staff.patch(&format!("/residents/{}", app.a.id(47)), json!({"state": "moved_out"})).await.ok();
    assert_eq!(wallet(&app, 47).await, (93, 0));
    confirm(&app, &voucher, 6000).await.refused(409, "resident-not-active");
    assert_eq!(app.drift(&app.a).await, []);
}

#[tokio::test]
async fn nobody_is_born_in_a_year_to_come() {
    let app = TestApp::start().await;
    let path = format!("/residents/{}", app.a.id(49));
    app.a.staff.patch(&path, json!({"birth_year": 2150})).await.faulty("birth_year");
}
