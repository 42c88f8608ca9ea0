//! `PATCH /partners/{id}`.

use linli_tests::TestApp;
use serde_json::json;

#[tokio::test]
async fn what_is_left_out_stays_and_the_phone_can_be_taken_away() {
    let app = TestApp::start().await;
    let path = format!("/partners/{}", app.a.id(71));
    let body = json!({"state": "suspended", "contact_phone": "19900008002"});
    let changed = app.a.staff.patch(&path, body).await.ok();
    assert_eq!((&changed["name"], &changed["state"]), (&json!("惠民鲜生"), &json!("suspended")));
    assert_eq!(changed["contact_phone"], "199****8002");
    assert_eq!(app.a.staff.get(&path).await.ok()["contact_phone"], "19900008002");
    let changed = app.a.staff.patch(&path, json!({"contact_phone": null, "category": "生鲜水果"})).await.ok();
    assert_eq!((&changed["contact_phone"], &changed["state"]), (&json!(null), &json!("suspended")));
    assert_eq!(app.a.staff.get(&path).await.ok(), changed);
}

#[tokio::test]
async fn a_taken_name_and_a_faulty_field_are_refused() {
    let app = TestApp::start().await;
    let path = format!("/partners/{}", app.a.id(71));
    let problem = app.a.staff.patch(&path, json!({"name": "普安公益咖啡"})).await.refused(409, "name-taken");
    assert_eq!(problem["errors"][0]["field"], "name");
    app.a.staff.patch(&path, json!({"state": "gone"})).await.faulty("state");
    app.a.staff.patch(&path, json!({"admitted_on": "2100-01-01"})).await.faulty("admitted_on");
    app.a.manager.patch(&path, json!({"promise": "满减"})).await.refused(403, "forbidden");
}

#[tokio::test]
async fn a_partner_of_another_community_does_not_exist() {
    let app = TestApp::start().await;
    let path = format!("/partners/{}", app.b.id(71));
    app.a.staff.patch(&path, json!({"state": "ended"})).await.refused(404, "not-found");
}
