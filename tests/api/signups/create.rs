//! `POST /shifts/{id}/signups`.

use chrono::Duration;
use linli_tests::{TestApp, id_of};
use serde_json::json;

use super::{sign_up, taken};
use crate::activities::{activity, propose, recruiting, shift_id, step};

#[tokio::test]
async fn a_resident_takes_a_place() {
    let app = TestApp::start().await;
    let activity = recruiting(&app, json!({})).await;
    let made = sign_up(&app.a.resident, shift_id(&activity, 0), None).await.created();
    assert_eq!((&made["state"], &made["resident_id"]), (&json!("signed_up"), &json!(app.a.id(47))));
    assert_eq!(
        (&made["activity_title"], &made["activity_state"]),
        (&activity["title"], &json!("recruiting"))
    );
    assert_eq!(taken(&app.a.resident, &activity).await, 1);
    assert_eq!(app.drift(&app.a).await, []);
}

#[tokio::test]
async fn the_desk_signs_up_who_has_no_phone_and_the_record_says_so() {
    let app = TestApp::start().await;
    let activity = recruiting(&app, json!({})).await;
    let made = sign_up(&app.a.staff, shift_id(&activity, 0), Some(app.a.id(48))).await.created();
    let mut connection = app.database.connect().await;
    let community = linli_domain::ids::CommunityId::new(app.a.id(1));
    let slice = linli_db::Slice { after: None, limit: 1 };
    let of = linli_db::audit::Filter { subject: Some(id_of(&made)), ..Default::default() };
    let lines = linli_db::audit::list(&mut connection, community, &of, &slice).await.unwrap();
    let line = &lines.items[0].entry;
    let on_behalf_of = line.on_behalf_of.map(linli_domain::ids::ResidentId::uuid);
    assert_eq!((line.action.as_str(), on_behalf_of), ("signup.create", Some(app.a.id(48))));
}

#[tokio::test]
async fn nobody_signs_up_twice_or_beyond_the_capacity() {
    let app = TestApp::start().await;
    let activity = recruiting(&app, json!({})).await;
    let shift = shift_id(&activity, 0);
    sign_up(&app.a.resident, shift, None).await.created();
    sign_up(&app.a.resident, shift, None).await.refused(409, "already-signed-up");
    sign_up(&app.a.staff, shift, Some(app.a.id(48))).await.created();
    sign_up(&app.a.staff, shift, Some(app.a.id(49))).await.refused(409, "shift-full");
    assert_eq!(app.drift(&app.a).await, []);
}

#[tokio::test]
async fn a_resident_signs_up_nobody_else() {
    let app = TestApp::start().await;
    let activity = recruiting(&app, json!({})).await;
    let shift = shift_id(&activity, 0);
    sign_up(&app.a.resident, shift, Some(app.a.id(49))).await.refused(403, "forbidden");
    sign_up(&app.a.social_worker, shift, Some(app.a.id(49))).await.refused(403, "forbidden");
    sign_up(&app.a.staff, shift, None).await.faulty("resident_id");
    sign_up(&app.a.staff, shift, Some(app.b.id(49))).await.faulty("resident_id");
    sign_up(&app.b.resident, shift, None).await.refused(404, "not-found");
}

#[tokio::test]
async fn sign_ups_are_for_activities_that_recruit_or_run() {
    let app = TestApp::start().await;
    let activity = propose(&app, json!({})).await;
    let shift = shift_id(&activity, 0);
    for verb in ["review", "recruit"] {
        sign_up(&app.a.resident, shift, None).await.refused(409, "wrong-state");
        step(&app, &activity, verb).await.ok();
    }
    step(&app, &activity, "start").await.ok();
    sign_up(&app.a.resident, shift, None).await.created();
    step(&app, &activity, "close").await.ok();
    sign_up(&app.a.staff, shift, Some(app.a.id(48))).await.refused(409, "wrong-state");
}

#[tokio::test]
async fn nobody_signs_up_for_a_shift_that_has_begun_or_after_leaving() {
    let app = TestApp::start().await;
    let activity = recruiting(&app, json!({})).await;
    app.a.staff.patch(&format!("/residents/{}", app.a.id(49)), json!({"state": "moved_out"})).await.ok();
    let gone = sign_up(&app.a.staff, shift_id(&activity, 0), Some(app.a.id(49))).await;
    gone.refused(409, "resident-not-active");
    app.clock.put_forward(Duration::hours(1));
    sign_up(&app.a.resident, shift_id(&activity, 0), None).await.refused(409, "shift-started");
}

#[tokio::test]
async fn an_activity_for_the_team_is_for_its_members() {
    let app = TestApp::start().await;
    let activity = recruiting(&app, json!({"recruit": "team"})).await;
    let shift = shift_id(&activity, 0);
    let joining = format!("/teams/{}/memberships", app.a.id(53));
    let asked = app.a.resident.post(&joining, json!({})).await.created();
    sign_up(&app.a.resident, shift, None).await.refused(409, "not-a-member");
    app.a.leader.post(&format!("/memberships/{}/approve", id_of(&asked)), json!({})).await.ok();
    sign_up(&app.a.resident, shift, None).await.created();
    sign_up(&app.a.leader, shift, None).await.created();
}

#[tokio::test]
async fn the_same_command_twice_takes_one_place() {
    let app = TestApp::start().await;
    let activity = activity(&app, json!({}), &["review", "recruit"]).await;
    let path = format!("/shifts/{}/signups", shift_id(&activity, 0));
    let first = app.a.resident.post_with("k", &path, json!({})).await;
    let again = app.a.resident.post_with("k", &path, json!({})).await;
    assert_eq!((first.status, &first.text), (201, &again.text));
    assert_eq!(again.header("idempotent-replayed"), Some("true"));
    assert_eq!(taken(&app.a.resident, &activity).await, 1);
    assert_eq!(app.drift(&app.a).await, []);
}
