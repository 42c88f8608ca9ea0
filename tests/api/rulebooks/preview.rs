//! `POST /award-previews`.

use chrono::Duration;
use linli_tests::{Answer, TestApp, operations};
use reqwest::Method;
use serde_json::{Value, json};

use super::draft;
use crate::ledger::{earned_on, post, resident};

#[tokio::test]
async fn a_preview_shows_the_points_and_why() {
    let app = TestApp::start().await;
    let body = json!({"rule_code": "CLEAN", "on": "2026-03-02", "minutes": 240});
    let preview = app.a.resident.post("/award-previews", body).await.ok();
    assert_eq!((&preview["points"], &preview["rulebook_id"]), (&json!(6), &json!(app.a.id(60))));
    assert_eq!(
        preview["text"],
        "清洁家园（CLEAN，第 1 版）：每小时 2 分 × 240 分钟 ÷ 60 = 8 分；本日上限 6 分，已得 0 分，本次计 6 分；\
         本日还可得 0 分；全部事项本月还可得 54 分"
    );
    assert_eq!(preview["explanation"]["computed"], 8);
    assert_eq!(preview["explanation"]["cut"]["cap"], 6);
}

#[tokio::test]
async fn for_a_resident_caps_count_what_was_earned_before() {
    let app = TestApp::start().await;
    let day = "2026-03-02".parse().unwrap();
    post(&app, &[earned_on(&app, resident(&app, 47), 4, day)]).await;
    let points = async |body: Value| app.a.leader.post("/award-previews", body).await.ok()["points"].clone();
    let deed = |resident: u32, on: &str| json!({"rule_code": "CLEAN", "on": on, "minutes": 180, "resident_id": app.a.id(resident)});
    assert_eq!(points(deed(47, "2026-03-02")).await, 2);
    assert_eq!(points(deed(47, "2026-03-03")).await, 6);
    assert_eq!(points(deed(49, "2026-03-02")).await, 6);
}

#[tokio::test]
async fn a_draft_can_be_tried_out() {
    let app = TestApp::start().await;
    let body = json!({
        "rule_code": "PATROL", "on": "2026-03-02", "minutes": 60, "rulebook_id": draft(&app).await,
    });
    assert_eq!(app.a.staff.post("/award-previews", body).await.ok()["points"], 3);
}

#[tokio::test]
async fn today_s_deed_is_judged_by_the_book_of_now_and_another_day_s_by_that_day_s() {
    let app = TestApp::start().await;
    let path = format!("/rulebooks/{}/publish", draft(&app).await);
    app.a.administrator.post(&path, json!({})).await.ok();
    let day = |days: i64| (app.clock.now() + Duration::hours(8) + Duration::days(days)).date_naive();
    let ask = async |rule: &str, days: i64| {
        app.a.staff.post("/award-previews", json!({"rule_code": rule, "on": day(days)})).await.status
    };
    assert_eq!([ask("PATROL", 0).await, ask("PATROL", 1).await, ask("PATROL", -1).await], [200, 200, 422]);
    assert_eq!([ask("CLEAN", 0).await, ask("CLEAN", -1).await], [422, 200]);
}

#[tokio::test]
async fn a_resident_asks_for_itself_only() {
    let app = TestApp::start().await;
    let ask = |number: u32| json!({"rule_code": "MEET", "on": "2026-03-02", "resident_id": app.a.id(number)});
    for actor in [&app.a.resident, &app.a.social_worker, &app.a.leader, &app.a.staff] {
        actor.post("/award-previews", ask(47)).await.ok();
    }
    for actor in [&app.a.resident, &app.a.cashier, &app.a.manager] {
        actor.post("/award-previews", ask(49)).await.refused(403, "forbidden");
    }
}

#[tokio::test]
async fn a_faulty_field_is_named() {
    let app = TestApp::start().await;
    let cases = [
        (json!({"on": "2026-03-02"}), "rule_code"),
        (json!({"rule_code": "NOSUCH", "on": "2026-03-02"}), "rule_code"),
        (json!({"rule_code": "CLEAN", "on": "2026-02-30"}), "on"),
        (json!({"rule_code": "CLEAN", "on": "-4000-01-01"}), "on"),
        (json!({"rule_code": "CLEAN", "on": "2026-03-02", "minutes": -1}), "minutes"),
        (json!({"rule_code": "CLEAN", "on": "2026-03-02", "resident_id": app.b.id(47)}), "resident_id"),
        (json!({"rule_code": "CLEAN", "on": "2026-03-02", "rulebook_id": app.b.id(60)}), "rulebook_id"),
    ];
    for (body, field) in cases {
        app.a.staff.post("/award-previews", body).await.faulty(field);
    }
    let early = json!({"rule_code": "CLEAN", "on": "2019-03-02"});
    app.a.staff.post("/award-previews", early).await.refused(409, "no-rulebook-in-force");
}

#[tokio::test]
async fn a_question_takes_no_key_and_changes_nothing() {
    let app = TestApp::start().await;
    let ask = async || -> Answer {
        let body = json!({"rule_code": "CLEAN", "on": "2026-03-02", "resident_id": app.a.id(47)});
        app.a.staff.send(Method::POST, "/api/v1/award-previews", Some(body), &[]).await
    };
    assert_eq!(ask().await.ok(), ask().await.ok());
    assert_eq!(app.a.staff.get("/audit-entries").await.items(), Vec::<Value>::new());
    let keyed = |id: &str| {
        let operation = operations().into_iter().find(|operation| operation.id == id).unwrap();
        operation.spec.to_string().contains("Idempotency-Key")
    };
    assert!(!keyed("preview_award") && keyed("create_rulebook"));
}
