//! `GET /residents/{id}/honours`.

use linli_tests::{Answer, TestApp};
use serde_json::json;

use crate::activities::step;
use crate::roster::{came, morning};

async fn honours(app: &TestApp) -> Answer {
    app.a.resident.get(&format!("/residents/{}/honours", app.a.id(47))).await
}

#[tokio::test]
async fn hours_count_once_their_roster_is_settled_and_spending_takes_nothing_of_them() {
    let app = TestApp::start().await;
    let activity = morning(&app, vec![came(app.a.id(47), 100)]).await;
    assert_eq!(honours(&app).await.ok()["minutes"], 0);
    step(&app, &activity, "settle").await.ok();
    let earned = honours(&app).await.ok();
    let hours = json!([100, 300, 600, 1000, 1500]);
    assert_eq!(
        earned,
        json!({"minutes": 100, "stars": 0, "minutes_to_next": 5_900, "hours_of_stars": hours})
    );
    let spent = json!({"resident_id": app.a.id(47), "points": -50, "reason": "多记了五十分"});
    app.a.staff.post("/adjustments", spent).await.created();
    assert_eq!(honours(&app).await.ok(), earned);
}

#[tokio::test]
async fn the_stars_are_those_of_the_rule_book_in_force() {
    let app = TestApp::start().await;
    let activity = morning(&app, vec![came(app.a.id(47), 180)]).await;
    // As much as years would bring; once it is settled, a roster does not change any more.
    app.database.run("UPDATE attendances SET minutes = 1440").await;
    step(&app, &activity, "settle").await.ok();
    let sooner = "INSERT INTO rulebooks SELECT community_id, gen_random_uuid(), 2, title, content || '{\"stars\": [12, 24, 36]}',
                  '2021-01-01', '2021-01-01' FROM rulebooks";
    app.database.run(sooner).await;
    let earned = honours(&app).await.ok();
    assert_eq!((&earned["stars"], &earned["minutes_to_next"]), (&json!(2), &json!(720)));
}

#[tokio::test]
async fn hours_are_seen_by_the_resident_the_desk_and_the_social_workers() {
    let app = TestApp::start().await;
    let path = format!("/residents/{}/honours", app.a.id(47));
    for (who, status) in [
        (&app.a.resident, 200),
        (&app.a.staff, 200),
        (&app.a.social_worker, 200),
        (&app.a.leader, 403),
        (&app.a.cashier, 403),
        (&app.a.manager, 403),
        (&app.b.staff, 404),
    ] {
        assert_eq!(who.get(&path).await.status, status);
    }
}
