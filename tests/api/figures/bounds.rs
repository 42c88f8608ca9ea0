//! Which days a period has, and where it begins and ends.

use linli_tests::TestApp;
use serde_json::json;

use super::{of, pair, posted, served, settled};

#[tokio::test]
async fn a_period_begins_and_ends_at_midnight_in_wuhan() {
    let app = TestApp::start().await;
    let edges = [
        ("2026-10-31T15:59:59.999Z", "2026-10-31"),
        ("2026-10-31T16:00:00Z", "2026-11-01"),
        ("2026-11-30T15:59:59.999Z", "2026-11-30"),
        ("2026-11-30T16:00:00Z", "2026-12-01"),
    ];
    for (number, (at, day)) in (44..).zip(edges) {
        // Residents 44, 47, 48 and 49.
        let resident = if number == 44 { 44 } else { number + 2 };
        posted(&app, (&app.a, resident), ("earn", 1), (day, at)).await;
        settled(&app, (&app.a, 53), at, &[(resident, 10)]).await;
        served(&app, &app.a, at).await;
    }
    let figures = of(&app, "2026-11-01", "2026-11-30").await;
    let names = ["participants", "activities", "issued", "services"];
    assert_eq!(names.map(|name| pair(&figures, name)), [(2, 1); 4]);
    assert_eq!(pair(&figures, "volunteer_minutes"), (20, 10));
}

#[tokio::test]
async fn what_lies_between_the_two_periods_counts_in_neither() {
    let app = TestApp::start().await;
    for day in ["2026-10-23", "2026-10-24", "2026-10-31", "2026-11-01"] {
        let noon = format!("{day}T04:00:00Z");
        posted(&app, (&app.a, 47), ("earn", 1), (day, &noon)).await;
        settled(&app, (&app.a, 53), &noon, &[(48, 10)]).await;
        served(&app, &app.a, &noon).await;
    }
    let figures = of(&app, "2026-11-01", "2026-11-23").await;
    let names = ["active_teams", "activities", "issued", "services"];
    assert_eq!(names.map(|name| pair(&figures, name)), [(1, 1); 4]);
    assert_eq!((pair(&figures, "participants"), pair(&figures, "volunteer_minutes")), ((2, 2), (10, 10)));
}

#[tokio::test]
async fn the_period_before_is_told() {
    let app = TestApp::start().await;
    let month = of(&app, "2026-03-01", "2026-03-31").await;
    assert_eq!(month["before"], json!({"from": "2026-02-01", "until": "2026-02-28"}));
    let so_far = of(&app, "2026-11-01", "2026-11-23").await;
    assert_eq!(so_far["before"], json!({"from": "2026-10-01", "until": "2026-10-23"}));
    let days = of(&app, "2026-03-02", "2026-03-11").await;
    assert_eq!(days["before"], json!({"from": "2026-02-20", "until": "2026-03-01"}));
}

#[tokio::test]
async fn this_month_up_to_today_is_the_period_unless_another_is_named() {
    let app = TestApp::start().await;
    let period = |query: &'static str| {
        let who = app.a.social_worker.clone();
        async move { who.get(&format!("/figures{query}")).await.ok()["period"].clone() }
    };
    assert_eq!(period("").await, json!({"from": "2026-11-01", "until": "2026-11-25"}));
    assert_eq!(period("?until=2026-02-09").await, json!({"from": "2026-02-01", "until": "2026-02-09"}));
    assert_eq!(period("?from=2026-10-09").await, json!({"from": "2026-10-09", "until": "2026-11-25"}));
}

#[tokio::test]
async fn a_period_has_a_day_at_least_and_a_year_at_most() {
    let app = TestApp::start().await;
    app.a.staff.get("/figures?from=2026-11-02&until=2026-11-01").await.faulty("until");
    app.a.staff.get("/figures?from=2025-11-01&until=2026-11-02").await.faulty("until");
    app.a.staff.get("/figures?from=2025-11-01&until=2026-11-01").await.ok();
    app.a.staff.get("/figures?from=2026-11-01&until=2026-11-31").await.faulty("until");
    app.a.staff.get("/figures?by=year").await.faulty("by");
}

#[tokio::test]
async fn a_community_without_anybody_has_figures_too() {
    let app = TestApp::start().await;
    app.operator
        .post(
            "/communities",
            json!({"slug": "xinan", "name": "西南社区",
                   "administrator": {"name": "张主任", "phone": "19911110001", "password": "linli-demo-2"}}),
        )
        .await
        .created();
    let administrator = app.signed_in("19911110001", "linli-demo-2").await;
    let figures = administrator.get("/figures?from=2026-11-01&until=2026-11-30").await.ok();
    let names = [
        "participants",
        "active_teams",
        "activities",
        "volunteer_minutes",
        "issued",
        "spent",
        "lapsed",
        "services",
    ];
    assert_eq!(names.map(|name| pair(&figures, name)), [(0, 0); 8]);
    assert_eq!((&figures["registered"], &figures["lapsing"]["points"]), (&json!(0), &json!(0)));
    assert_eq!(figures["steps"].as_array().unwrap().len(), 30);
}

#[tokio::test]
async fn figures_are_for_the_desk_and_the_social_workers() {
    let app = TestApp::start().await;
    for who in [&app.a.leader, &app.a.manager, &app.a.cashier, &app.a.resident, &app.operator] {
        who.get("/figures").await.refused(403, "forbidden");
    }
}
