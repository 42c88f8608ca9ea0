//! `GET /audit-entries`.

use linli_tests::{TestApp, id_of};
use serde_json::json;

#[tokio::test]
async fn a_change_leaves_a_line_with_who_and_what_before_and_after() {
    let app = TestApp::start().await;
    let resident = app.a.id(49);
    app.a.staff.patch(&format!("/residents/{resident}"), json!({"name": "赵大洋"})).await.ok();
    let lines = app.a.administrator.get(&format!("/audit-entries?subject_id={resident}")).await.items();
    assert_eq!(lines.len(), 1);
    let line = &lines[0];
    assert_eq!((&line["action"], &line["subject_kind"]), (&json!("resident.change"), &json!("resident")));
    assert_eq!((&line["actor_id"], &line["on_behalf_of"]), (&json!(app.a.id(22)), &json!(null)));
    assert_eq!((&line["before"]["name"], &line["after"]["name"]), (&json!("赵大海"), &json!("赵大洋")));
    assert!(line["request_id"].is_string() && line["address"].is_string());
}

#[tokio::test]
async fn no_line_shows_a_phone_number_in_full() {
    let app = TestApp::start().await;
    let body = json!({"name": "曾丽", "phone": "19900001234", "household_id": app.a.id(12)});
    let resident = id_of(&app.a.staff.post("/residents", body).await.created());
    let change = json!({"phone": "19900005678"});
    app.a.staff.patch(&format!("/residents/{resident}"), change).await.ok();
    let reveal = json!({"reason": "电话通知"});
    app.a.staff.post(&format!("/residents/{resident}/reveal"), reveal).await.ok();
    let log = app.a.staff.get(&format!("/audit-entries?subject_id={resident}")).await;
    assert!(log.text.contains("199****1234") && log.text.contains("199****5678"));
    assert!(!log.text.contains("19900001234") && !log.text.contains("19900005678"));
    assert_eq!(log.items().len(), 3);
}

#[tokio::test]
async fn the_newest_lines_come_first_page_by_page() {
    let app = TestApp::start().await;
    for points in 1..=3 {
        let body = json!({"resident_id": app.a.id(49), "points": points, "reason": "核对积分卡"});
        app.a.staff.post("/adjustments", body).await.created();
    }
    let first = app.a.staff.get("/audit-entries?limit=2").await.ok();
    let cursor = first["next_cursor"].as_str().unwrap();
    let second = app.a.staff.get(&format!("/audit-entries?limit=2&cursor={cursor}")).await.ok();
    let amount = |page: &serde_json::Value, line: usize| page["items"][line]["after"]["amount"].clone();
    assert_eq!([amount(&first, 0), amount(&first, 1), amount(&second, 0)], [3, 2, 1]);
    assert_eq!(second["next_cursor"], json!(null));
}

#[tokio::test]
async fn the_log_is_the_desk_s_and_the_community_s_own() {
    let app = TestApp::start().await;
    let resident = app.a.id(49);
    app.a.staff.patch(&format!("/residents/{resident}"), json!({"name": "赵大洋"})).await.ok();
    let path = format!("/audit-entries?subject_id={resident}");
    assert_eq!(app.b.administrator.get(&path).await.items().len(), 0);
    for actor in [&app.a.social_worker, &app.a.leader, &app.a.resident, &app.operator] {
        actor.get(&path).await.refused(403, "forbidden");
    }
    app.a.staff.get("/audit-entries?subject_id=x").await.faulty("subject_id");
}
