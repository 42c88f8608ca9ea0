//! `GET /pacts` and `GET /buildings/{id}/pact`.

use linli_tests::id_of;
use serde_json::{Value, json};

use super::{appoint, household, mark, october, record, settle, start};

#[tokio::test]
async fn staff_see_which_buildings_still_wait_in_a_month() {
    let app = start().await;
    let body = json!({"grid_id": app.a.id(10), "estate": "江南花山郡", "name": "2栋"});
    let other = id_of(&app.a.staff.post("/buildings", body).await.created());
    let body = json!({"building_id": other, "door": "101"});
    app.a.staff.post("/households", body).await.created();
    let of =
        async |query: &str| app.a.social_worker.get(&format!("/pacts?month=2026-10{query}")).await.items();
    let open = of("&state=open").await;
    // The things of the stage come last.
    assert_eq!((open.len(), &open[0]["id"], &open[0]["building_id"]), (2, &Value::Null, &json!(other)));
    settle(&app.a.social_worker, &october(&app).await).await.ok();
    let (open, settled) = (of("&state=open").await, of("&state=settled").await);
    assert_eq!((open.len(), settled.len(), of("").await.len()), (1, 1, 2));
    assert_eq!((&open[0]["building_id"], &settled[0]["kept"]), (&json!(other), &json!(1)));
    assert!(settled[0]["settled_at"].is_string());
    assert_eq!(of(&format!("&grid_id={}", app.b.id(10))).await.len(), 0);
    let page = app.a.staff.get("/pacts?month=2026-10&limit=1").await.ok();
    let next = format!("/pacts?month=2026-10&limit=1&cursor={}", page["next_cursor"].as_str().unwrap());
    assert_eq!(app.a.staff.get(&next).await.items()[0]["building_id"], json!(app.a.id(11)));
}

#[tokio::test]
async fn without_a_month_it_is_the_one_that_is_to_be_recorded_now() {
    // It is the 25th of November.
    let app = start().await;
    record(&app.a.staff, &app, "2026-11", json!([mark(app.a.id(12), true)])).await.ok();
    assert_eq!(app.a.staff.get("/pacts").await.items()[0]["month"], "2026-11");
    let lines = app.a.staff.get(&format!("/buildings/{}/pact", app.a.id(11))).await.items();
    assert_eq!(lines[0]["kept"], true);
}

#[tokio::test]
async fn a_block_head_sees_the_own_buildings_only() {
    let app = start().await;
    let body = json!({"grid_id": app.a.id(10), "estate": "江南花山郡", "name": "2栋"});
    app.a.staff.post("/buildings", body).await.created();
    app.a.leader.get("/pacts").await.refused(403, "forbidden");
    appoint(&app).await;
    let own = app.a.leader.get("/pacts").await.items();
    assert_eq!((own.len(), &own[0]["building_id"]), (1, &json!(app.a.id(11))));
    app.a.resident.get("/pacts").await.refused(403, "forbidden");
}

#[tokio::test]
async fn the_households_of_a_building_come_page_by_page() {
    let app = start().await;
    let (second, _) = household(&app, "1单元102", 1960).await;
    let path = format!("/buildings/{}/pact?limit=1", app.a.id(11));
    let first = app.a.staff.get(&path).await.ok();
    assert_eq!(first["items"][0]["household_id"], json!(second));
    let next = format!("{path}&cursor={}", first["next_cursor"].as_str().unwrap());
    let last = app.a.staff.get(&next).await.ok();
    assert_eq!(
        (&last["items"][0]["household_id"], &last["next_cursor"]),
        (&json!(app.a.id(12)), &Value::Null)
    );
    app.a.staff.get(&format!("{path}&month=2026-1")).await.faulty("month");
    app.b.staff.get(&path).await.refused(404, "not-found");
}
