//! `GET /confirmations`.

use chrono::Duration;
use linli_tests::{TestApp, id_of};
use serde_json::json;

use super::confirm;
use crate::offers::open_offer;
use crate::vouchers::taken;

#[tokio::test]
async fn the_day_adds_up_without_what_was_undone() {
    let app = TestApp::start().await;
    let offer = open_offer(&app, json!({})).await;
    for bill in [6000, 7000] {
        confirm(&app, &taken(&app, offer).await, bill).await.created();
    }
    let mistake = confirm(&app, &taken(&app, offer).await, 8000).await.created();
    app.a.cashier.post(&format!("/confirmations/{}/undo", id_of(&mistake)), json!({})).await.ok();
    let day = app.a.cashier.get("/confirmations?limit=2").await.ok();
    assert_eq!(day["totals"], json!({"count": 2, "discount_fen": 4000, "points": 30}));
    assert_eq!(day["items"][0]["voucher_state"], "undone");
    let cursor = day["next_cursor"].as_str().unwrap();
    let rest = app.a.cashier.get(&format!("/confirmations?limit=2&cursor={cursor}")).await.ok();
    assert_eq!((&rest["items"][0]["bill_fen"], &rest["totals"]), (&json!(6000), &day["totals"]));
}

#[tokio::test]
async fn a_day_is_the_communitys_own() {
    let app = TestApp::start().await;
    let voucher = taken(&app, open_offer(&app, json!({})).await).await;
    confirm(&app, &voucher, 6000).await.created();
    let today = app.a.cashier.get("/confirmations").await.ok();
    let day: chrono::NaiveDate = today["from"].as_str().unwrap().parse().unwrap();
    assert_eq!(today["items"].as_array().unwrap().len(), 1);
    assert_eq!(day, (app.clock.now() + Duration::hours(8)).date_naive());
    for (other, days) in [("yesterday", -1), ("tomorrow", 1)] {
        let path = format!("/confirmations?day={}", day + Duration::days(days));
        let empty = app.a.cashier.get(&path).await.ok();
        assert_eq!(empty["totals"], json!({"count": 0, "discount_fen": 0, "points": 0}), "{other}");
        assert_eq!(empty["items"], json!([]), "{other}");
    }
}

#[tokio::test]
async fn merchants_see_their_own_stores_and_the_desk_all() {
    let app = TestApp::start().await;
    let voucher = taken(&app, open_offer(&app, json!({})).await).await;
    confirm(&app, &voucher, 6000).await.created();
    let (own, other) = (app.a.id(72), app.a.id(74));
    for actor in [&app.a.cashier, &app.a.manager, &app.a.staff] {
        assert_eq!(actor.get(&format!("/confirmations?store_id={own}")).await.items().len(), 1);
    }
    app.a.manager.get(&format!("/confirmations?store_id={other}")).await.refused(403, "forbidden");
    assert!(app.a.staff.get(&format!("/confirmations?store_id={other}")).await.items().is_empty());
    assert!(app.b.manager.get("/confirmations").await.items().is_empty());
    app.a.resident.get("/confirmations").await.refused(403, "forbidden");
}

#[tokio::test]
async fn a_faulty_parameter_is_named() {
    let app = TestApp::start().await;
    let cases = [
        ("day=x", "day"),
        ("day=1999-12-31", "day"),
        ("day=%2B262142-12-31", "day"),
        ("store_id=x", "store_id"),
        ("limit=0", "limit"),
        ("cursor=x", "cursor"),
        ("month=3", "month"),
    ];
    for (query, field) in cases {
        app.a.cashier.get(&format!("/confirmations?{query}")).await.faulty(field);
    }
}
