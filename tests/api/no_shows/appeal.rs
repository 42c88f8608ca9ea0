//! `POST /no-shows/{id}/appeal` and `…/decide`.

use linli_tests::{Actor, Answer, TestApp, id_of};
use serde_json::{Value, json};

use super::{absent, mark, missed_by};

async fn appeal(who: &Actor, mark: &Value) -> Answer {
    who.post(&format!("/no-shows/{}/appeal", id_of(mark)), json!({"reason": "当天住院"})).await
}

async fn decide(who: &Actor, mark: &Value, verdict: &str) -> Answer {
    let body = json!({"verdict": verdict, "note": "已看病历"});
    who.post(&format!("/no-shows/{}/decide", id_of(mark)), body).await
}

#[tokio::test]
async fn what_was_deducted_is_given_back_if_the_appeal_is_granted() {
    let app = TestApp::start().await;
    let third = absent(&app, 3).await;
    let appealed = appeal(&app.a.staff, &third).await.ok();
    assert_eq!((&appealed["appeal"], &appealed["verdict"]), (&json!("当天住院"), &Value::Null));
    let decided = decide(&app.a.administrator, &third, "granted").await.ok();
    assert_eq!((&decided["verdict"], &decided["note"]), (&json!("granted"), &json!("已看病历")));
    let log = app.a.staff.get("/audit-entries?limit=2").await;
    assert!(!log.text.contains("住院") && !log.text.contains("病历"), "{}", log.text);
    let decision = &log.items()[0];
    assert_eq!(
        (&decision["before"]["verdict"], &decision["after"]["verdict"]),
        (&Value::Null, &json!("granted"))
    );
    assert_eq!(app.wallet(48).await.0, 100);
    // It does not count any more: the next one is the third again.
    assert_eq!(absent(&app, 1).await["step"], "deduction");
    assert_eq!(app.wallet(48).await.0, 99);
    assert_eq!(app.drift(&app.a).await, []);
}

#[tokio::test]
async fn a_notice_that_was_wrong_does_not_count_towards_a_deduction() {
    let app = TestApp::start().await;
    let second = absent(&app, 2).await;
    appeal(&app.a.staff, &second).await.ok();
    decide(&app.a.administrator, &second, "granted").await.ok();
    assert_eq!(absent(&app, 1).await["step"], "notice");
    assert_eq!(absent(&app, 1).await["step"], "deduction");
}

#[tokio::test]
async fn a_refused_appeal_changes_nothing_and_is_the_last_word() {
    let app = TestApp::start().await;
    let third = absent(&app, 3).await;
    decide(&app.a.staff, &third, "refused").await.refused(409, "not-appealed");
    appeal(&app.a.staff, &third).await.ok();
    decide(&app.a.administrator, &third, "refused").await.ok();
    decide(&app.a.administrator, &third, "granted").await.refused(409, "already-decided");
    appeal(&app.a.staff, &third).await.refused(409, "already-appealed");
    assert_eq!(app.wallet(48).await.0, 99);
    assert_eq!(app.drift(&app.a).await, []);
}

#[tokio::test]
async fn a_deduction_that_staff_took_back_is_not_given_back_twice() {
    let app = TestApp::start().await;
    let third = absent(&app, 3).await;
    let path = format!("/transfers/{}/reverse", third["transfer_id"].as_str().unwrap());
    app.a.staff.post(&path, json!({"reason": "登记有误"})).await.created();
    appeal(&app.a.staff, &third).await.ok();
    decide(&app.a.administrator, &third, "granted").await.ok();
    assert_eq!(app.wallet(48).await.0, 100);
    assert_eq!(app.drift(&app.a).await, []);
}

#[tokio::test]
async fn who_marked_somebody_does_not_decide() {
    let app = TestApp::start().await;
    let activity = missed_by(&app, 48).await;
    let marked = mark(&app.a.staff, &activity).await.ok()["items"][0].clone();
    appeal(&app.a.staff, &marked).await.ok();
    decide(&app.a.staff, &marked, "granted").await.refused(409, "decider-is-marker");
    decide(&app.a.social_worker, &marked, "granted").await.refused(403, "forbidden");
    decide(&app.a.administrator, &marked, "granted").await.ok();
}

#[tokio::test]
async fn who_files_an_appeal_does_not_decide_about_it() {
    let app = TestApp::start().await;
    let marked = absent(&app, 1).await;
    appeal(&app.a.staff, &marked).await.ok();
    decide(&app.a.staff, &marked, "granted").await.refused(409, "decider-is-appellant");
    decide(&app.a.administrator, &marked, "granted").await.ok();
}

#[tokio::test]
async fn a_fine_that_the_absences_that_are_left_do_not_bear_is_given_back() {
    let app = TestApp::start().await;
    let first = absent(&app, 1).await;
    absent(&app, 1).await;
    let third = absent(&app, 1).await;
    assert_eq!((&third["step"], app.wallet(48).await.0), (&json!("deduction"), 99));
    appeal(&app.a.staff, &first).await.ok();
    decide(&app.a.administrator, &first, "granted").await.ok();
    assert_eq!(app.wallet(48).await.0, 100);
    let told = app.a.staff.get(&format!("/notices?resident_id={}", app.a.id(48))).await.items();
    assert_eq!(
        (&told[0]["content"]["kind"], &told[0]["content"]["verdict"], &told[0]["content"]["points"]),
        (&json!("no_show_decided"), &json!("granted"), &json!(1))
    );
    // The next is the third again.
    assert_eq!(absent(&app, 1).await["step"], "deduction");
    assert_eq!(app.wallet(48).await.0, 99);
    assert_eq!(app.drift(&app.a).await, []);
}

#[tokio::test]
async fn residents_appeal_for_themselves_only() {
    let app = TestApp::start().await;
    let marked = absent(&app, 1).await;
    appeal(&app.a.resident, &marked).await.refused(403, "forbidden");
    appeal(&app.b.staff, &marked).await.refused(404, "not-found");
}
