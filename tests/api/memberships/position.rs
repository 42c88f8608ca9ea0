//! `POST /memberships/{id}/position`.

use diesel_async::SimpleAsyncConnection;
use linli_tests::{TestApp, id_of};
use serde_json::json;

use super::{act, of_team, request};

#[tokio::test]
async fn a_new_leader_may_lead_from_the_next_request_on() {
    let app = TestApp::start().await;
    let made = request(&app).await;
    act(&app.a.leader, &made, "approve").await.ok();
    app.a.resident.get(&of_team(&app)).await.refused(403, "forbidden");
    let path = format!("/memberships/{}/position", id_of(&made));
    app.a.social_worker.post(&path, json!({"position": "leader"})).await.ok();
    app.a.resident.get(&of_team(&app)).await.ok();
    app.a.staff.post(&path, json!({"position": "member"})).await.ok();
    app.a.resident.get(&of_team(&app)).await.refused(403, "forbidden");
}

#[tokio::test]
async fn leading_ends_with_the_team_and_with_being_registered() {
    for (table, state, number) in [("teams", "dissolved", 53), ("residents", "moved_out", 44)] {
        let app = TestApp::start().await;
        app.a.leader.get(&of_team(&app)).await.ok();
        let end = format!("UPDATE {table} SET state = '{state}' WHERE id = '{}'", app.a.id(number));
        app.database.connect().await.batch_execute(&end).await.unwrap();
        app.a.leader.get(&of_team(&app)).await.refused(403, "forbidden");
        assert_eq!(app.a.leader.get("/me").await.ok()["roles"], json!(["resident"]));
    }
}

#[tokio::test]
async fn only_members_have_a_position_and_only_guides_give_it() {
    let app = TestApp::start().await;
    let made = request(&app).await;
    let path = format!("/memberships/{}/position", id_of(&made));
    app.a.staff.post(&path, json!({"position": "leader"})).await.refused(409, "not-a-member");
    app.a.leader.post(&path, json!({"position": "leader"})).await.refused(403, "forbidden");
    app.a.staff.post(&path, json!({"position": "chief"})).await.faulty("position");
    app.b.staff.post(&path, json!({"position": "leader"})).await.refused(404, "not-found");
}
