//! `GET /orders/{id}`.

use linli_tests::{TestApp, id_of};
use serde_json::json;

use super::{lines, ordered};
use crate::rewards::reward;
use crate::vouchers::run_sql;

#[tokio::test]
async fn an_order_is_seen_by_its_resident_and_by_the_desk_with_names() {
    let app = TestApp::start().await;
    let pens = reward(&app, "彩笔", 10, 5).await;
    let path = format!("/orders/{}", ordered(&app, &[(pens, 2)]).await);
    let own = app.a.resident.get(&path).await.ok();
    let line = json!([{"reward_id": pens, "reward_name": "彩笔", "quantity": 2, "unit_points": 10, "replaces": null, "slot": null}]);
    assert_eq!((&own["lines"], &own["resident_name"]), (&line, &json!(null)));
    assert_eq!(app.a.staff.get(&path).await.ok()["resident_name"], "王小明");
}

#[tokio::test]
async fn it_is_nobody_elses() {
    let app = TestApp::start().await;
    let pens = reward(&app, "彩笔", 10, 5).await;
    let path = format!("/orders/{}", ordered(&app, &[(pens, 2)]).await);
    app.a.leader.get(&path).await.refused(403, "forbidden");
    app.a.social_worker.get(&path).await.refused(403, "forbidden");
    app.b.staff.get(&path).await.refused(404, "not-found");
    app.b.resident.get(&path).await.refused(404, "not-found");
}

#[tokio::test]
async fn a_social_worker_who_is_a_resident_too_sees_no_more_than_a_resident() {
    let app = TestApp::start().await;
    let pens = reward(&app, "彩笔", 10, 5).await;
    let others = format!("/orders/{}", ordered(&app, &[(pens, 2)]).await);
    let (resident, worker) = (app.a.id(49), app.a.id(23));
    run_sql(&app, &format!("UPDATE users SET resident_id = '{resident}' WHERE id = '{worker}'")).await;
    assert_eq!(app.a.social_worker.get("/me").await.ok()["roles"], json!(["social_worker", "resident"]));
    app.a.social_worker.get(&others).await.refused(403, "forbidden");
    let own = app.a.social_worker.post("/orders", json!({"lines": lines(&[(pens, 1)])})).await.created();
    assert_eq!(app.a.social_worker.get(&format!("/orders/{}", id_of(&own))).await.ok(), own);
}
