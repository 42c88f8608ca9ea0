//! `POST /activities/{id}/repeat` and `…/copy`.

use linli_tests::{TestApp, id_of};
use serde_json::{Value, json};

use super::{propose, recruiting, step};

const EVENING: &str = "2026-11-30T12:00:00Z";

/// An activity on a Monday, from eight to ten in the evening, and at one in the morning after it.
async fn monday(app: &TestApp) -> Value {
    let shifts = json!([
        {"starts_at": EVENING, "ends_at": "2026-11-30T14:00:00Z", "capacity": 7},
        {"starts_at": "2026-11-30T17:00:00Z", "ends_at": "2026-11-30T18:00:00Z", "capacity": 3},
    ]);
    recruiting(app, json!({"shifts": shifts})).await
}

async fn repeat(app: &TestApp, activity: &Value, every: &str, times: i64) -> Vec<Value> {
    let path = format!("/activities/{}/repeat", id_of(activity));
    let made = app.a.leader.post(&path, json!({"every": every, "times": times})).await.ok();
    made["items"].as_array().unwrap().clone()
}

fn begins(drafts: &[Value]) -> Vec<&str> {
    drafts.iter().map(|draft| &draft["starts_at"].as_str().unwrap()[..10]).collect()
}

#[tokio::test]
async fn an_activity_comes_again_each_week_fortnight_or_month_with_the_same_shifts() {
    let app = TestApp::start().await;
    let activity = monday(&app).await;
    assert_eq!(begins(&repeat(&app, &activity, "fortnight", 2).await), ["2026-12-14", "2026-12-28"]);
    assert_eq!(
        begins(&repeat(&app, &activity, "month", 3).await),
        ["2026-12-30", "2027-01-30", "2027-02-28"]
    );
    let weekly = repeat(&app, &activity, "week", 26).await;
    let last = weekly.last().unwrap();
    assert_eq!((weekly.len(), &last["starts_at"]), (26, &json!("2027-05-31T12:00:00Z")));
    assert_eq!((&last["state"], &last["title"]), (&json!("draft"), &activity["title"]));
    assert_eq!(last["shifts"][1]["starts_at"], "2027-05-31T17:00:00Z");
    assert_eq!((&last["shifts"][0]["capacity"], &last["shifts"][0]["taken"]), (&json!(7), &json!(0)));
    let found = app.a.leader.get(&format!("/activities/{}", id_of(last))).await.ok();
    assert_eq!(found, *last);
}

#[tokio::test]
async fn a_copy_is_for_a_day_of_one_s_choice() {
    let app = TestApp::start().await;
    let activity = monday(&app).await;
    step(&app, &activity, "cancel").await.ok();
    let path = format!("/activities/{}/copy", id_of(&activity));
    let copy = app.a.staff.post(&path, json!({"on": "2026-12-03"})).await.created();
    assert_eq!((&copy["starts_at"], &copy["cancel_reason"]), (&json!("2026-12-03T12:00:00Z"), &Value::Null));
    assert_eq!(copy["organiser_id"], json!(app.a.id(22)));
}

#[tokio::test]
async fn all_drafts_are_made_or_none() {
    let app = TestApp::start().await;
    let activity = propose(&app, json!({"rule_code": "MEET"})).await;
    super::next_rulebook(&app, "2026-12-20T00:00:00Z").await;
    let path = format!("/activities/{}/repeat", id_of(&activity));
    let answer = app.a.leader.post(&path, json!({"every": "week", "times": 9})).await;
    answer.faulty("rule_code");
    assert_eq!(app.a.staff.get("/activities").await.items().len(), 1);
    app.a.leader.post(&path, json!({"every": "week", "times": 27})).await.faulty("times");
}

#[tokio::test]
async fn who_guides_the_team_repeats_its_activities() {
    let app = TestApp::start().await;
    let activity = monday(&app).await;
    let path = format!("/activities/{}/repeat", id_of(&activity));
    let body = json!({"every": "week", "times": 1});
    app.a.resident.post(&path, body.clone()).await.refused(403, "forbidden");
    app.b.leader.post(&path, body).await.refused(404, "not-found");
}
