//! `POST /activities/{id}/settle`.

use diesel_async::SimpleAsyncConnection;
use linli_domain::ids::{CommunityId, Id};
use linli_domain::rulebooks::Version;
use linli_tests::race::race;
use linli_tests::{TestApp, id_of};
use serde_json::json;
use uuid::Uuid;

use super::{came, close, closed, path, record, record_in, wallet};
use crate::activities::{next_rulebook, proposal, recruiting, running, shift, shift_id, step};
use crate::shifts::check;
use crate::signups::sign_up;

#[tokio::test]
async fn everybody_who_came_is_awarded_and_told_why() {
    let app = TestApp::start().await;
    let activity = closed(&app).await;
    let settled = step(&app, &activity, "settle").await.ok();
    assert_eq!(
        (&settled["awarded"], &settled["not_awarded"], &settled["total_points"]),
        (&json!(2), &json!(0), &json!(4))
    );
    assert_eq!(settled["activity"]["state"], "settled");
    let roster = app.a.leader.get(&path(&activity)).await.items();
    let first = &roster[0];
    assert_eq!(first["points"], 2);
    assert_eq!(first["explanation"], settled["results"][0]["explanation"]);
    assert_eq!(
        first["explanation"],
        "清洁家园（CLEAN，第 1 版）：每小时 2 分 × 60 分钟 ÷ 60 = 2 分；本日还可得 4 分；全部事项本月还可得 58 分"
    );
    assert_eq!((wallet(&app, app.a.id(47)).await, wallet(&app, app.a.id(48)).await), (102, 102));
    assert_eq!(app.drift(&app.a).await, []);
}

#[tokio::test]
async fn each_transfer_names_its_attendance_rule_and_reviewer() {
    let app = TestApp::start().await;
    let activity = closed(&app).await;
    let settled = step(&app, &activity, "settle").await.ok();
    let attendance = settled["results"][0]["attendance_id"].as_str().unwrap().parse().unwrap();
    let filter = linli_db::ledger::TransferFilter { cause: Some(attendance), ..Default::default() };
    let (community, slice) = (CommunityId::new(app.a.id(1)), linli_db::Slice { after: None, limit: 10 });
    let mut connection = app.database.connect().await;
    let found = linli_db::ledger::transfers(&mut connection, community, &filter, &slice).await.unwrap();
    let [transfer] = found.items.as_slice() else { panic!("{found:?}") };
    assert_eq!((transfer.code.to_string().as_str(), transfer.rule_code.as_deref()), ("earn", Some("CLEAN")));
    assert_eq!(transfer.rulebook.map(|id| id.uuid()), Some(app.a.id(60)));
    assert_eq!(transfer.actor.map(|id| id.uuid()), Some(app.a.id(23)));
    let shown = app.a.staff.get(&format!("/transfers/{}", transfer.id)).await.ok();
    assert_eq!([&shown["cause_name"], &shown["rule_title"]], [&activity["title"], &json!("清洁家园")]);
    assert_eq!(shown["actor_name"], "用户23");
}

#[tokio::test]
async fn a_later_shift_of_the_day_gets_what_the_cap_has_left() {
    let app = TestApp::start().await;
    // Both on one day of the community, whenever the test runs.
    let morning = "2026-03-02T01:00:00Z";
    let part = |from: &str, to: &str| json!({"starts_at": from, "ends_at": to, "capacity": 5});
    let shifts =
        [part(morning, "2026-03-02T03:00:00Z"), part("2026-03-02T05:00:00Z", "2026-03-02T08:00:00Z")];
    let activity = running(&app, json!({"shifts": shifts})).await;
    for (place, minutes) in [(1, 180), (0, 120)] {
        let roster = json!([came(app.a.id(47), minutes)]);
        record_in(&app.a.leader, shift_id(&activity, place), roster).await.ok();
    }
    close(&app, &activity).await;
    let settled = step(&app, &activity, "settle").await.ok();
    assert_eq!((&settled["results"][0]["points"], &settled["results"][1]["points"]), (&json!(4), &json!(2)));
    let why = settled["results"][1]["explanation"].as_str().unwrap();
    assert!(why.contains("本日上限 6 分，已得 4 分，本次计 2 分"), "{why}");
    assert_eq!(wallet(&app, app.a.id(47)).await, 106);
    assert_eq!(app.drift(&app.a).await, []);
}

#[tokio::test]
async fn what_an_earlier_activity_gave_counts_against_the_cap_and_nothing_left_is_no_award() {
    let app = TestApp::start().await;
    let times = ["2026-03-02T01:00:00Z", "2026-03-02T05:00:00Z", "2026-03-02T09:00:00Z"];
    for (span, (awarded, points)) in times.windows(2).zip([(1, 6), (0, 0)]) {
        let shifts = json!([{"starts_at": span[0], "ends_at": span[1], "capacity": 5}]);
        let activity = running(&app, json!({"shifts": shifts})).await;
        record(&app.a.leader, &activity, json!([came(app.a.id(47), 240)])).await.ok();
        close(&app, &activity).await;
        let settled = step(&app, &activity, "settle").await.ok();
        assert_eq!((&settled["awarded"], &settled["total_points"]), (&json!(awarded), &json!(points)));
        let roster = app.a.leader.get(&path(&activity)).await.items();
        assert_eq!(roster[0]["points"], points);
        let why = roster[0]["explanation"].as_str().unwrap();
        assert!(why.contains("本日上限 6 分"), "{why}");
    }
    assert_eq!(wallet(&app, app.a.id(47)).await, 106);
    assert_eq!(app.drift(&app.a).await, []);
}

#[tokio::test]
async fn who_died_or_moved_away_gets_nothing_and_hinders_nobody() {
    let app = TestApp::start().await;
    let activity = closed(&app).await;
    app.a.staff.patch(&format!("/residents/{}", app.a.id(48)), json!({"state": "deceased"})).await.ok();
    let settled = step(&app, &activity, "settle").await.ok();
    assert_eq!((&settled["awarded"], &settled["not_awarded"]), (&json!(1), &json!(1)));
    let roster = app.a.leader.get(&path(&activity)).await.items();
    let gone = roster.iter().find(|one| one["resident_id"] == json!(app.a.id(48))).unwrap();
    assert_eq!((&gone["points"], &gone["explanation"]), (&json!(0), &json!("该居民已去世，不计积分")));
    assert_eq!((wallet(&app, app.a.id(47)).await, wallet(&app, app.a.id(48)).await), (102, 100));
}

#[tokio::test]
async fn a_roster_is_settled_once() {
    let app = TestApp::start().await;
    let activity = closed(&app).await;
    let path = format!("/activities/{}/settle", id_of(&activity));
    let first = app.a.social_worker.post_with("s", &path, json!({})).await;
    let again = app.a.social_worker.post_with("s", &path, json!({})).await;
    assert_eq!((first.status, &first.text), (200, &again.text));
    assert_eq!(again.header("idempotent-replayed"), Some("true"));
    app.a.staff.post(&path, json!({})).await.refused(409, "wrong-state");
    assert_eq!(wallet(&app, app.a.id(47)).await, 102);
    assert_eq!(app.drift(&app.a).await, []);
}

#[tokio::test]
async fn who_proposed_it_does_not_settle_it_and_leaders_never_do() {
    let app = TestApp::start().await;
    let made = app.a.staff.post("/activities", proposal(&app)).await.created();
    for verb in ["review", "recruit", "start"] {
        step(&app, &made, verb).await.ok();
    }
    app.clock.put_forward(chrono::Duration::hours(2));
    record(&app.a.leader, &made, json!([came(app.a.id(47), 60)])).await.ok();
    close(&app, &made).await;
    let path = format!("/activities/{}/settle", id_of(&made));
    app.a.staff.post(&path, json!({})).await.refused(409, "reviewer-is-organiser");
    app.a.leader.post(&path, json!({})).await.refused(403, "forbidden");
    app.b.staff.post(&path, json!({})).await.refused(404, "not-found");
    assert_eq!(wallet(&app, app.a.id(47)).await, 100);
}

#[tokio::test]
async fn a_shift_that_is_not_recorded_and_an_open_activity_are_not_settled() {
    let app = TestApp::start().await;
    let activity = running(&app, json!({})).await;
    step(&app, &activity, "settle").await.refused(409, "wrong-state");
    close(&app, &activity).await;
    let problem = step(&app, &activity, "settle").await.refused(409, "shift-not-recorded");
    assert_eq!(problem["figures"]["shift"], activity["shifts"][0]["id"]);
    assert_eq!(app.a.leader.get(&format!("/activities/{}", id_of(&activity))).await.ok()["state"], "closed");
}

#[tokio::test]
async fn hours_to_come_do_not_count() {
    let app = TestApp::start().await;
    let activity = running(&app, json!({})).await;
    record(&app.a.leader, &activity, json!([came(app.a.id(47), 120)])).await.ok();
    step(&app, &activity, "close").await.ok();
    let problem = step(&app, &activity, "settle").await.refused(409, "shift-not-over");
    assert_eq!(problem["figures"]["ends_at"], activity["ends_at"]);
    app.clock.put_forward(chrono::Duration::hours(2));
    assert_eq!(step(&app, &activity, "settle").await.ok()["total_points"], 4);
}

#[tokio::test]
async fn who_wrote_the_roster_does_not_settle_it() {
    let app = TestApp::start().await;
    let activity = closed(&app).await;
    record(&app.a.social_worker, &activity, json!([came(app.a.id(47), 60)])).await.ok();
    step(&app, &activity, "settle").await.refused(409, "reviewer-is-recorder");
    app.a.staff.post(&format!("/activities/{}/settle", id_of(&activity)), json!({})).await.ok();
}

#[tokio::test]
async fn who_stands_in_the_roster_does_not_settle_it() {
    let app = TestApp::start().await;
    let activity = closed(&app).await;
    let (resident, user) = (app.a.id(48), app.a.id(23));
    let lives_here = format!("UPDATE users SET resident_id = '{resident}' WHERE id = '{user}'");
    app.database.connect().await.batch_execute(&lives_here).await.unwrap();
    step(&app, &activity, "settle").await.refused(409, "reviewer-in-roster");
    app.a.staff.post(&format!("/activities/{}/settle", id_of(&activity)), json!({})).await.ok();
}

#[tokio::test]
async fn a_rule_that_the_book_of_the_day_does_not_have_gives_nothing_and_says_so() {
    let app = TestApp::start().await;
    let activity = running(&app, json!({"rule_code": "MEET"})).await;
    // Published after the proposal was reviewed, and in force before the shift began.
    next_rulebook(&app, "2026-06-01T00:00:00Z").await;
    record(&app.a.leader, &activity, json!([came(app.a.id(47), 60)])).await.ok();
    close(&app, &activity).await;
    let settled = step(&app, &activity, "settle").await.ok();
    assert_eq!((&settled["awarded"], &settled["not_awarded"]), (&json!(0), &json!(1)));
    let roster = app.a.leader.get(&path(&activity)).await.items();
    let why = "当时的管理办法没有这条规则，不计积分";
    assert_eq!((&roster[0]["points"], &roster[0]["explanation"]), (&json!(0), &json!(why)));
    assert_eq!(app.drift(&app.a).await, []);
}

#[tokio::test]
async fn what_nobody_came_to_is_called_off() {
    let app = TestApp::start().await;
    let activity = running(&app, json!({})).await;
    close(&app, &activity).await;
    step(&app, &activity, "settle").await.refused(409, "shift-not-recorded");
    assert_eq!(step(&app, &activity, "cancel").await.ok()["state"], "cancelled");
}

#[tokio::test]
async fn what_nobody_came_to_is_settled_once_it_is_recorded_and_the_absent_are_marked() {
    let app = TestApp::start().await;
    let activity = recruiting(&app, json!({})).await;
    sign_up(&app.a.staff, shift_id(&activity, 0), Some(app.a.id(48))).await.created();
    step(&app, &activity, "start").await.ok();
    app.clock.put_forward(chrono::Duration::minutes(61));
    record(&app.a.leader, &activity, json!([])).await.ok();
    close(&app, &activity).await;
    let settled = step(&app, &activity, "settle").await.ok();
    assert_eq!(
        (&settled["awarded"], &settled["total_points"], &settled["results"]),
        (&json!(0), &json!(0), &json!([]))
    );
    let path = format!("/activities/{}/no-shows", id_of(&activity));
    assert_eq!(app.a.leader.post(&path, json!({})).await.ok()["items"][0]["missed"], "absent");
    assert_eq!(app.drift(&app.a).await, []);
}

#[tokio::test]
async fn a_shift_that_was_forgotten_keeps_the_others_from_being_settled() {
    let app = TestApp::start().await;
    let activity = running(&app, json!({"shifts": [shift(&app, 60, 60, 2), shift(&app, 120, 60, 2)]})).await;
    record(&app.a.leader, &activity, json!([came(app.a.id(47), 60)])).await.ok();
    app.clock.put_forward(chrono::Duration::hours(1));
    close(&app, &activity).await;
    let problem = step(&app, &activity, "settle").await.refused(409, "shift-not-recorded");
    assert_eq!(problem["figures"]["shift"], activity["shifts"][1]["id"]);
    record_in(&app.a.leader, shift_id(&activity, 1), json!([])).await.ok();
    assert_eq!(step(&app, &activity, "settle").await.ok()["awarded"], 1);
}

#[tokio::test]
async fn who_checked_somebody_in_by_hand_does_not_settle_the_roster() {
    let app = TestApp::start().await;
    let activity = recruiting(&app, json!({"shifts": [shift(&app, 60, 60, 2)]})).await;
    let place = shift_id(&activity, 0);
    sign_up(&app.a.staff, place, Some(app.a.id(48))).await.created();
    step(&app, &activity, "start").await.ok();
    app.clock.put_forward(chrono::Duration::minutes(61));
    for way in ["in", "out"] {
        check(&app.a.social_worker, way, place, json!({"resident_id": app.a.id(48)})).await.ok();
        app.clock.put_forward(chrono::Duration::minutes(30));
    }
    let roster = record(&app.a.leader, &activity, json!([{"resident_id": app.a.id(48)}])).await.ok();
    assert_eq!(
        (&roster["attendances"][0]["minutes"], &roster["attendances"][0]["source"]),
        (&json!(30), &json!("back_filled"))
    );
    close(&app, &activity).await;
    step(&app, &activity, "settle").await.refused(409, "reviewer-is-recorder");
    let path = format!("/activities/{}/settle", id_of(&activity));
    app.a.staff.post(&path, json!({})).await.ok();
}

#[tokio::test]
async fn a_settled_roster_is_not_changed_behind_the_programs_back() {
    let app = TestApp::start().await;
    let activity = closed(&app).await;
    step(&app, &activity, "settle").await.ok();
    let mut connection = app.database.connect().await;
    let place = shift_id(&activity, 0);
    for sql in ["UPDATE attendances SET minutes = 90", "DELETE FROM attendances"] {
        let refused = connection.batch_execute(&format!("{sql} WHERE shift_id = '{place}'")).await;
        assert!(refused.unwrap_err().to_string().contains("the roster is settled"), "{sql}");
    }
}

#[tokio::test]
async fn each_shift_is_judged_by_the_rule_book_of_its_time() {
    let app = TestApp::start().await;
    let (community, from) = (CommunityId::new(app.a.id(1)), "2026-03-02T00:00:00Z".parse().unwrap());
    let mut connection = app.database.connect().await;
    let mut next = linli_db::rulebooks::in_force(&mut connection, community, from).await.unwrap().unwrap();
    next.book.rules[0].points = linli_domain::points::Points::new(3);
    let next = Version { id: Id::new(Uuid::now_v7()), number: 2, in_force_from: Some(from), ..next };
    assert!(linli_db::rulebooks::insert(&mut connection, community, &next).await.unwrap());
    let hour = |from: &str, to: &str| json!({"starts_at": from, "ends_at": to, "capacity": 5});
    let shifts = [
        hour("2026-03-01T23:00:00Z", "2026-03-02T00:00:00Z"),
        hour("2026-03-02T00:00:00Z", "2026-03-02T01:00:00Z"),
    ];
    let activity = running(&app, json!({"shifts": shifts})).await;
    record(&app.a.leader, &activity, json!([came(app.a.id(47), 60)])).await.ok();
    record_in(&app.a.leader, shift_id(&activity, 1), json!([came(app.a.id(48), 60)])).await.ok();
    close(&app, &activity).await;
    let settled = step(&app, &activity, "settle").await.ok();
    assert_eq!((&settled["results"][0]["points"], &settled["results"][1]["points"]), (&json!(2), &json!(3)));
}

#[tokio::test]
async fn who_moves_away_while_it_is_settled_earns_nothing() {
    let app = TestApp::start().await;
    let activity = closed(&app).await;
    let away = format!("UPDATE residents SET state = 'moved_out' WHERE id = '{}'", app.a.id(47));
    let settled = race(&app, &away, [step(&app, &activity, "settle")]).await.remove(0).ok();
    assert_eq!((&settled["awarded"], &settled["not_awarded"]), (&json!(1), &json!(1)));
    assert_eq!((app.wallet(47).await, app.wallet(48).await), ((100, 0), (102, 0)));
}
