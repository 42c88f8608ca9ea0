//! `GET /households/{id}/pact`.

use linli_tests::id_of;
use serde_json::{Value, json};

use super::{appoint, household, october, record, settle, start};

#[tokio::test]
async fn a_household_sees_its_settled_months_the_newest_first() {
    let app = start().await;
    let path = format!("/households/{}/pact", app.a.id(12));
    let october = october(&app).await;
    assert_eq!(app.a.resident.get(&path).await.items(), [] as [Value; 0]);
    let note = json!([{"household_id": app.a.id(12), "kept": false, "note": "飞线充电"}]);
    let september = record(&app.a.staff, &app, "2026-09", note).await.ok();
    for pact in [&september, &october] {
        settle(&app.a.social_worker, pact).await.ok();
    }
    let months = app.a.resident.get(&path).await.items();
    assert_eq!((&months[0]["month"], &months[0]["points"]), (&json!("2026-10"), &json!(3)));
    assert_eq!((&months[0]["resident_id"], &months[0]["chosen"]), (&json!(app.a.id(48)), &json!("eldest")));
    assert_eq!((&months[1]["kept"], &months[1]["note"]), (&json!(false), &json!("飞线充电")));
    assert!(months[1]["points"].is_null() && months[1]["explanation"].is_null());
    let page = app.a.resident.get(&format!("{path}?limit=1")).await.ok();
    let next = format!("{path}?limit=1&cursor={}", page["next_cursor"].as_str().unwrap());
    assert_eq!(app.a.resident.get(&next).await.items()[0], months[1]);
}

#[tokio::test]
async fn only_the_own_household_is_seen_by_residents_and_the_own_building_by_block_heads() {
    let app = start().await;
    let (other, _) = household(&app, "1单元102", 1960).await;
    let path = format!("/households/{other}/pact");
    app.a.resident.get(&path).await.refused(403, "forbidden");
    app.a.leader.get(&path).await.refused(403, "forbidden");
    appoint(&app).await;
    app.a.leader.get(&path).await.ok();
    app.a.social_worker.get(&path).await.ok();
    app.b.staff.get(&path).await.refused(404, "not-found");
    // Who has moved away sees it no more.
    let own = format!("/households/{}/pact", app.a.id(12));
    app.a.resident.get(&own).await.ok();
    let body = json!({"household_id": other});
    let moved = app.a.staff.patch(&format!("/residents/{}", app.a.id(47)), body).await.ok();
    assert_eq!(id_of(&moved), app.a.id(47));
    app.a.resident.get(&own).await.refused(403, "forbidden");
    app.a.resident.get(&path).await.ok();
}
