//! `PATCH /residents/{id}`.

use linli_tests::TestApp;
use serde_json::json;

#[tokio::test]
async fn what_is_left_out_stays_and_the_new_name_is_found() {
    let app = TestApp::start().await;
    let path = format!("/residents/{}", app.a.id(49));
    let before = app.a.staff.get(&path).await.ok();
    let after = app.a.staff.patch(&path, json!({"name": "赵大洋"})).await.ok();
    assert_eq!(after["name"], "赵大洋");
    assert_eq!((&after["phone"], &after["card_code"]), (&before["phone"], &before["card_code"]));
    assert_eq!(app.a.staff.get("/residents?search=dy").await.items().len(), 1);
    assert_eq!(app.a.staff.get("/residents?search=dh").await.items().len(), 0);
}

#[tokio::test]
async fn a_lost_card_is_replaced_and_a_phone_taken_away() {
    let app = TestApp::start().await;
    let path = format!("/residents/{}", app.a.id(49));
    let before = app.a.staff.get(&path).await.ok();
    let after = app.a.staff.patch(&path, json!({"new_card": true, "phone": null})).await.ok();
    assert_ne!(after["card_code"], before["card_code"]);
    assert_eq!(after["phone"], json!(null));
}

#[tokio::test]
async fn a_resident_of_another_community_does_not_exist() {
    let app = TestApp::start().await;
    let path = format!("/residents/{}", app.b.id(49));
    app.a.staff.patch(&path, json!({"name": "赵大洋"})).await.refused(404, "not-found");
    app.a.staff.get(&path).await.refused(404, "not-found");
}
