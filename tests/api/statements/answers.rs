//! What a partner says to a closed statement, and what the desk says to that.

use linli_tests::race::{CONTENDERS, one_wins, race, row, unlocked};
use linli_tests::{TestApp, id_of};
use serde_json::{Value, json};
use uuid::Uuid;

use super::{DECEMBER, closed, confirmed, go_on_to};

/// November of store 72 with two lines, closed; the path of its statement, and the lines.
async fn statement(app: &TestApp) -> (String, Vec<Uuid>) {
    let made = confirmed(app, 2).await;
    go_on_to(app, DECEMBER);
    (format!("/statements/{}", id_of(&closed(app).await)), made)
}

fn reason() -> Value {
    json!({"reason": "少了一笔"})
}

#[tokio::test]
async fn the_manager_agrees_once() {
    let app = TestApp::start().await;
    let (path, _) = statement(&app).await;
    let agreed = app.a.manager.post(&format!("{path}/agree"), json!({})).await.ok();
    assert_eq!((&agreed["state"], &agreed["answered_by"]), (&json!("agreed"), &json!(app.a.id(25))));
    assert!(agreed["answered_at"].is_string() && agreed["dispute"].is_null());
    app.a.manager.post(&format!("{path}/agree"), json!({})).await.refused(409, "wrong-state");
    app.a.manager.post(&format!("{path}/dispute"), reason()).await.refused(409, "wrong-state");
    app.a
        .staff
        .post(&format!("{path}/settle"), json!({"note": "无需处理"}))
        .await
        .refused(409, "wrong-state");
    assert_eq!(app.drift(&app.a).await, []);
}

#[tokio::test]
async fn a_dispute_names_lines_is_found_by_the_desk_and_settled_once() {
    let app = TestApp::start().await;
    let (path, lines) = statement(&app).await;
    let body = json!({"reason": "第二笔金额不对", "line_ids": [lines[1], lines[1]]});
    let disputed = app.a.manager.post(&format!("{path}/dispute"), body).await.ok();
    assert_eq!((&disputed["state"], &disputed["disputed_lines"]), (&json!("disputed"), &json!([lines[1]])));
    let waiting = app.a.staff.get("/statements?state=disputed").await.items();
    assert_eq!((waiting.len(), &waiting[0]["dispute"]), (1, &json!("第二笔金额不对")));
    let note = json!({"note": "已核对小票，金额无误"});
    let settled = app.a.staff.post(&format!("{path}/settle"), note.clone()).await.ok();
    assert_eq!((&settled["state"], &settled["settled_by"]), (&json!("settled"), &json!(app.a.id(22))));
    assert_eq!(settled["totals"], disputed["totals"], "the figures stay");
    app.a.staff.post(&format!("{path}/settle"), note).await.refused(409, "wrong-state");
    assert!(app.a.staff.get("/statements?state=disputed").await.items().is_empty());
    assert_eq!(app.a.manager.get(&path).await.ok()["settlement"], "已核对小票，金额无误");
    assert_eq!(app.drift(&app.a).await, []);
}

#[tokio::test]
async fn a_line_of_another_month_or_community_is_none_of_it() {
    let app = TestApp::start().await;
    let (path, lines) = statement(&app).await;
    let next = confirmed(&app, 1).await[0];
    for foreign in [next, Uuid::nil()] {
        let body = json!({"reason": "不是这笔", "line_ids": [lines[0], foreign]});
        app.a.manager.post(&format!("{path}/dispute"), body).await.faulty("line_ids[1]");
    }
    assert_eq!(app.a.manager.get(&path).await.ok()["state"], "closed");
}

#[tokio::test]
async fn nobody_speaks_for_a_partner_but_its_managers() {
    let app = TestApp::start().await;
    let (path, _) = statement(&app).await;
    for actor in [&app.a.cashier, &app.a.staff, &app.a.administrator, &app.a.resident] {
        actor.post(&format!("{path}/agree"), json!({})).await.refused(403, "forbidden");
        actor.post(&format!("{path}/dispute"), reason()).await.refused(403, "forbidden");
    }
    app.b.manager.post(&format!("{path}/agree"), json!({})).await.refused(404, "not-found");
    let (other, manager) = (app.a.id(73), app.a.id(25));
    let moved = format!("UPDATE partner_managers SET partner_id = '{other}' WHERE user_id = '{manager}'");
    app.database.run(&moved).await;
    app.a.manager.post(&format!("{path}/agree"), json!({})).await.refused(403, "forbidden");
    app.a.manager.get(&path).await.refused(403, "forbidden");
}

#[tokio::test]
async fn who_disputes_does_not_settle_though_he_works_at_the_desk() {
    let app = TestApp::start().await;
    let (path, _) = statement(&app).await;
    let (community, manager) = (app.a.id(1), app.a.id(25));
    app.database.run(&format!("INSERT INTO user_roles VALUES ('{community}', '{manager}', 'staff')")).await;
    app.a.manager.post(&format!("{path}/dispute"), reason()).await.ok();
    let note = json!({"note": "就这样吧"});
    app.a.manager.post(&format!("{path}/settle"), note.clone()).await.refused(409, "own-dispute");
    app.a.staff.post(&format!("{path}/settle"), note).await.ok();
}

#[tokio::test]
async fn of_eight_answers_at_once_one_counts() {
    let app = TestApp::start().await;
    let (path, _) = statement(&app).await;
    let id: Uuid = path.rsplit('/').next().unwrap().parse().unwrap();
    let answer = |number: usize| {
        let (agree, dispute) = (format!("{path}/agree"), format!("{path}/dispute"));
        let manager = app.a.manager.clone();
        async move {
            if number.is_multiple_of(2) {
                manager.post(&agree, json!({})).await
            } else {
                manager.post(&dispute, reason()).await
            }
        }
    };
    let answers = race(&app, &row("statements", id), (0..CONTENDERS).map(answer)).await;
    let won = one_wins(answers, "wrong-state").ok();
    assert_eq!(app.a.manager.get(&path).await.ok(), won);
}

#[tokio::test]
async fn without_the_lock_all_eight_would_answer_and_the_state_lets_one_through() {
    let app = TestApp::start().await;
    let (path, _) = statement(&app).await;
    let id = path.rsplit('/').next().unwrap();
    let by = app.a.id(25);
    let read = format!("SELECT state = 'closed' AS allowed FROM statements WHERE id = '{id}'");
    let write = format!(
        "UPDATE statements SET state = 'agreed', answered_at = now(), answered_by = '{by}' WHERE id = '{id}'"
    );
    unlocked(&app, &read, |_| write.clone()).await.caught_by("a closed statement stays as it is", 1);
}
