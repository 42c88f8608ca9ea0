//! A team that is dissolved while its activities are announced.

use linli_tests::race::{CONTENDERS, race, unlocked};
use linli_tests::{TestApp, id_of};
use serde_json::{Value, json};

use crate::activities::{activity, step};

/// As many activities of team 53 as there are contenders, reviewed and not announced.
async fn reviewed(app: &TestApp) -> Vec<Value> {
    let mut all = Vec::new();
    for _ in 0..CONTENDERS {
        all.push(activity(app, json!({}), &["review"]).await);
    }
    all
}

#[tokio::test]
async fn of_eight_activities_none_is_announced_while_the_team_is_dissolved() {
    let app = TestApp::start().await;
    let all = reviewed(&app).await;
    let dissolving = format!("UPDATE teams SET state = 'dissolved' WHERE id = '{}'", app.a.id(53));
    for answer in race(&app, &dissolving, all.iter().map(|one| step(&app, one, "recruit"))).await {
        answer.refused(409, "team-dissolved");
    }
    assert_eq!(app.database.number("SELECT count(*) FROM activities WHERE state = 'recruiting'").await, 0);
}

#[tokio::test]
async fn without_the_lock_a_dissolved_team_would_have_announced_seven() {
    let app = TestApp::start().await;
    let all = reviewed(&app).await;
    let team = app.a.id(53);
    let read = format!(
        "SELECT state = 'active' AND NOT EXISTS (SELECT FROM activities WHERE team_id = '{team}' AND state = 'recruiting')
         AS allowed FROM teams WHERE id = '{team}'"
    );
    let write = |contender: usize| match contender {
        0 => format!("UPDATE teams SET state = 'dissolved' WHERE id = '{team}'"),
        _ => format!("UPDATE activities SET state = 'recruiting' WHERE id = '{}'", id_of(&all[contender])),
    };
    unlocked(&app, &read, write).await.caught_by_nothing();
}
