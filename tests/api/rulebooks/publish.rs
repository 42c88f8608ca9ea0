//! `POST /rulebooks/{id}/publish`.

use chrono::Duration;
use linli_tests::TestApp;
use linli_tests::race::{CONTENDERS, one_wins, race, row, unlocked};
use serde_json::json;
use uuid::Uuid;

use super::draft;

#[tokio::test]
async fn a_draft_comes_into_force_at_its_moment_and_not_before() {
    let app = TestApp::start().await;
    let draft = draft(&app).await;
    let from = app.clock.now() + Duration::days(1);
    let path = format!("/rulebooks/{draft}/publish");
    let published = app.a.administrator.post(&path, json!({"in_force_from": from})).await.ok();
    assert_eq!(published["in_force_from"], json!(from));
    let in_force = app.a.resident.get("/rulebooks/in-force").await.ok();
    assert_eq!(in_force["id"], json!(app.a.id(60)));
    app.clock.put_forward(Duration::days(2));
    assert_eq!(app.a.resident.get("/rulebooks/in-force").await.ok()["id"], json!(draft));
}

#[tokio::test]
async fn without_a_moment_it_is_in_force_at_once() {
    let app = TestApp::start().await;
    let draft = draft(&app).await;
    app.a.administrator.post(&format!("/rulebooks/{draft}/publish"), json!({})).await.ok();
    assert_eq!(app.a.resident.get("/rulebooks/in-force").await.ok()["id"], json!(draft));
}

#[tokio::test]
async fn a_version_is_published_once_and_never_into_the_past() {
    let app = TestApp::start().await;
    let [one, two] = [draft(&app).await, draft(&app).await];
    let (now, tomorrow) = (app.clock.now(), app.clock.now() + Duration::days(1));
    let publish = async |draft: Uuid, from| {
        let body = json!({"in_force_from": from});
        app.a.administrator.post(&format!("/rulebooks/{draft}/publish"), body).await
    };
    publish(one, now - Duration::days(1)).await.refused(409, "in-force-too-early");
    publish(one, tomorrow).await.ok();
    publish(one, tomorrow + Duration::days(1)).await.refused(409, "already-published");
    let refused = publish(two, tomorrow).await.refused(409, "in-force-too-early");
    assert_eq!(refused["figures"]["earliest"], json!(tomorrow + Duration::seconds(1)));
    publish(two, tomorrow - Duration::hours(1)).await.refused(409, "in-force-too-early");
}

#[tokio::test]
async fn moments_outside_the_years_of_linli_are_faulty() {
    let app = TestApp::start().await;
    let path = format!("/rulebooks/{}/publish", draft(&app).await);
    for moment in ["1999-12-31T23:59:59Z", "2100-01-01T00:00:00Z", "+262142-12-31T23:59:59Z", "x"] {
        let body = json!({"in_force_from": moment});
        app.a.administrator.post(&path, body).await.faulty("in_force_from");
    }
    app.a.staff.post(&path, json!({})).await.refused(403, "forbidden");
    app.b.administrator.post(&path, json!({})).await.refused(404, "not-found");
}

#[tokio::test]
async fn of_eight_drafts_published_for_one_moment_one_is() {
    let app = TestApp::start().await;
    let mut drafts = Vec::new();
    for _ in 0..8 {
        drafts.push(draft(&app).await);
    }
    let body = json!({"in_force_from": app.clock.now() + Duration::days(1)});
    let publish = async |draft: Uuid| {
        app.a.administrator.post(&format!("/rulebooks/{draft}/publish"), body.clone()).await
    };
    let contenders = drafts.into_iter().map(publish);
    one_wins(race(&app, &row("communities", app.a.id(1)), contenders).await, "in-force-too-early");
}

#[tokio::test]
async fn without_turns_all_eight_would_pass_the_rule_and_the_unique_key_stops_them() {
    let app = TestApp::start().await;
    let mut drafts = Vec::new();
    for _ in 0..CONTENDERS {
        drafts.push(draft(&app).await);
    }
    let from = "2027-01-01";
    let read = format!("SELECT max(in_force_from) < '{from}' AS allowed FROM rulebooks");
    let publish = |contender: usize| {
        format!("UPDATE rulebooks SET in_force_from = '{from}' WHERE id = '{}'", drafts[contender])
    };
    unlocked(&app, &read, publish).await.caught_by("rulebooks_in_force_key", 1);
}
