//! `/partners/{id}/managers`.

use linli_tests::TestApp;
use serde_json::json;

#[tokio::test]
async fn a_manager_has_the_role_at_once_and_loses_it_at_once() {
    let app = TestApp::start().await;
    let path = format!("/partners/{}/managers", app.a.id(73));
    let body = json!({"phone": "19910000027"});
    let manager = app.a.staff.post(&path, body.clone()).await.created();
    assert_eq!(manager, json!({"user_id": app.a.id(27)}));
    let me = app.a.resident.get("/me").await.ok();
    assert_eq!(me["roles"], json!(["partner_manager", "resident"]));
    assert_eq!((&me["partner_ids"], &me["store_ids"]), (&json!([app.a.id(73)]), &json!([app.a.id(74)])));
    app.a.staff.delete(&format!("{path}/{}", app.a.id(27))).await.ok();
    assert_eq!(app.a.resident.get("/me").await.ok()["roles"], json!(["resident"]));
}

#[tokio::test]
async fn naming_a_manager_twice_changes_nothing_and_taking_away_nobody_is_refused() {
    let app = TestApp::start().await;
    let path = format!("/partners/{}/managers", app.a.id(71));
    let again = app.a.staff.post(&path, json!({"phone": "19910000025"})).await.ok();
    let listed = json!({"user_id": again["user_id"], "name": "用户25", "phone": "199****0025"});
    assert_eq!(app.a.manager.get(&path).await.items(), [listed]);
    app.a.staff.delete(&format!("{path}/{}", app.a.id(27))).await.refused(404, "not-found");
}

#[tokio::test]
async fn only_the_desk_names_managers_and_they_see_their_own_partners_list() {
    let app = TestApp::start().await;
    let own = format!("/partners/{}/managers", app.a.id(71));
    let others = format!("/partners/{}/managers", app.a.id(73));
    app.a.manager.post(&own, json!({"phone": "19910000027"})).await.refused(403, "forbidden");
    app.a.manager.delete(&format!("{own}/{}", app.a.id(25))).await.refused(403, "forbidden");
    app.a.manager.get(&others).await.refused(403, "forbidden");
    assert_eq!(app.a.staff.get(&others).await.items().len(), 0);
    app.a.cashier.get(&own).await.refused(403, "forbidden");
}

#[tokio::test]
async fn nothing_of_another_community_exists() {
    let app = TestApp::start().await;
    let (own, foreign) =
        (format!("/partners/{}/managers", app.a.id(71)), format!("/partners/{}/managers", app.b.id(71)));
    app.a.staff.post(&own, json!({"phone": "19920000027"})).await.faulty("phone");
    app.a.staff.post(&own, json!({})).await.faulty("phone");
    app.a.staff.post(&foreign, json!({"phone": "19910000027"})).await.refused(404, "not-found");
    app.a.staff.get(&foreign).await.refused(404, "not-found");
    app.a.staff.delete(&format!("{foreign}/{}", app.b.id(25))).await.refused(404, "not-found");
    assert_eq!(app.b.staff.get(&foreign).await.items().len(), 1);
}
