//! The lists that figures lead to: as many rows as the figure says.

use linli_tests::TestApp;
use serde_json::json;

use super::{november, pair, posted, served, settled};

const NOON: &str = "2026-11-10T04:00:00Z";
const OCTOBER: &str = "2026-10-10T04:00:00Z";

#[tokio::test]
async fn the_rows_behind_participation_are_the_residents_who_took_part() {
    let app = TestApp::start().await;
    posted(&app, (&app.a, 47), ("earn", 2), ("2026-11-10", NOON)).await;
    settled(&app, (&app.a, 53), NOON, &[(48, 60)]).await;
    settled(&app, (&app.a, 53), OCTOBER, &[(49, 60)]).await;
    let took_part = |query: &'static str| {
        let who = app.a.staff.clone();
        async move {
            let found = who.get(&format!("/residents?{query}")).await.items();
            found.iter().map(|item| item["name"].as_str().unwrap().to_owned()).collect::<Vec<_>>()
        }
    };
    assert_eq!(took_part("from=2026-11-01&until=2026-11-30&state=active").await, ["李奶奶", "王小明"]);
    assert_eq!(took_part("until=2026-10-31").await, ["赵大海"]);
    assert_eq!(took_part("from=2026-11-11").await.len(), 0);
    assert_eq!(pair(&november(&app).await, "participants"), (2, 1));
}

#[tokio::test]
async fn the_rows_behind_active_teams_are_these_teams() {
    let app = TestApp::start().await;
    settled(&app, (&app.a, 53), NOON, &[]).await;
    settled(&app, (&app.a, 52), OCTOBER, &[]).await;
    settled(&app, (&app.b, 51), NOON, &[]).await;
    let active = app.a.resident.get("/teams?from=2026-11-01&until=2026-11-30").await.items();
    assert_eq!((active.len(), &active[0]["id"]), (1, &json!(app.a.id(53))));
    let before = app.a.staff.get("/teams?until=2026-10-31").await.items();
    assert_eq!((before.len(), &before[0]["id"]), (1, &json!(app.a.id(52))));
    assert_eq!(app.a.staff.get("/teams").await.items().len(), 3);
}

#[tokio::test]
async fn confirmations_are_listed_of_a_day_or_of_several() {
    let app = TestApp::start().await;
    for at in [OCTOBER, NOON, "2026-11-25T04:00:00Z"] {
        served(&app, &app.a, at).await;
    }
    let list = |query: &'static str| {
        let who = app.a.cashier.clone();
        async move { who.get(&format!("/confirmations?{query}")).await.ok() }
    };
    let some = list("from=2026-10-10&until=2026-11-24").await;
    assert_eq!(
        (&some["totals"]["count"], &some["from"], &some["until"]),
        (&json!(2), &json!("2026-10-10"), &json!("2026-11-24"))
    );
    assert_eq!(list("from=2026-11-11").await["totals"]["count"], 1);
    assert_eq!(list("").await["from"], "2026-11-25");
    assert_eq!(list("day=2026-11-10").await["totals"]["count"], 1);
    let refused = |query: &'static str| app.a.cashier.get(query);
    refused("/confirmations?day=2026-11-10&from=2026-11-10").await.faulty("day");
    refused("/confirmations?until=2026-11-10").await.faulty("from");
    refused("/confirmations?from=2026-11-11&until=2026-11-10").await.faulty("until");
    refused("/confirmations?from=2025-11-01&until=2026-11-10").await.faulty("until");
}
