//! `POST /transfers/{id}/reverse`.

use linli_domain::ids::TransferId;
use linli_tests::TestApp;
use linli_tests::race::{CONTENDERS, one_wins, race, wallet};
use serde_json::{Value, json};
use uuid::Uuid;

use super::{balance, capturing, deducted, earned, held, hold, post, resident};

fn path(of: TransferId) -> String {
    format!("/transfers/{of}/reverse")
}

fn reason() -> Value {
    json!({"reason": "重复登记"})
}

#[tokio::test]
async fn an_award_is_taken_back_with_a_reason_and_a_line_in_the_log() {
    let app = TestApp::start().await;
    let award = earned(&app, resident(&app, 47), 5);
    post(&app, std::slice::from_ref(&award)).await;
    let answer = app.a.staff.post(&path(award.id), reason()).await;
    let location = answer.header("location").unwrap().to_owned();
    let reversal = answer.created();
    assert_eq!((&reversal["code"], &reversal["amount"]), (&json!("reverse"), &json!(5)));
    assert_eq!((&reversal["reverses"], &reversal["text"]), (&json!(award.id), &json!("冲正：重复登记")));
    assert_eq!(reversal["actor_id"], json!(app.a.id(22)));
    let shown = app.a.staff.get(location.strip_prefix("/api/v1").unwrap()).await.ok();
    for (field, value) in reversal.as_object().unwrap() {
        assert_eq!(&shown[field], value, "{field}");
    }
    assert_eq!(balance(&app, resident(&app, 47)).await, (100, 0));
    let log = app.a.staff.get(&format!("/audit-entries?subject_id={}", award.id)).await.items();
    assert_eq!((log.len(), &log[0]["after"]["reason"]), (1, &json!("重复登记")));
    assert_eq!(app.drift(&app.a).await, []);
}

#[tokio::test]
async fn a_deduction_an_adjustment_and_an_opening_balance_can_be_taken_back() {
    let app = TestApp::start().await;
    let deduction = deducted(resident(&app, 47), 30);
    post(&app, std::slice::from_ref(&deduction)).await;
    app.a.staff.post(&path(deduction.id), reason()).await.created();
    assert_eq!(balance(&app, resident(&app, 47)).await, (100, 0));
    let opening = app.a.staff.get(&format!("/transfers?resident_id={}", app.a.id(49))).await.items();
    let adjustment = json!({"resident_id": app.a.id(49), "points": -10, "reason": "核对积分卡"});
    let adjustment = app.a.staff.post("/adjustments", adjustment).await.created();
    for transfer in [&adjustment, &opening[0]] {
        let path = format!("/transfers/{}/reverse", transfer["id"].as_str().unwrap());
        app.a.staff.post(&path, reason()).await.created();
    }
    assert_eq!(balance(&app, resident(&app, 49)).await, (0, 0));
    assert_eq!(app.drift(&app.a).await, []);
}

#[tokio::test]
async fn what_was_spent_and_what_was_reversed_cannot_be_reversed_here() {
    let app = TestApp::start().await;
    let request = held(resident(&app, 47), 15);
    hold(&app, std::slice::from_ref(&request)).await;
    let (spending, award) = (capturing(&request), earned(&app, resident(&app, 47), 5));
    post(&app, &[spending.clone(), award.clone()]).await;
    app.a.staff.post(&path(spending.id), reason()).await.refused(409, "not-reversible");
    let reversal = app.a.staff.post(&path(award.id), reason()).await.created();
    app.a.staff.post(&path(award.id), reason()).await.refused(409, "already-reversed");
    let again = format!("/transfers/{}/reverse", reversal["id"].as_str().unwrap());
    app.a.staff.post(&again, reason()).await.refused(409, "not-reversible");
    assert_eq!(app.drift(&app.a).await, []);
}

#[tokio::test]
async fn points_that_are_spent_or_held_are_owed_and_later_awards_pay_them_first() {
    let app = TestApp::start().await;
    let of = resident(&app, 47);
    let award = earned(&app, of, 50);
    post(&app, &[award.clone(), deducted(of, 80)]).await;
    hold(&app, &[held(of, 40)]).await;
    let reversal = app.a.staff.post(&path(award.id), reason()).await.created();
    assert_eq!((&reversal["code"], &reversal["amount"]), (&json!("reverse"), &json!(50)));
    assert_eq!(balance(&app, of).await, (40, 40));
    let wallet = app.a.staff.get(&format!("/residents/{of}/wallet")).await.ok();
    assert_eq!((&wallet["available"], &wallet["debt"]), (&json!(0), &json!(20)));
    let owed = super::newest(&app, of, "owe").await;
    assert_eq!((&owed["amount"], &owed["text"]), (&json!(20), &json!("可用积分不足，差 20 分记为欠分")));
    assert_eq!(app.drift(&app.a).await, []);
}

#[tokio::test]
async fn a_repeated_command_takes_back_once() {
    let app = TestApp::start().await;
    let award = earned(&app, resident(&app, 47), 5);
    post(&app, std::slice::from_ref(&award)).await;
    let key = Uuid::now_v7().to_string();
    let first = app.a.staff.post_with(&key, &path(award.id), reason()).await;
    let again = app.a.staff.post_with(&key, &path(award.id), reason()).await;
    assert_eq!((first.status, &first.text), (again.status, &again.text));
    assert_eq!(again.header("idempotent-replayed"), Some("true"));
    assert_eq!(balance(&app, resident(&app, 47)).await, (100, 0));
}

#[tokio::test]
async fn of_eight_who_take_the_same_award_back_one_does() {
    let app = TestApp::start().await;
    // So little is left afterwards that whoever comes second finds neither the award nor the points.
    let of = resident(&app, 47);
    let award = earned(&app, of, 5);
    post(&app, &[award.clone(), deducted(of, 100)]).await;
    let path = path(award.id);
    let contenders = (0..CONTENDERS).map(|_| app.a.staff.post(&path, reason()));
    one_wins(race(&app, &wallet(of.uuid()), contenders).await, "already-reversed");
    assert_eq!(balance(&app, of).await, (0, 0));
    assert_eq!(app.drift(&app.a).await, []);
}

#[tokio::test]
async fn another_community_s_transfer_does_not_exist_and_a_reason_is_needed() {
    let app = TestApp::start().await;
    let award = earned(&app, resident(&app, 47), 5);
    post(&app, std::slice::from_ref(&award)).await;
    app.b.staff.post(&path(award.id), reason()).await.refused(404, "not-found");
    app.a.social_worker.post(&path(award.id), reason()).await.refused(403, "forbidden");
    app.a.staff.post(&path(award.id), json!({"reason": " "})).await.faulty("reason");
}
