//! `PUT /shifts/{id}/roster`.

use linli_tests::TestApp;
use serde_json::{Value, json};

use super::{came, closed, path, record, record_in};
use crate::activities::{activity, recruiting, running, shift, shift_id, step};
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
    let recorded = record(&app.a.leader, &activity, json!([came(app.a.id(48), 30)])).await.ok();
    assert_eq!((&recorded["activity_id"], &recorded["state"]), (&activity["id"], &json!("running")));
    let lines = app.a.leader.get(&path(&activity)).await.items();
    let [signed_up, walk_in] = lines.as_slice() else { panic!("{lines:?}") };
    assert_eq!(
        (&signed_up["resident_name"], &walk_in["resident_name"]),
        (&json!("王小明"), &json!("李奶奶"))
    );
    assert!(signed_up["signup_id"].is_string() && signed_up["attendance_id"].is_null());
    assert!(walk_in["signup_id"].is_null() && walk_in["points"].is_null());
    assert_eq!(walk_in["attendance_id"], recorded["attendances"][0]["id"]);
    assert_eq!(walk_in["minutes"], 30);
    assert_eq!(app.a.social_worker.get(&path(&activity)).await.items(), lines);
}

#[tokio::test]
async fn the_roster_comes_page_by_page_in_the_order_of_the_shifts() {
    let app = TestApp::start().await;
    let shifts = json!([shift(&app, 1, 60, 5), shift(&app, 61, 60, 5)]);
    let activity = running(&app, json!({"shifts": shifts})).await;
    let [first, second] = [0, 1].map(|place| shift_id(&activity, place));
    record_in(&app.a.leader, second, json!([came(app.a.id(47), 10)])).await.ok();
    record_in(&app.a.leader, first, json!([came(app.a.id(49), 10), came(app.a.id(48), 10)])).await.ok();
    let (mut seen, mut query) = (Vec::new(), "?limit=1".to_owned());
    loop {
        let page = app.a.leader.get(&format!("{}{query}", path(&activity))).await.ok();
        seen.push((page["items"][0]["shift_id"].clone(), page["items"][0]["resident_id"].clone()));
        let Some(cursor) = page["next_cursor"].as_str() else { break };
        query = format!("?limit=1&cursor={cursor}");
    }
    let line = |shift, resident| (json!(shift), json!(app.a.id(resident)));
    assert_eq!(seen, [line(first, 48), line(first, 49), line(second, 47)]);
    app.a.leader.get(&format!("{}?cursor=x", path(&activity))).await.faulty("cursor");
}

#[tokio::test]
async fn a_new_list_takes_the_place_of_the_old_one_until_the_roster_is_settled() {
    let app = TestApp::start().await;
    let activity = closed(&app).await;
    let other = json!([came(app.a.id(49), 120)]);
    record(&app.a.leader, &activity, other.clone()).await.ok();
    assert_eq!(app.a.leader.get(&path(&activity)).await.items().len(), 1);
    step(&app, &activity, "settle").await.ok();
    record(&app.a.leader, &activity, other).await.refused(409, "wrong-state");
}

#[tokio::test]
async fn attendance_is_recorded_for_a_shift_that_has_begun_and_leaves_the_others_alone() {
    let app = TestApp::start().await;
    let shifts = json!([shift(&app, 60, 60, 1), shift(&app, 300, 60, 1)]);
    let activity = running(&app, json!({"shifts": shifts})).await;
    record(&app.a.leader, &activity, json!([came(app.a.id(47), 60)])).await.ok();
    let later = json!([came(app.a.id(47), 10)]);
    let second = shift_id(&activity, 1);
    record_in(&app.a.leader, second, later.clone()).await.refused(409, "shift-not-started");
    app.clock.put_forward(chrono::Duration::hours(4));
    record_in(&app.a.leader, second, later).await.ok();
    assert_eq!(app.a.leader.get(&path(&activity)).await.items().len(), 2);
}

#[tokio::test]
async fn nobody_is_in_two_shifts_at_the_same_time() {
    let app = TestApp::start().await;
    let shifts = json!([shift(&app, 1, 60, 5), shift(&app, 31, 60, 5), shift(&app, 61, 60, 5)]);
    let activity = running(&app, json!({"shifts": shifts})).await;
    let [first, second, third] = [0, 1, 2].map(|place| shift_id(&activity, place));
    let listed = json!([came(app.a.id(48), 30), came(app.a.id(47), 60)]);
    record_in(&app.a.leader, first, json!([came(app.a.id(47), 60)])).await.ok();
    let problem = record_in(&app.a.leader, second, listed.clone()).await.refused(422, "invalid-input");
    assert_eq!(problem["errors"][0]["field"], "attendances[1].resident_id");
    assert_eq!(problem["figures"]["shift"], json!(first));
    record_in(&app.a.leader, third, listed.clone()).await.ok();
    record_in(&app.a.leader, first, listed).await.ok();
}

#[tokio::test]
async fn a_fault_names_its_place_in_the_list() {
    let app = TestApp::start().await;
    let activity = running(&app, json!({})).await;
    let fine = came(app.a.id(47), 120);
    let cases = [
        (came(app.a.id(48), 121), "minutes"),
        (came(app.a.id(48), 0), "minutes"),
        (came(app.a.id(47), 10), "resident_id"),
        (came(app.b.id(48), 10), "resident_id"),
    ];
    for (faulty, field) in cases {
        let answer = record(&app.a.leader, &activity, json!([fine, faulty])).await;
        answer.faulty(&format!("attendances[1].{field}"));
    }
    record(&app.a.leader, &activity, Value::from(vec![fine; 1001])).await.faulty("attendances");
}

#[tokio::test]
async fn rosters_have_their_time() {
    let app = TestApp::start().await;
    let activity = activity(&app, json!({}), &["review", "recruit"]).await;
    app.clock.put_forward(chrono::Duration::hours(1));
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
