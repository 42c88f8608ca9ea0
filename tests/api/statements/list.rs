//! `GET /statements`.

use linli_tests::TestApp;
use serde_json::json;

use super::{DECEMBER, closed, confirmed, go_on_to};

#[tokio::test]
async fn a_month_shows_every_store_whether_it_is_closed_or_not() {
    let app = TestApp::start().await;
    confirmed(&app, 2).await;
    let before = app.a.staff.get("/statements?month=2026-11").await.items();
    let figures: Vec<_> = before.iter().map(|one| (&one["state"], &one["totals"]["points"])).collect();
    assert_eq!(figures, [(&json!("open"), &json!(6)), (&json!("open"), &json!(0))]);
    assert_eq!((&before[0]["id"], &before[0]["partner_name"]), (&json!(null), &json!("惠民鲜生")));
    go_on_to(&app, DECEMBER);
    closed(&app).await;
    for (query, count) in [
        ("month=2026-11&state=open", 1),
        ("month=2026-11&state=closed", 1),
        ("month=2026-11&state=agreed", 0),
        ("month=2026-10&state=closed", 0),
        ("state=closed", 1),
        ("", 1),
    ] {
        assert_eq!(app.a.staff.get(&format!("/statements?{query}")).await.items().len(), count, "{query}");
    }
    app.a.staff.get("/statements?state=open").await.faulty("month");
}

#[tokio::test]
async fn merchants_see_their_own_stores_and_the_desk_all() {
    let app = TestApp::start().await;
    let (own, other) = (app.a.id(72), app.a.id(74));
    for actor in [&app.a.cashier, &app.a.manager] {
        let seen = actor.get("/statements?month=2026-11").await.items();
        assert_eq!((seen.len(), &seen[0]["store_id"]), (1, &json!(own)));
        actor.get(&format!("/statements?month=2026-11&store_id={other}")).await.refused(403, "forbidden");
        let foreign = format!("/statements?month=2026-11&partner_id={}", app.a.id(73));
        assert!(actor.get(&foreign).await.items().is_empty());
    }
    let of_partner = format!("/statements?month=2026-11&partner_id={}", app.a.id(73));
    assert_eq!(app.a.staff.get(&of_partner).await.items()[0]["store_id"], json!(other));
    app.a.resident.get("/statements").await.refused(403, "forbidden");
}

#[tokio::test]
async fn both_lists_are_paged_by_key() {
    let app = TestApp::start().await;
    let page = app.a.staff.get("/statements?month=2026-11&limit=1").await.ok();
    let cursor = page["next_cursor"].as_str().unwrap();
    let rest = app.a.staff.get(&format!("/statements?month=2026-11&limit=1&cursor={cursor}")).await.ok();
    assert_eq!((&rest["items"][0]["store_id"], &rest["next_cursor"]), (&json!(app.a.id(74)), &json!(null)));
    go_on_to(&app, DECEMBER);
    let path = format!("/stores/{}/statements", app.a.id(74));
    for month in ["2026-09", "2026-10", "2026-11"] {
        app.a.staff.post(&path, json!({"month": month})).await.created();
    }
    let page = app.a.staff.get("/statements?limit=2").await.ok();
    assert_eq!(
        (&page["items"][0]["month"], &page["items"][1]["month"]),
        (&json!("2026-11"), &json!("2026-10"))
    );
    let cursor = page["next_cursor"].as_str().unwrap();
    let rest = app.a.staff.get(&format!("/statements?limit=2&cursor={cursor}")).await.items();
    assert_eq!((rest.len(), &rest[0]["month"]), (1, &json!("2026-09")));
}
