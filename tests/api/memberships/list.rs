//! `GET /teams/{id}/memberships` and `GET /memberships`.

use std::collections::BTreeSet;

use linli_tests::TestApp;
use serde_json::{Value, json};

use super::{of_team, request};

#[tokio::test]
async fn the_leader_sees_who_is_in_the_team_and_who_asks() {
    let app = TestApp::start().await;
    request(&app).await;
    let all = app.a.leader.get(&of_team(&app)).await.items();
    let names: BTreeSet<_> = all.iter().map(|item| item["resident_name"].as_str().unwrap()).collect();
    assert_eq!(names, BTreeSet::from(["陈队长", "王小明"]));
    let team = app.database.text(&format!("SELECT name FROM teams WHERE id = '{}'", app.a.id(53))).await;
    assert!(all.iter().all(|item| item["team_name"] == team));
    let asking = app.a.leader.get(&format!("{}?state=requested", of_team(&app))).await.items();
    assert_eq!(asking.len(), 1);
    app.a.leader.get(&format!("{}?state=x", of_team(&app))).await.faulty("state");
}

#[tokio::test]
async fn others_do_not_see_it() {
    let app = TestApp::start().await;
    app.a.resident.get(&of_team(&app)).await.refused(403, "forbidden");
    app.a.leader.get(&format!("/teams/{}/memberships", app.a.id(52))).await.refused(403, "forbidden");
    app.b.staff.get(&of_team(&app)).await.refused(404, "not-found");
}

#[tokio::test]
async fn a_resident_sees_the_own_memberships() {
    let app = TestApp::start().await;
    let made = request(&app).await;
    let mut listed = made;
    listed["team_name"] = "楼道美化队".into();
    assert_eq!(app.a.resident.get("/memberships").await.ok()["items"], json!([listed]));
    let named = format!("/memberships?resident_id={}", app.a.id(47));
    assert_eq!(app.a.social_worker.get(&named).await.items(), [listed]);
    let other = format!("/memberships?resident_id={}", app.a.id(44));
    app.a.resident.get(&other).await.refused(403, "forbidden");
    app.a.staff.get("/memberships").await.faulty("resident_id");
    assert_eq!(app.b.staff.get(&named).await.items(), Vec::<Value>::new());
    assert_eq!(app.a.staff.get(&format!("{other}&state=ended")).await.ok()["items"], json!([]));
}

#[tokio::test]
async fn what_waits_in_all_teams_is_one_list_for_those_who_guide_them() {
    let app = TestApp::start().await;
    let made = request(&app).await;
    let path = format!("/teams/{}/memberships", app.a.id(52));
    let other = app.a.staff.post(&path, json!({"resident_id": app.a.id(48)})).await.created();
    app.b.resident.post(&format!("/teams/{}/memberships", app.b.id(53)), json!({})).await.created();
    let all = "/memberships?everybody=true&state=requested";
    for who in [&app.a.administrator, &app.a.staff, &app.a.social_worker] {
        let waiting = who.get(all).await.items();
        assert_eq!(waiting.iter().map(|one| &one["id"]).collect::<Vec<_>>(), [&made["id"], &other["id"]]);
        assert_eq!(
            (&waiting[0]["team_name"], &waiting[1]["team_name"]),
            (&json!("楼道美化队"), &json!("绿色家园队"))
        );
        assert_eq!(
            (&waiting[0]["resident_name"], &waiting[1]["resident_name"]),
            (&json!("王小明"), &json!("李奶奶"))
        );
    }
    for who in [&app.a.leader, &app.a.resident, &app.a.cashier, &app.operator] {
        who.get(all).await.refused(403, "forbidden");
    }
    let one = format!("{all}&resident_id={}", app.a.id(47));
    assert_eq!(app.a.resident.get(&one).await.items().len(), 1);
}
