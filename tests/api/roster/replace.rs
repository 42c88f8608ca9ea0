//! `GET` and `PUT /activities/{id}/roster`.

use linli_tests::TestApp;
use serde_json::{Value, json};

use super::{came, closed, path, record};
use crate::activities::{activity, propose, recruiting, running, shift, shift_id, step};
use crate::signups::sign_up;

#[tokio::test]
async fn the_roster_shows_who_signed_up_and_who_came_with_names() {
    let app = TestApp::start().await;
    let activity = recruiting(&app, json!({})).await;
    sign_up(&app.a.resident, shift_id(&activity, 0), None).await.created();
    let signup = sign_up(&app.a.staff, shift_id(&activity, 0), Some(app.a.id(49))).await.created();
    let withdraw = format!("/signups/{}/withdraw", signup["id"].as_str().unwrap());
    app.a.staff.post(&withdraw, json!({})).await.ok();
    step(&app, &activity, "start").await.ok();
    app.clock.put_forward(chrono::Duration::hours(2));
    let walk_in = came(&activity, app.a.id(48), 30);
    let roster = record(&app.a.leader, &activity, json!([walk_in])).await.ok();
    let shift = &roster["shifts"][0];
    let names = |list: &Value| -> Vec<String> {
        list.as_array().unwrap().iter().map(|one| one["resident_name"].as_str().unwrap().to_owned()).collect()
    };
    assert_eq!(
        (names(&shift["signups"]), names(&shift["attendances"])),
        (vec!["王小明".into()], vec!["李奶奶".into()])
    );
    assert_eq!(shift["attendances"][0]["points"], json!(null));
    assert_eq!(app.a.social_worker.get(&path(&activity)).await.ok(), roster);
}

#[tokio::test]
async fn a_new_list_takes_the_place_of_the_old_one_until_the_roster_is_settled() {
    let app = TestApp::start().await;
    let activity = closed(&app).await;
    let other = json!([came(&activity, app.a.id(49), 120)]);
    let roster = record(&app.a.leader, &activity, other.clone()).await.ok();
    assert_eq!(roster["shifts"][0]["attendances"].as_array().unwrap().len(), 1);
    step(&app, &activity, "settle").await.ok();
    record(&app.a.leader, &activity, other).await.refused(409, "wrong-state");
}

#[tokio::test]
async fn attendance_is_recorded_for_shifts_that_have_begun() {
    let app = TestApp::start().await;
    let shifts = json!([shift(&app, 60, 60, 1), shift(&app, 300, 60, 1)]);
    let activity = running(&app, json!({"shifts": shifts})).await;
    let resident = app.a.id(47);
    let later = json!({"shift_id": shift_id(&activity, 1), "resident_id": resident, "minutes": 10});
    let both = json!([came(&activity, resident, 60), later]);
    let problem = record(&app.a.leader, &activity, both).await.refused(409, "shift-not-started");
    assert_eq!(problem["errors"][0]["field"], "attendances[1].shift_id");
}

#[tokio::test]
async fn a_fault_names_its_place_in_the_list() {
    let app = TestApp::start().await;
    let activity = running(&app, json!({})).await;
    let other = propose(&app, json!({})).await;
    let fine = came(&activity, app.a.id(47), 120);
    let cases = [
        (came(&activity, app.a.id(48), 121), "minutes"),
        (came(&activity, app.a.id(48), 0), "minutes"),
        (came(&activity, app.a.id(47), 10), "resident_id"),
        (came(&activity, app.b.id(48), 10), "resident_id"),
        (came(&other, app.a.id(48), 10), "shift_id"),
    ];
    for (faulty, field) in cases {
        let answer = record(&app.a.leader, &activity, json!([fine, faulty])).await;
        answer.faulty(&format!("attendances[1].{field}"));
    }
    record(&app.a.leader, &activity, Value::from(vec![fine; 501])).await.faulty("attendances");
}

#[tokio::test]
async fn rosters_have_their_time() {
    let app = TestApp::start().await;
    let activity = activity(&app, json!({}), &["review", "recruit"]).await;
    record(&app.a.leader, &activity, json!([])).await.refused(409, "wrong-state");
    step(&app, &activity, "start").await.ok();
    record(&app.a.leader, &activity, json!([])).await.ok();
    step(&app, &activity, "cancel").await.ok();
    record(&app.a.leader, &activity, json!([])).await.refused(409, "wrong-state");
}

#[tokio::test]
async fn a_leader_sees_and_keeps_the_rosters_of_the_own_team_only() {
    let app = TestApp::start().await;
    let body = crate::activities::proposal_with(&app, json!({"team_id": app.a.id(52)}));
    let elsewhere = app.a.staff.post("/activities", body).await.created();
    app.a.leader.get(&path(&elsewhere)).await.refused(403, "forbidden");
    record(&app.a.leader, &elsewhere, json!([])).await.refused(403, "forbidden");
    app.a.resident.get(&path(&elsewhere)).await.refused(403, "forbidden");
    app.b.staff.get(&path(&elsewhere)).await.refused(404, "not-found");
    record(&app.b.staff, &elsewhere, json!([])).await.refused(404, "not-found");
}
