//! `POST` and `GET /rewards/{id}/slots`, and changing and cancelling the slots of services.

use chrono::Duration;
use linli_tests::{TestApp, id_of};
use serde_json::json;
use uuid::Uuid;

use super::{ahead, slot_of_service};
use crate::orders::{book, step};
use crate::rewards::{reward, service};

fn path(service: Uuid) -> String {
    format!("/rewards/{service}/slots")
}

#[tokio::test]
async fn a_monthly_service_is_planned_in_one_go_and_residents_see_when_and_how_many_seats_are_free() {
    let app = TestApp::start().await;
    let haircut = service(&app, "义剪", 5).await;
    let starts_at = ahead(&app, 24);
    let repeat = json!({"every": "month", "times": 2});
    let body = json!({"starts_at": starts_at, "ends_at": starts_at + Duration::hours(2), "seats": 9, "repeat": repeat});
    let answer = app.a.staff.post(&path(haircut), body).await;
    assert_eq!(answer.header("location"), Some(format!("/api/v1/rewards/{haircut}/slots").as_str()));
    let planned = answer.created()["items"].as_array().unwrap().clone();
    let begin: Vec<_> = planned.iter().map(|slot| &slot["starts_at"].as_str().unwrap()[..10]).collect();
    assert_eq!(begin, ["2026-11-26", "2026-12-26", "2027-01-26"]);
    assert_eq!(
        (&planned[0]["reward_id"], &planned[0]["offer_id"], &planned[0]["seats_left"]),
        (&json!(haircut), &json!(null), &json!(9))
    );
    book(&app, haircut, (id_of(&planned[0]), 47)).await.created();
    let shown = app.a.resident.get(&path(haircut)).await.items();
    assert_eq!(shown.iter().map(|slot| &slot["seats_left"]).collect::<Vec<_>>(), [8, 9, 9]);
}

#[tokio::test]
async fn services_have_slots_and_goods_have_none() {
    let app = TestApp::start().await;
    let body = json!({"starts_at": ahead(&app, 24), "ends_at": ahead(&app, 26), "seats": 20});
    let goods = path(reward(&app, "彩笔", 10, 5).await);
    let problem = app.a.staff.post(&goods, body.clone()).await.refused(409, "reward-is-goods");
    assert_eq!(problem["detail"], "「彩笔」是物品，不分场次");
    assert!(app.a.resident.get(&goods).await.items().is_empty());
    let haircut = path(service(&app, "义剪", 5).await);
    for (field, value) in [("seats", json!(0)), ("ends_at", body["starts_at"].clone()), ("room", json!(1))] {
        let mut faulty = body.clone();
        faulty[field] = value;
        app.a.staff.post(&haircut, faulty).await.faulty(field);
    }
    let past = json!({"starts_at": ahead(&app, -1), "ends_at": ahead(&app, 1), "seats": 1});
    app.a.staff.post(&haircut, past).await.faulty("starts_at");
    app.a.resident.get(&format!("{haircut}?ends_after=x")).await.faulty("ends_after");
}

#[tokio::test]
async fn the_desk_plans_them_and_what_is_off_the_shelf_is_hidden_from_all_others() {
    let app = TestApp::start().await;
    let haircut = service(&app, "义剪", 5).await;
    let slot = slot_of_service(&app, haircut, (24, 5)).await;
    let body = json!({"starts_at": ahead(&app, 24), "ends_at": ahead(&app, 26), "seats": 20});
    app.a.manager.post(&path(haircut), body.clone()).await.refused(403, "forbidden");
    app.b.staff.post(&path(haircut), body).await.refused(404, "not-found");
    let own = format!("/slots/{slot}");
    app.a.manager.patch(&own, json!({"seats": 3})).await.refused(403, "forbidden");
    app.b.staff.patch(&own, json!({"seats": 3})).await.refused(404, "not-found");
    let cancel = format!("{own}/cancel");
    app.a.manager.post(&cancel, json!({"reason": "停电"})).await.refused(403, "forbidden");
    app.a.staff.patch(&format!("/rewards/{haircut}"), json!({"state": "off_shelf"})).await.ok();
    app.a.resident.get(&path(haircut)).await.refused(404, "not-found");
    app.a.manager.patch(&own, json!({"seats": 3})).await.refused(404, "not-found");
    assert_eq!(app.a.staff.patch(&own, json!({"seats": 3})).await.ok()["seats_left"], 3);
    assert_eq!(app.a.staff.get(&path(haircut)).await.items().len(), 1);
}

#[tokio::test]
async fn its_seats_and_its_time_change_as_those_of_an_offer_do() {
    let app = TestApp::start().await;
    let haircut = service(&app, "义剪", 5).await;
    let slot = slot_of_service(&app, haircut, (24, 1)).await;
    let own = format!("/slots/{slot}");
    let later = json!({"starts_at": ahead(&app, 30), "ends_at": ahead(&app, 31), "seats": 2});
    app.a.staff.patch(&own, later).await.ok();
    for resident in [47, 49] {
        book(&app, haircut, (slot, resident)).await.created();
    }
    app.a.staff.patch(&own, json!({"starts_at": ahead(&app, 29)})).await.refused(409, "slot-taken");
    app.a.staff.patch(&own, json!({"seats": 1})).await.refused(409, "seats-below-taken");
}

#[tokio::test]
async fn a_cancelled_slot_gives_points_back_and_tells_why_but_not_to_who_was_served() {
    let app = TestApp::start().await;
    let haircut = service(&app, "义剪", 5).await;
    let (gone, stays) =
        (slot_of_service(&app, haircut, (24, 5)).await, slot_of_service(&app, haircut, (48, 5)).await);
    let order = id_of(&book(&app, haircut, (gone, 47)).await.created());
    let served = id_of(&book(&app, haircut, (gone, 49)).await.created());
    let other = id_of(&book(&app, haircut, (stays, 47)).await.created());
    app.clock.put_forward(Duration::hours(25));
    step(&app, served, "pick-up").await.ok();
    let cancel = format!("/slots/{gone}/cancel");
    let cancelled = app.a.staff.post(&cancel, json!({"reason": "师傅生病"})).await.ok();
    assert_eq!((&cancelled["state"], &cancelled["seats_left"]), (&json!("cancelled"), &json!(4)));
    let state = async |of| app.a.staff.get(&format!("/orders/{of}")).await.ok()["state"].clone();
    let states = [state(order).await, state(served).await, state(other).await];
    assert_eq!(states, ["cancelled", "picked_up", "held"]);
    assert_eq!((app.wallet(47).await, app.wallet(49).await), ((100, 5), (95, 0)));
    let notices = app.a.resident.get("/notices").await.items();
    assert_eq!(notices[0]["text"], "您预约的 2026-11-26「义剪」已取消（师傅生病），5 积分已退回");
    book(&app, haircut, (gone, 48)).await.refused(409, "slot-cancelled");
    let log = app.a.staff.get(&format!("/audit-entries?subject_id={order}")).await.items();
    assert_eq!(log[0]["after"], json!({"state": "cancelled", "reason": "师傅生病"}));
    assert_eq!(app.drift(&app.a).await, []);
}
