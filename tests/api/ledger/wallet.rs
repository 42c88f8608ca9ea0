//! `GET /residents/{id}/wallet`.

use linli_tests::TestApp;
use serde_json::json;

use super::{held, hold, resident};

#[tokio::test]
async fn a_wallet_shows_what_there_is_what_is_held_and_for_what() {
    let app = TestApp::start().await;
    let requests = [held(resident(&app, 47), 15), held(resident(&app, 47), 20)];
    hold(&app, &requests).await;
    let wallet = app.a.resident.get(&format!("/residents/{}/wallet", app.a.id(47))).await.ok();
    assert_eq!([&wallet["posted"], &wallet["held"], &wallet["available"]], [100, 35, 65]);
    let holds = wallet["holds"].as_array().unwrap();
    assert_eq!(holds.iter().map(|hold| &hold["amount"]).collect::<Vec<_>>(), [15, 20]);
    assert_eq!(holds[0]["cause"], json!({"kind": "order", "id": requests[0].cause.id}));
    assert!(holds[0]["since"].is_string());
}

#[tokio::test]
async fn the_resident_the_desk_and_the_social_worker_see_it_and_nobody_else() {
    let app = TestApp::start().await;
    for page in ["wallet", "transfers"] {
        let path = format!("/residents/{}/{page}", app.a.id(47));
        for actor in [&app.a.resident, &app.a.staff, &app.a.administrator, &app.a.social_worker] {
            actor.get(&path).await.ok();
        }
        for actor in [&app.a.leader, &app.a.manager, &app.a.cashier] {
            actor.get(&path).await.refused(403, "forbidden");
        }
        app.b.staff.get(&path).await.refused(404, "not-found");
    }
}
