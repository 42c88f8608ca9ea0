//! `GET /teams`.

use diesel_async::SimpleAsyncConnection;
use linli_tests::{Actor, TestApp};
use serde_json::{Value, json};

async fn team(who: &Actor, name: &str) -> Value {
    let teams = who.get("/teams").await.items();
    teams.into_iter().find(|team| team["name"] == name).unwrap()
}

#[tokio::test]
async fn the_tree_comes_whole_with_members_and_leaders() {
    let app = TestApp::start().await;
    let body = json!({"resident_id": app.a.id(48), "active": true});
    app.a.staff.post(&format!("/teams/{}/memberships", app.a.id(53)), body).await.created();
    let teams = app.a.staff.get("/teams").await.items();
    let rows: Vec<_> =
        teams.iter().map(|team| (&team["kind"], &team["parent_id"], &team["members"])).collect();
    let (agency, core) = (json!(app.a.id(51)), json!(app.a.id(52)));
    assert_eq!(
        rows,
        [
            (&json!("agency"), &json!(null), &json!(0)),
            (&json!("core"), &agency, &json!(0)),
            (&json!("derived"), &core, &json!(2)),
        ]
    );
    assert_eq!(teams[2]["leaders"], json!(["陈队长"]));
}

#[tokio::test]
async fn names_of_leaders_are_masked_for_others_than_desk_and_social_workers() {
    let app = TestApp::start().await;
    for who in [&app.a.administrator, &app.a.staff, &app.a.social_worker] {
        assert_eq!(team(who, "楼道美化队").await["leaders"], json!(["陈队长"]));
    }
    for who in [&app.a.leader, &app.a.resident, &app.a.cashier] {
        assert_eq!(team(who, "楼道美化队").await["leaders"], json!(["陈**"]));
    }
    let one = app.a.resident.get(&format!("/teams/{}", app.a.id(53))).await.ok();
    assert_eq!(one["leaders"], json!(["陈**"]));
}

#[tokio::test]
async fn who_is_not_registered_any_more_is_not_in_the_team() {
    let app = TestApp::start().await;
    // A membership from before memberships ended by themselves.
    let gone = format!("UPDATE residents SET state = 'deceased' WHERE id = '{}'", app.a.id(44));
    app.database.connect().await.batch_execute(&gone).await.unwrap();
    let team = team(&app.a.staff, "楼道美化队").await;
    assert_eq!((&team["members"], &team["leaders"]), (&json!(0), &json!([])));
}

#[tokio::test]
async fn the_list_is_paged_by_key_and_each_community_has_its_own() {
    let app = TestApp::start().await;
    let page = app.a.resident.get("/teams?limit=2").await.ok();
    assert_eq!(page["items"].as_array().unwrap().len(), 2);
    let rest = format!("/teams?limit=2&cursor={}", page["next_cursor"].as_str().unwrap());
    let rest = app.a.resident.get(&rest).await.ok();
    assert_eq!((&rest["items"][0]["id"], &rest["next_cursor"]), (&json!(app.a.id(53)), &json!(null)));
    assert_eq!(app.b.staff.get("/teams").await.items()[0]["id"], json!(app.b.id(51)));
    app.a.resident.get("/teams?cursor=x").await.faulty("cursor");
}
