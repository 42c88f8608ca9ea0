//! `PATCH /stores/{id}`.

use linli_tests::TestApp;
use serde_json::json;

#[tokio::test]
async fn a_manager_changes_its_own_partners_stores_only() {
    let app = TestApp::start().await;
    let body = json!({"state": "closed", "address": "花山路3号"});
    let changed = app.a.manager.patch(&format!("/stores/{}", app.a.id(72)), body.clone()).await.ok();
    assert_eq!((&changed["name"], &changed["address"]), (&json!("花山店"), &json!("花山路3号")));
    assert_eq!(changed["state"], "closed");
    let other = format!("/stores/{}", app.a.id(74));
    app.a.manager.patch(&other, body.clone()).await.refused(403, "forbidden");
    app.a.cashier.patch(&other, body.clone()).await.refused(403, "forbidden");
    app.a.staff.patch(&other, body).await.ok();
}

#[tokio::test]
async fn a_taken_name_and_a_faulty_field_are_refused() {
    let app = TestApp::start().await;
    let new = json!({"name": "利民店", "address": "利民路2号"});
    app.a.staff.post(&format!("/partners/{}/stores", app.a.id(71)), new).await.created();
    let path = format!("/stores/{}", app.a.id(72));
    let problem = app.a.manager.patch(&path, json!({"name": "利民店"})).await.refused(409, "name-taken");
    assert_eq!(problem["errors"][0]["field"], "name");
    app.a.manager.patch(&path, json!({"state": "gone"})).await.faulty("state");
    app.a.manager.patch(&path, json!({"partner_id": app.a.id(73)})).await.faulty("partner_id");
}

#[tokio::test]
async fn a_store_of_another_community_does_not_exist() {
    let app = TestApp::start().await;
    let path = format!("/stores/{}", app.b.id(72));
    app.a.staff.patch(&path, json!({"state": "closed"})).await.refused(404, "not-found");
}

#[tokio::test]
async fn hours_are_stated_anew_as_a_whole_and_must_have_a_length() {
    let app = TestApp::start().await;
    let path = format!("/stores/{}", app.a.id(72));
    let hours = json!([{"weekdays": ["mon", "sat"], "from": "18:00", "to": "02:00"}]);
    let changed = app.a.manager.patch(&path, json!({"hours": hours})).await.ok();
    assert_eq!(changed["hours"], hours);
    assert_eq!(app.a.manager.patch(&path, json!({"state": "closed"})).await.ok()["hours"], hours);
    assert_eq!(app.a.manager.patch(&path, json!({"hours": []})).await.ok()["hours"], json!([]));
    let span = |from: &str, to: &str| json!({"hours": [{"weekdays": ["mon"], "from": from, "to": to}]});
    app.a.manager.patch(&path, span("00:00", "00:00")).await.ok();
    app.a.manager.patch(&path, span("9:00", "10:00")).await.faulty("hours[0].from");
    let no_day = json!({"hours": [{"weekdays": [], "from": "09:00", "to": "10:00"}]});
    app.a.manager.patch(&path, no_day).await.faulty("hours[0].weekdays");
}
