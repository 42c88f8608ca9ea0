//! Taking a voucher under conditions: whom it is for, how often in a period, whether there is an hour left.

use chrono::Duration;
use linli_tests::{TestApp, id_of};
use serde_json::{Value, json};
use uuid::Uuid;

use super::{run_sql, taken};
use crate::offers::open_offer;

/// Resident number `resident` takes a voucher at the desk.
async fn take(app: &TestApp, offer: Uuid, resident: u32) -> linli_tests::Answer {
    let body = json!({"resident_id": app.a.id(resident)});
    app.a.staff.post(&format!("/offers/{offer}/vouchers"), body).await
}

fn limited(per: &str, period: &str, times: i64) -> Value {
    json!({"price_points": 1, "limits": [{"period": period, "per": per, "times": times}]})
}

#[tokio::test]
async fn a_limit_of_the_month_counts_what_was_not_given_back_and_ends_with_the_month() {
    let app = TestApp::start().await;
    let offer = open_offer(&app, limited("resident", "month", 1)).await;
    let first = taken(&app, offer).await;
    let refused = take(&app, offer, 47).await.refused(409, "limit-reached");
    assert_eq!(refused["figures"], json!({"period": "month", "per": "resident", "limit": 1}));
    assert_eq!(refused["detail"], "每人每月限 1 次，已达上限");
    take(&app, offer, 49).await.created();
    app.a.resident.post(&format!("/vouchers/{}/cancel", id_of(&first)), json!({})).await.ok();
    taken(&app, offer).await;
    // From 25 November to 1 December.
    app.clock.put_forward(Duration::days(6));
    taken(&app, offer).await;
    assert_eq!(app.drift(&app.a).await, []);
}

#[tokio::test]
async fn a_limit_of_the_household_counts_all_who_live_in_it() {
    let app = TestApp::start().await;
    let offer = open_offer(&app, limited("household", "week", 2)).await;
    take(&app, offer, 47).await.created();
    take(&app, offer, 48).await.created();
    take(&app, offer, 49).await.refused(409, "limit-reached");
    let once = open_offer(&app, limited("household", "ever", 1)).await;
    take(&app, once, 47).await.created();
    let refused = take(&app, once, 48).await.refused(409, "limit-reached");
    assert_eq!(refused["detail"], "每户累计限 1 次，已达上限");
}

#[tokio::test]
async fn so_many_there_are_in_a_month_whoever_takes_them() {
    let app = TestApp::start().await;
    let offer =
        open_offer(&app, json!({"price_points": 0, "period_quota": {"period": "month", "vouchers": 2}}))
            .await;
    take(&app, offer, 47).await.created();
    take(&app, offer, 49).await.created();
    let refused = take(&app, offer, 48).await.refused(409, "quota-used-up");
    assert_eq!(refused["detail"], "本月名额已领完");
    app.clock.put_forward(Duration::days(6));
    take(&app, offer, 48).await.created();
}

#[tokio::test]
async fn an_offer_may_be_for_some_buildings_and_teams_only() {
    let app = TestApp::start().await;
    let of_team =
        json!({"price_points": 0, "eligibility": {"teams": [app.a.id(53)], "buildings": [app.a.id(11)]}});
    let offer = open_offer(&app, of_team).await;
    let refused = take(&app, offer, 47).await.refused(409, "not-eligible");
    assert_eq!(refused["detail"], "不符合该优惠的适用条件：仅限指定队伍的队员");
    take(&app, offer, 44).await.created();
    run_sql(
        &app,
        "INSERT INTO buildings SELECT community_id, gen_random_uuid(), grid_id, estate, '9栋' FROM buildings",
    )
    .await;
    run_sql(&app, "UPDATE households h SET building_id = b.id FROM buildings b WHERE b.name = '9栋' AND b.community_id = h.community_id").await;
    take(&app, offer, 44).await.refused(409, "not-eligible");
}

#[tokio::test]
async fn nobody_takes_a_voucher_for_hours_that_do_not_come_in_its_time() {
    let app = TestApp::start().await;
    // It is Wednesday noon.
    let hours = json!([{"weekdays": ["wed"], "from": "08:00", "to": "12:00"}]);
    let short = open_offer(&app, json!({"hours": hours, "voucher_days": 6})).await;
    take(&app, short, 47).await.refused(409, "no-hours-left");
    let week = open_offer(&app, json!({"hours": hours, "voucher_days": 7})).await;
    let voucher = taken(&app, week).await;
    assert_eq!(voucher["hours"], hours);
}
