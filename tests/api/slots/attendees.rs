//! `GET /slots/{id}/attendees` and `GET /slots/{id}`.

use chrono::Duration;
use linli_api::jobs::expire_vouchers;
use linli_tests::{TestApp, id_of};
use serde_json::{Value, json};

use super::{class, slot, slot_of_service, take};
use crate::confirmations::confirm;
use crate::offers::draft_offer;
use crate::orders::{book, step};
use crate::rewards::service;

fn states(items: &[Value]) -> Vec<&str> {
    items.iter().map(|one| one["state"].as_str().unwrap()).collect()
}

#[tokio::test]
async fn who_has_a_seat_is_shown_as_they_took_it_and_whether_they_came() {
    let app = TestApp::start().await;
    let offer = class(&app, json!({})).await;
    let slot = slot(&app, offer, (24, 5)).await;
    let came = take(&app, offer, (slot, 47)).await.created();
    take(&app, offer, (slot, 49)).await.created();
    let gone = take(&app, offer, (slot, 48)).await.created();
    app.a.staff.post(&format!("/vouchers/{}/cancel", id_of(&gone)), json!({})).await.ok();
    let path = format!("/slots/{slot}/attendees");
    let before = app.a.staff.get(&path).await.items();
    assert_eq!(states(&before), ["booked", "booked"]);
    assert_eq!(
        (&before[0]["resident_name"], &before[0]["resident_id"], &before[0]["voucher_id"]),
        (&json!("王小明"), &json!(app.a.id(47)), &came["id"])
    );
    app.clock.put_forward(Duration::hours(24));
    confirm(&app, &came, 0).await.created();
    app.clock.put_forward(Duration::hours(3));
    expire_vouchers(&app.app).await;
    assert_eq!(states(&app.a.staff.get(&path).await.items()), ["came", "missed"]);
}

#[tokio::test]
async fn the_partner_s_people_see_family_names_and_ends_of_codes_and_nobody_else_sees_anything() {
    let app = TestApp::start().await;
    let offer = class(&app, json!({})).await;
    let slot = slot(&app, offer, (24, 5)).await;
    let voucher = take(&app, offer, (slot, 47)).await.created();
    let code = voucher["code"].as_str().unwrap();
    let path = format!("/slots/{slot}/attendees");
    for actor in [&app.a.manager, &app.a.cashier] {
        let items = actor.get(&path).await.items();
        let masked = format!("****{}", &code[4..]);
        assert_eq!((&items[0]["resident_name"], &items[0]["code"]), (&json!("王**"), &json!(masked)));
        assert_eq!(items[0]["resident_id"], json!(null));
    }
    for actor in [&app.a.resident, &app.a.social_worker, &app.a.leader] {
        actor.get(&path).await.refused(403, "forbidden");
    }
    app.b.staff.get(&path).await.refused(404, "not-found");
    // Of another partner's offer its people see that it takes place, and not who comes.
    let elsewhere = class(&app, json!({"partner_id": app.a.id(73)})).await;
    let starts_at = app.clock.now() + Duration::hours(48);
    let body = json!({"starts_at": starts_at, "ends_at": starts_at + Duration::hours(1), "seats": 2});
    let planned = app.a.staff.post(&format!("/offers/{elsewhere}/slots"), body).await.created();
    let other = format!("/slots/{}/attendees", id_of(&planned["items"][0]));
    for actor in [&app.a.manager, &app.a.cashier] {
        actor.get(&other).await.refused(403, "forbidden");
    }
    app.a.staff.get(&other).await.ok();
}

#[tokio::test]
async fn a_cashier_receives_people_in_the_stores_in_which_the_offer_is_used_also_once_it_is_closed() {
    let app = TestApp::start().await;
    let second = json!({"name": "二店", "address": "花山路2号"});
    let second = app.a.staff.post(&format!("/partners/{}/stores", app.a.id(71)), second).await.created();
    let only_there = class(&app, json!({"stores": [second["id"]]})).await;
    let there = slot(&app, only_there, (24, 5)).await;
    app.a.cashier.get(&format!("/slots/{there}/attendees")).await.refused(403, "forbidden");
    app.a.manager.get(&format!("/slots/{there}/attendees")).await.ok();
    let offer = class(&app, json!({})).await;
    let here = slot(&app, offer, (48, 5)).await;
    app.a.staff.post(&format!("/offers/{offer}/close"), json!({})).await.ok();
    app.a.cashier.get(&format!("/slots/{here}/attendees")).await.ok();
    assert_eq!(id_of(&app.a.cashier.get(&format!("/slots/{here}")).await.ok()), here);
    app.a.resident.get(&format!("/slots/{here}")).await.refused(404, "not-found");
}

#[tokio::test]
async fn those_who_ordered_a_service_are_the_desk_s_to_receive() {
    let app = TestApp::start().await;
    let haircut = service(&app, "义剪", 5).await;
    let slot = slot_of_service(&app, haircut, (24, 5)).await;
    let orders =
        [book(&app, haircut, (slot, 47)).await.created(), book(&app, haircut, (slot, 49)).await.created()];
    let cancelled = book(&app, haircut, (slot, 48)).await.created();
    step(&app, id_of(&cancelled), "cancel").await.ok();
    app.clock.put_forward(Duration::hours(24));
    step(&app, id_of(&orders[0]), "pick-up").await.ok();
    let path = format!("/slots/{slot}/attendees");
    let items = app.a.staff.get(&path).await.items();
    assert_eq!(states(&items), ["came", "booked"]);
    assert_eq!((&items[1]["order_id"], &items[1]["voucher_id"]), (&orders[1]["id"], &json!(null)));
    for actor in [&app.a.manager, &app.a.cashier] {
        actor.get(&path).await.refused(403, "forbidden");
    }
}

#[tokio::test]
async fn the_list_is_paged_by_key() {
    let app = TestApp::start().await;
    let offer = class(&app, json!({})).await;
    let slot = slot(&app, offer, (24, 5)).await;
    for resident in [47, 48, 49] {
        take(&app, offer, (slot, resident)).await.created();
    }
    let path = format!("/slots/{slot}/attendees?limit=2");
    let page = app.a.manager.get(&path).await.ok();
    let cursor = page["next_cursor"].as_str().unwrap();
    let rest = app.a.manager.get(&format!("{path}&cursor={cursor}")).await.ok();
    assert_eq!((page["items"].as_array().unwrap().len(), &rest["next_cursor"]), (2, &json!(null)));
    assert_eq!(rest["items"][0]["resident_name"], "赵**");
}

#[tokio::test]
async fn a_slot_is_found_by_who_sees_what_takes_place() {
    let app = TestApp::start().await;
    let draft =
        draft_offer(&app, json!({"slot_early_minutes": 30, "terms": {"kind": "free_item", "item": "课"}}))
            .await;
    let planned = slot(&app, draft, (24, 5)).await;
    let path = format!("/slots/{planned}");
    app.a.resident.get(&path).await.refused(404, "not-found");
    app.b.staff.get(&path).await.refused(404, "not-found");
    assert_eq!(app.a.manager.get(&path).await.ok()["seats_left"], 5);
    app.a.staff.post(&format!("/offers/{draft}/open"), json!({})).await.ok();
    assert_eq!(app.a.resident.get(&path).await.ok()["offer_id"], json!(draft));
}
