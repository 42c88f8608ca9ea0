//! `GET /vouchers` and `GET /vouchers/{id}`.

use linli_tests::{TestApp, id_of};
use serde_json::json;

use super::taken;
use crate::offers::open_offer;

#[tokio::test]
async fn a_resident_sees_its_own_and_the_desk_whose_it_names() {
    let app = TestApp::start().await;
    let offer = open_offer(&app, json!({})).await;
    let (first, second) = (taken(&app, offer).await, taken(&app, offer).await);
    assert_eq!(app.a.resident.get("/vouchers").await.items(), [second.clone(), first.clone()]);
    let named = format!("/vouchers?resident_id={}", app.a.id(47));
    assert_eq!(app.a.staff.get(&named).await.items().len(), 2);
    app.a.staff.get("/vouchers").await.faulty("resident_id");
    app.a.leader.get(&named).await.refused(403, "forbidden");
    assert!(app.a.leader.get("/vouchers").await.items().is_empty());
    assert!(app.b.staff.get(&named).await.items().is_empty());
    app.a.resident.post(&format!("/vouchers/{}/cancel", id_of(&first)), json!({})).await.ok();
    assert_eq!(app.a.resident.get("/vouchers?state=held").await.items(), [second]);
}

#[tokio::test]
async fn the_list_is_paged_by_key() {
    let app = TestApp::start().await;
    let offer = open_offer(&app, json!({})).await;
    let first = taken(&app, offer).await;
    taken(&app, offer).await;
    let page = app.a.resident.get("/vouchers?limit=1").await.ok();
    let cursor = page["next_cursor"].as_str().unwrap();
    let rest = app.a.resident.get(&format!("/vouchers?limit=1&cursor={cursor}")).await.items();
    assert_eq!(rest, [first]);
    app.a.resident.get("/vouchers?state=lost").await.faulty("state");
}

#[tokio::test]
async fn one_voucher_is_seen_by_its_resident_and_the_desk() {
    let app = TestApp::start().await;
    let voucher = taken(&app, open_offer(&app, json!({})).await).await;
    let path = format!("/vouchers/{}", id_of(&voucher));
    assert_eq!(app.a.staff.get(&path).await.ok(), voucher);
    app.a.leader.get(&path).await.refused(403, "forbidden");
    app.a.cashier.get(&path).await.refused(403, "forbidden");
    app.b.staff.get(&path).await.refused(404, "not-found");
}
