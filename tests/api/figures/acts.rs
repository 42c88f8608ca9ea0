//! Participation, active teams, activities and hours: by the day of the deed.

use linli_tests::TestApp;
use serde_json::json;

use super::{november, pair, posted, reversed, settled};

const NOON: &str = "2026-11-10T04:00:00Z";
const OCTOBER: &str = "2026-10-10T04:00:00Z";

#[tokio::test]
async fn who_did_something_counts_once_however_much_it_was() {
    let app = TestApp::start().await;
    for _ in 0..3 {
        posted(&app, (&app.a, 47), ("earn", 2), ("2026-11-10", NOON)).await;
    }
    settled(&app, (&app.a, 53), NOON, &[(47, 60), (48, 60)]).await;
    posted(&app, (&app.a, 44), ("earn", 2), ("2026-10-10", NOON)).await;
    let figures = november(&app).await;
    assert_eq!((&figures["registered"], pair(&figures, "participants")), (&json!(4), (2, 1)));
}

#[tokio::test]
async fn a_deed_counts_on_its_own_day_whenever_it_was_posted() {
    let app = TestApp::start().await;
    posted(&app, (&app.a, 47), ("earn", 2), ("2026-10-31", NOON)).await;
    assert_eq!(pair(&november(&app).await, "participants"), (0, 1));
}

#[tokio::test]
async fn what_was_taken_back_does_not_count() {
    let app = TestApp::start().await;
    let mistake = posted(&app, (&app.a, 47), ("earn", 2), ("2026-11-10", NOON)).await;
    reversed(&app, (&app.a, 47), ("earn", 2), (mistake, "2026-11-20T04:00:00Z")).await;
    assert_eq!(pair(&november(&app).await, "participants"), (0, 0));
}

#[tokio::test]
async fn an_accepted_claim_and_a_kept_pact_count_also_without_points() {
    let app = TestApp::start().await;
    let (c, nobody) = (app.a.id(1), app.a.id(22));
    let claim = |resident, state, reviews| {
        format!(
            "INSERT INTO claims (community_id, id, resident_id, rulebook_id, rule_code, rule_title, beneficiary_confirms, began_at,
                 deed_on, minutes, hardship, description, place, state, round, reviews_needed, points, explanation, created_at)
             VALUES ('{c}', gen_random_uuid(), '{}', '{}', 'CLEAN', '清洁家园', false, '{NOON}', '2026-11-10', 60, false,
                 '清理楼道', '', '{state}', 1, 1, {reviews}, '2026-11-11')",
            app.a.id(resident),
            app.a.id(60),
        )
    };
    // What no operation does at once: the triggers want the reviews first.
    let quietly = "SET session_replication_role = replica";
    let accepted = claim(47, "accepted", "0, '{}'");
    let waiting = claim(48, "submitted", "NULL, NULL");
    let pact = app.a.id(510);
    let mark = |id, resident: u32, kept, month| {
        format!(
            "INSERT INTO pact_marks (community_id, id, pact_id, month, household_id, kept, recorded_by, recorded_at, resident_id, chosen,
                 no_award)
             VALUES ('{c}', '{}', '{pact}', '{month}', gen_random_uuid(), {kept}, '{nobody}', '{NOON}', '{}', 'eldest', {})",
            app.a.id(id),
            app.a.id(resident),
            if kept { "'{}'" } else { "NULL" },
        )
    };
    let (kept, broken) = (mark(511, 49, true, "2026-11-01"), mark(512, 44, false, "2026-11-01"));
    app.database
        .run(&format!(
            "{quietly}; {accepted}; {waiting};
             INSERT INTO pacts VALUES ('{c}', '{pact}', '{}', '2026-11-01', '{nobody}', '{NOON}', '{}', 'PACT');
             {kept}; {broken}",
            app.a.id(11),
            app.a.id(60),
        ))
        .await;
    assert_eq!(pair(&november(&app).await, "participants"), (2, 0));
    let last_day = app.a.staff.get("/figures?from=2026-11-30&until=2026-11-30").await.ok();
    assert_eq!(pair(&last_day, "participants"), (1, 0), "the pact is kept until the month is over");
    let open = "SET session_replication_role = replica;
        UPDATE pacts SET settled_at = NULL, settled_by = NULL, rulebook_id = NULL, rule_code = NULL";
    app.database.run(open).await;
    assert_eq!(pair(&november(&app).await, "participants"), (1, 0), "nor before it is settled");
}

#[tokio::test]
async fn a_roster_counts_once_it_is_settled() {
    let app = TestApp::start().await;
    let activity = settled(&app, (&app.a, 53), NOON, &[(47, 60)]).await;
    let of = |figures: &serde_json::Value| {
        ["participants", "active_teams", "activities", "volunteer_minutes"].map(|name| pair(figures, name).0)
    };
    assert_eq!(of(&november(&app).await), [1, 1, 1, 60]);
    let open = format!(
        "SET session_replication_role = replica; UPDATE activities SET state = 'closed', settled_at = NULL WHERE id = '{activity}'"
    );
    app.database.run(&open).await;
    assert_eq!(of(&november(&app).await), [0, 0, 0, 0]);
}

#[tokio::test]
async fn a_team_is_active_once_its_hours_add_up_and_the_month_before_stands_beside() {
    let app = TestApp::start().await;
    settled(&app, (&app.a, 53), NOON, &[(47, 60), (48, 45)]).await;
    settled(&app, (&app.a, 53), "2026-11-11T04:00:00Z", &[(47, 30)]).await;
    settled(&app, (&app.a, 52), OCTOBER, &[(49, 120)]).await;
    settled(&app, (&app.a, 53), OCTOBER, &[]).await;
    let figures = november(&app).await;
    assert_eq!((pair(&figures, "active_teams"), pair(&figures, "activities")), ((1, 2), (2, 2)));
    assert_eq!(pair(&figures, "volunteer_minutes"), (135, 120));
}

#[tokio::test]
async fn participation_is_of_those_who_are_registered_now() {
    let app = TestApp::start().await;
    for resident in [47, 48] {
        posted(&app, (&app.a, resident), ("earn", 2), ("2026-11-10", NOON)).await;
    }
    app.database
        .run(&format!("UPDATE residents SET state = 'moved_out' WHERE id = '{}'", app.a.id(48)))
        .await;
    let figures = november(&app).await;
    assert_eq!((&figures["registered"], pair(&figures, "participants")), (&json!(3), (1, 0)));
}

#[tokio::test]
async fn another_community_has_its_own_figures() {
    let app = TestApp::start().await;
    posted(&app, (&app.b, 47), ("earn", 2), ("2026-11-10", NOON)).await;
    settled(&app, (&app.b, 53), NOON, &[(47, 60)]).await;
    super::served(&app, &app.b, NOON).await;
    let figures = november(&app).await;
    let names = ["participants", "active_teams", "activities", "volunteer_minutes", "issued", "services"];
    assert_eq!(names.map(|name| pair(&figures, name)), [(0, 0); 6]);
    let theirs = app.b.social_worker.get("/figures?from=2026-11-01&until=2026-11-30").await.ok();
    assert_eq!(names.map(|name| pair(&theirs, name).0), [1, 1, 1, 60, 2, 1]);
}
