//! `POST /award-previews` under a book in which everything is said that can be.

use linli_tests::{TestApp, id_of};
use serde_json::{Value, json};

use super::rich_book;
use crate::ledger::{earned_on, post, resident};

/// The question under a draft of that book, open to everybody, with some fields more.
async fn asked(app: &TestApp, more: Value) -> Value {
    let mut book = rich_book(app);
    for rule in book["rules"].as_array_mut().unwrap() {
        rule["eligibility"] = json!({});
    }
    with(app, book, more).await
}

async fn with(app: &TestApp, book: Value, more: Value) -> Value {
    let draft =
        app.a.administrator.post("/rulebooks", json!({"title": "《新办法》", "book": book})).await.created();
    let mut question = json!({"rule_code": "PATROL", "rulebook_id": id_of(&draft)});
    question.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    question
}

async fn text(app: &TestApp, question: Value) -> String {
    let preview = app.a.staff.post("/award-previews", question).await.ok();
    preview["text"].as_str().unwrap().split('；').next().unwrap().to_owned()
}

#[tokio::test]
async fn a_deed_with_a_beginning_and_an_end_has_minutes_of_the_night() {
    let app = TestApp::start().await;
    // 21:00 to 23:30 in Wuhan.
    let times = json!({"starts_at": "2026-03-02T13:00:00Z", "ends_at": "2026-03-02T15:30:00Z"});
    let question = asked(&app, times).await;
    let preview = app.a.staff.post("/award-previews", question.clone()).await.ok();
    assert_eq!(preview["points"], 12);
    assert_eq!(preview["explanation"]["factors"], json!([{"kind": "night", "percent": 200, "minutes": 90}]));
    assert_eq!(
        text(&app, question).await,
        "平安巡逻（PATROL，第 2 版）：每小时 3 分 ×（夜间 90 分钟 × 2 + 其余 60 分钟）÷ 60 = 12 分"
    );
}

#[tokio::test]
async fn hardship_and_category_multiply_and_the_last_step_rounds() {
    let app = TestApp::start().await;
    let more = json!({"on": "2026-03-02", "minutes": 50, "hardship": true, "category": "public_safety"});
    assert_eq!(
        text(&app, asked(&app, more).await).await,
        "平安巡逻（PATROL，第 2 版）：每小时 3 分 × 50 分钟 ÷ 60 × 1.5（艰苦条件）× 1.2（平安综治）= 4 分（不足 1 分舍去）"
    );
}

#[tokio::test]
async fn a_rule_by_level_wants_to_know_which() {
    let app = TestApp::start().await;
    let question = asked(&app, json!({"rule_code": "HONOUR", "on": "2026-03-02", "level": "区级"})).await;
    assert_eq!(text(&app, question.clone()).await, "平安巡逻（HONOUR，第 2 版）：等级「区级」20 分");
    for level in [json!("市级"), json!(null)] {
        let question = json!({"rule_code": "HONOUR", "on": "2026-03-02", "level": level, "rulebook_id": question["rulebook_id"]});
        app.a.staff.post("/award-previews", question).await.faulty("level");
    }
}

#[tokio::test]
async fn what_the_family_and_everybody_earned_counts() {
    let app = TestApp::start().await;
    let mut book = rich_book(&app);
    book["rules"] = json!([{
        "code": "CLEAN", "title": "清洁家园", "basis": "act", "points": 5, "check": "",
        "caps": [{"period": "month", "per": "household", "points": 11}], "budget": {"period": "year", "points": 13},
    }]);
    book["caps"] = json!([]);
    // 48 is of the family of 47.
    post(&app, &[earned_on(&app, resident(&app, 48), 9, "2026-03-01".parse().unwrap())]).await;
    let question = |more: Value| with(&app, book.clone(), more);
    let of_47 =
        question(json!({"rule_code": "CLEAN", "on": "2026-03-02", "resident_id": app.a.id(47)})).await;
    let preview = app.a.leader.post("/award-previews", of_47).await.ok();
    assert_eq!(
        preview["text"],
        "清洁家园（CLEAN，第 2 版）：每次 5 分；全家本月上限 11 分，已得 9 分，本次计 2 分；全家本月还可得 0 分；\
         全社区本年度预算还剩 2 分"
    );
    // Nobody in particular has no family, but the budget is everybody's.
    let of_nobody = question(json!({"rule_code": "CLEAN", "on": "2026-03-02"})).await;
    let preview = app.a.resident.post("/award-previews", of_nobody).await.ok();
    assert_eq!((&preview["points"], &preview["explanation"]["cut"]["scope"]), (&json!(4), &json!("budget")));
}

#[tokio::test]
async fn who_the_rule_is_not_for_is_refused_with_the_term() {
    let app = TestApp::start().await;
    let mut book = rich_book(&app);
    let more = |number: u32| json!({"on": "2026-03-02", "minutes": 60, "resident_id": app.a.id(number)});
    // 48 was born in 1945, 47 in 1990 and is in none of the teams, 44 leads one.
    let refused = app.a.staff.post("/award-previews", with(&app, book.clone(), more(48)).await).await;
    let refused = refused.refused(409, "not-eligible");
    assert_eq!(refused["figures"]["missed"], json!({"kind": "too_old", "max_age": 60}));
    let refused = app.a.staff.post("/award-previews", with(&app, book.clone(), more(47)).await).await;
    assert_eq!(refused.refused(409, "not-eligible")["figures"]["missed"], json!({"kind": "other_team"}));
    app.a.staff.post("/award-previews", with(&app, book.clone(), more(44)).await).await.ok();
    book["rules"][0]["eligibility"] = json!({"buildings": [app.a.id(11)]});
    app.a.staff.post("/award-previews", with(&app, book, more(48)).await).await.ok();
}

#[tokio::test]
async fn day_beginning_end_and_length_have_to_fit() {
    let app = TestApp::start().await;
    let (start, end) = ("2026-03-02T13:00:00Z", "2026-03-02T15:30:00Z");
    let cases = [
        (json!({}), "on"),
        (json!({"on": "2026-03-02", "starts_at": start}), "on"),
        (json!({"starts_at": start, "ends_at": end, "minutes": 5}), "minutes"),
        (json!({"on": "2026-03-02", "ends_at": end}), "starts_at"),
        (json!({"starts_at": end, "ends_at": start}), "ends_at"),
        (json!({"starts_at": start, "ends_at": "2026-03-03T13:01:00Z"}), "ends_at"),
        (json!({"on": "2026-03-02", "minutes": 1441}), "minutes"),
        (json!({"on": "2026-03-02", "category": "chess"}), "category"),
        (json!({"on": "2026-03-02", "hardship": "yes"}), "hardship"),
    ];
    for (more, field) in cases {
        let mut question = json!({"rule_code": "CLEAN"});
        question.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        app.a.staff.post("/award-previews", question).await.faulty(field);
    }
    let whole_day = json!({"rule_code": "CLEAN", "starts_at": start, "ends_at": "2026-03-03T13:00:00Z"});
    assert_eq!(app.a.staff.post("/award-previews", whole_day).await.ok()["explanation"]["minutes"], 1440);
}
