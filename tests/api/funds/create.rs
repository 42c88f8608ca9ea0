//! `POST /funds`.

use linli_tests::race::{one_wins, race, table};
use linli_tests::{TestApp, id_of};
use serde_json::json;

#[tokio::test]
async fn a_fund_is_set_up_and_everybody_sees_it() {
    let app = TestApp::start().await;
    let new = json!({"name": " 暖冬年饭 ", "purpose": "为独居老人送年饭", "goal_points": 200});
    let made = app.a.staff.post("/funds", new).await.created();
    assert_eq!((&made["name"], &made["state"]), (&json!("暖冬年饭"), &json!("open")));
    assert_eq!((&made["given_points"], &made["givers"]), (&json!(0), &json!(0)));
    assert_eq!(app.a.resident.get(&format!("/funds/{}", id_of(&made))).await.ok(), made);
    app.b.resident.get(&format!("/funds/{}", id_of(&made))).await.refused(404, "not-found");
}

#[tokio::test]
async fn a_goal_is_more_than_nothing_and_only_the_desk_sets_up_funds() {
    let app = TestApp::start().await;
    let new = |goal| json!({"name": "暖冬年饭", "purpose": "", "goal_points": goal});
    app.a.staff.post("/funds", new(0)).await.faulty("goal_points");
    app.a.social_worker.post("/funds", new(10)).await.refused(403, "forbidden");
    app.a.resident.post("/funds", new(10)).await.refused(403, "forbidden");
}

#[tokio::test]
async fn of_eight_funds_of_one_name_at_once_one_is_set_up() {
    let app = TestApp::start().await;
    let new = json!({"name": "暖冬年饭", "purpose": "为独居老人送年饭", "goal_points": null});
    let contenders = (0..8).map(|_| app.a.staff.post("/funds", new.clone()));
    one_wins(race(&app, &table("funds"), contenders).await, "name-taken");
}
