//! `POST /deductions`.

use linli_tests::TestApp;
use linli_tests::race::{race, wallet};
use serde_json::{Value, json};

use super::{balance, newest, resident};

fn breach(app: &TestApp, points: i64) -> Value {
    json!({"resident_id": app.a.id(47), "points": points, "reason": "报名后多次无故缺席"})
}

#[tokio::test]
async fn points_are_taken_with_the_reason_that_the_resident_reads() {
    let app = TestApp::start().await;
    let deduction = app.a.staff.post("/deductions", breach(&app, 3)).await.created();
    assert_eq!((&deduction["code"], &deduction["amount"]), (&json!("deduct"), &json!(3)));
    assert_eq!(deduction["credit"], json!({"account": "deducted"}));
    let read = newest(&app, resident(&app, 47), "deduct").await;
    assert_eq!((&read["amount"], &read["text"]), (&json!(-3), &json!("扣分：报名后多次无故缺席")));
    assert_eq!(balance(&app, resident(&app, 47)).await, (97, 0));
    assert_eq!(app.drift(&app.a).await, []);
}

#[tokio::test]
async fn what_the_wallet_lacks_is_owed_and_the_whole_comes_back_when_it_was_wrong() {
    let app = TestApp::start().await;
    let deduction = app.a.staff.post("/deductions", breach(&app, 130)).await.created();
    let path = format!("/residents/{}/wallet", app.a.id(47));
    let owing = app.a.resident.get(&path).await.ok();
    assert_eq!((&owing["posted"], &owing["debt"]), (&json!(0), &json!(30)));
    let reverse = format!("/transfers/{}/reverse", deduction["id"].as_str().unwrap());
    app.a.staff.post(&reverse, json!({"reason": "申诉成立"})).await.created();
    let back = app.a.resident.get(&path).await.ok();
    assert_eq!((&back["posted"], &back["debt"]), (&json!(100), &json!(0)));
    assert_eq!(back["lots"], json!([{"lapses_on": "2099-12-31", "posted": 100, "held": 0}]));
    assert_eq!(app.drift(&app.a).await, []);
}

#[tokio::test]
async fn of_eight_deductions_at_once_each_is_taken_whole() {
    let app = TestApp::start().await;
    let contenders = (0..8).map(|_| app.a.staff.post("/deductions", breach(&app, 20)));
    for answer in race(&app, &wallet(app.a.id(47)), contenders).await {
        answer.created();
    }
    let stands = app.a.resident.get(&format!("/residents/{}/wallet", app.a.id(47))).await.ok();
    assert_eq!((&stands["posted"], &stands["debt"]), (&json!(0), &json!(60)));
    assert_eq!(app.drift(&app.a).await, []);
}
