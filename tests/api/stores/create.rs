//! `POST /partners/{id}/stores`.

use linli_tests::{TestApp, id_of};
use serde_json::json;

#[tokio::test]
async fn a_store_is_opened_and_its_partners_managers_work_in_it() {
    let app = TestApp::start().await;
    let path = format!("/partners/{}/stores", app.a.id(71));
    let answer = app.a.staff.post(&path, json!({"name": "利民店", "address": "利民路2号"})).await;
    let location = answer.header("location").unwrap().to_owned();
    let store = answer.created();
    assert_eq!(location, format!("/api/v1/stores/{}", id_of(&store)));
    assert_eq!((&store["state"], &store["partner_id"]), (&json!("open"), &json!(app.a.id(71))));
    let mine = app.a.manager.get("/me").await.ok()["store_ids"].clone();
    assert_eq!(mine, json!([id_of(&store), app.a.id(72)]));
}

#[tokio::test]
async fn a_taken_name_and_a_faulty_field_are_refused() {
    let app = TestApp::start().await;
    let path = format!("/partners/{}/stores", app.a.id(71));
    let taken = json!({"name": "花山店", "address": "利民路2号"});
    let problem = app.a.staff.post(&path, taken.clone()).await.refused(409, "name-taken");
    assert_eq!(problem["errors"][0]["field"], "name");
    app.a.staff.post(&format!("/partners/{}/stores", app.a.id(73)), taken).await.created();
    app.a.staff.post(&path, json!({"name": "利民店"})).await.faulty("address");
    app.a.staff.post(&path, json!({"name": "", "address": "利民路2号"})).await.faulty("name");
    app.a
        .manager
        .post(&path, json!({"name": "利民店", "address": "利民路2号"}))
        .await
        .refused(403, "forbidden");
}

#[tokio::test]
async fn a_partner_of_another_community_does_not_exist() {
    let app = TestApp::start().await;
    let path = format!("/partners/{}/stores", app.b.id(71));
    let body = json!({"name": "利民店", "address": "利民路2号"});
    app.a.staff.post(&path, body).await.refused(404, "not-found");
}
