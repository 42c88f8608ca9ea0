//! `/stores/{id}/cashiers`.

use linli_tests::TestApp;
use serde_json::json;

#[tokio::test]
async fn a_cashier_has_the_role_at_once_and_loses_it_at_once() {
    let app = TestApp::start().await;
    let path = format!("/stores/{}/cashiers", app.a.id(72));
    let cashier = app.a.manager.post(&path, json!({"phone": "19910000027"})).await.created();
    assert_eq!(cashier, json!({"user_id": app.a.id(27)}));
    let me = app.a.resident.get("/me").await.ok();
    assert_eq!((&me["roles"], &me["store_ids"]), (&json!(["cashier", "resident"]), &json!([app.a.id(72)])));
    let all = app.a.manager.get(&path).await.items();
    assert_eq!(
        all.iter().map(|one| one["user_id"].clone()).collect::<Vec<_>>(),
        [json!(app.a.id(26)), json!(app.a.id(27))]
    );
    app.a.manager.delete(&format!("{path}/{}", app.a.id(27))).await.ok();
    assert_eq!(app.a.resident.get("/me").await.ok()["roles"], json!(["resident"]));
}

#[tokio::test]
async fn the_desk_names_cashiers_everywhere_and_a_manager_in_its_own_stores() {
    let app = TestApp::start().await;
    let others = format!("/stores/{}/cashiers", app.a.id(74));
    let body = json!({"phone": "19910000026"});
    app.a.manager.post(&others, body.clone()).await.refused(403, "forbidden");
    app.a.manager.get(&others).await.refused(403, "forbidden");
    app.a.staff.post(&others, body).await.created();
    app.a.manager.delete(&format!("{others}/{}", app.a.id(26))).await.refused(403, "forbidden");
    app.a.cashier.get(&others).await.refused(403, "forbidden");
}

#[tokio::test]
async fn naming_a_cashier_twice_changes_nothing_and_taking_away_nobody_is_refused() {
    let app = TestApp::start().await;
    let path = format!("/stores/{}/cashiers", app.a.id(72));
    let again = app.a.manager.post(&path, json!({"phone": "19910000026"})).await.ok();
    let listed = json!({"user_id": again["user_id"], "name": "用户26", "phone": "199****0026"});
    assert_eq!(app.a.manager.get(&path).await.items(), [listed]);
    app.a.manager.delete(&format!("{path}/{}", app.a.id(27))).await.refused(404, "not-found");
}

#[tokio::test]
async fn nothing_of_another_community_exists() {
    let app = TestApp::start().await;
    let (own, foreign) =
        (format!("/stores/{}/cashiers", app.a.id(72)), format!("/stores/{}/cashiers", app.b.id(72)));
    app.a.manager.post(&own, json!({"phone": "19920000027"})).await.faulty("phone");
    app.a.staff.post(&foreign, json!({"phone": "19910000027"})).await.refused(404, "not-found");
    app.a.staff.get(&foreign).await.refused(404, "not-found");
    app.a.staff.delete(&format!("{foreign}/{}", app.b.id(26))).await.refused(404, "not-found");
    assert_eq!(app.b.staff.get(&foreign).await.items().len(), 1);
}

#[tokio::test]
async fn an_account_is_named_by_its_phone_and_not_by_an_identifier_that_stands_in_any_list() {
    let app = TestApp::start().await;
    let path = format!("/stores/{}/cashiers", app.a.id(72));
    app.a.manager.post(&path, json!({"user_id": app.a.id(27)})).await.faulty("user_id");
    for phone in ["19910000099", "1991"] {
        app.a.manager.post(&path, json!({"phone": phone})).await.faulty("phone");
    }
    assert_eq!(app.a.manager.get(&path).await.items().len(), 1);
}
