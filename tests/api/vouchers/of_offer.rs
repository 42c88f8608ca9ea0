//! `GET /offers/{id}/vouchers`.

use linli_tests::{TestApp, id_of};
use serde_json::{Value, json};
use uuid::Uuid;

use crate::confirmations::confirm;
use crate::offers::{draft_offer, open_offer};

/// A voucher that the desk takes for a resident.
async fn take(app: &TestApp, offer: Uuid, resident: u32) -> Value {
    let body = json!({"resident_id": app.a.id(resident)});
    app.a.staff.post(&format!("/offers/{offer}/vouchers"), body).await.created()
}

#[tokio::test]
async fn the_desk_sees_whose_the_vouchers_are_and_the_manager_what_they_are_called() {
    let app = TestApp::start().await;
    let offer = open_offer(&app, json!({})).await;
    let (first, second) = (take(&app, offer, 47).await, take(&app, offer, 49).await);
    take(&app, open_offer(&app, json!({"title": "别的"})).await, 47).await;
    let path = format!("/offers/{offer}/vouchers");
    let seen = app.a.staff.get(&path).await.items();
    assert_eq!([id_of(&seen[0]), id_of(&seen[1])], [id_of(&second), id_of(&first)]);
    assert_eq!(
        (&seen[1]["resident_name"], &seen[1]["resident_id"]),
        (&json!("王小明"), &json!(app.a.id(47)))
    );
    let masked = app.a.manager.get(&path).await.items();
    assert_eq!((&masked[1]["resident_name"], &masked[1]["resident_id"]), (&json!("王**"), &json!(null)));
    let code = first["code"].as_str().unwrap();
    for shown in [&seen[1], &masked[1]] {
        assert_eq!(shown["code"], json!(format!("****{}", &code[4..])));
    }
}

#[tokio::test]
async fn they_are_found_by_state_and_by_the_desk_by_resident() {
    let app = TestApp::start().await;
    let offer = open_offer(&app, json!({})).await;
    let used = take(&app, offer, 47).await;
    take(&app, offer, 49).await;
    confirm(&app, &used, 6_000).await.created();
    let path = format!("/offers/{offer}/vouchers");
    let ids = async |query: &str| -> Vec<Uuid> {
        app.a.staff.get(&format!("{path}?{query}")).await.items().iter().map(id_of).collect()
    };
    assert_eq!(ids("state=confirmed").await, [id_of(&used)]);
    assert_eq!(ids(&format!("resident_id={}", app.a.id(47))).await, [id_of(&used)]);
    assert!(ids("state=expired").await.is_empty());
    let page = app.a.manager.get(&format!("{path}?limit=1")).await.ok();
    let cursor = page["next_cursor"].as_str().unwrap();
    let rest = app.a.manager.get(&format!("{path}?limit=1&cursor={cursor}")).await.items();
    assert_eq!(id_of(&rest[0]), id_of(&used));
    // Whoever manages the offer does not look up what a resident does.
    let named = format!("{path}?resident_id={}", app.a.id(47));
    app.a.manager.get(&named).await.refused(403, "forbidden");
}

#[tokio::test]
async fn they_are_for_the_desk_and_the_managers_of_the_partner() {
    let app = TestApp::start().await;
    let elsewhere = open_offer(&app, json!({"partner_id": app.a.id(73)})).await;
    let path = format!("/offers/{elsewhere}/vouchers");
    for actor in [&app.a.manager, &app.a.cashier, &app.a.resident, &app.a.social_worker] {
        actor.get(&path).await.refused(403, "forbidden");
    }
    app.b.staff.get(&path).await.refused(404, "not-found");
    let hidden = draft_offer(&app, json!({"partner_id": app.a.id(73)})).await;
    app.a.manager.get(&format!("/offers/{hidden}/vouchers")).await.refused(404, "not-found");
}
