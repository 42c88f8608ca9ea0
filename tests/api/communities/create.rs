//! `POST /communities`.

use linli_db::{Slice, audit, ledger};
use linli_domain::ids::CommunityId;
use linli_tests::{TestApp, id_of};
use serde_json::json;

use super::{new, sign_in};

#[tokio::test]
async fn a_new_community_can_be_used_at_once() {
    let app = TestApp::start().await;
    let answer = app.operator.post("/communities", new("huashan", "19900009001")).await;
    let location = answer.header("location").unwrap().to_owned();
    let community = answer.created();
    assert_eq!(location, format!("/api/v1/communities/{}", id_of(&community)));
    assert_eq!(
        (&community["timezone"], &community["undo_window_minutes"]),
        (&json!("Asia/Shanghai"), &json!(60))
    );

    let token =
        sign_in(&app, "19900009001", "huashan").await.ok()["access_token"].as_str().unwrap().to_owned();
    let administrator = app.nobody.with_token(&token);
    assert_eq!(administrator.get("/me").await.ok()["roles"], json!(["community_administrator"]));
    assert_eq!(administrator.get("/community").await.ok(), community);
    let grid = administrator.post("/grids", json!({"name": "第一网格"})).await.created();
    let building = json!({"grid_id": id_of(&grid), "estate": "花山郡", "name": "1栋"});
    let building = administrator.post("/buildings", building).await.created();
    let household = json!({"building_id": id_of(&building), "door": "101"});
    let household = administrator.post("/households", household).await.created();
    let resident = json!({"name": "曾丽", "household_id": id_of(&household)});
    administrator.post("/residents", resident).await.created();
    let mut connection = app.database.connect().await;
    assert_eq!(ledger::verify(&mut connection, CommunityId::new(id_of(&community))).await.unwrap(), []);
}

#[tokio::test]
async fn its_beginning_is_written_down_in_the_new_community() {
    let app = TestApp::start().await;
    let community = app.operator.post("/communities", new("huashan", "19900009001")).await.created();
    let mut connection = app.database.connect().await;
    let all = Slice { after: None, limit: 100 };
    let mut lines = Vec::new();
    for id in [CommunityId::new(id_of(&community)), CommunityId::PLATFORM] {
        let page = audit::list(&mut connection, id, &audit::Filter::default(), &all).await.unwrap();
        lines.push(page.items.into_iter().map(|line| line.entry.action).collect::<Vec<_>>());
    }
    assert_eq!(lines, [vec!["user.create", "community.create"], vec![]]);
}

#[tokio::test]
async fn a_slug_is_taken_once_and_a_refusal_leaves_no_trace() {
    let app = TestApp::start().await;
    let problem =
        app.operator.post("/communities", new("puan", "19900009001")).await.refused(409, "name-taken");
    assert_eq!(problem["errors"][0]["field"], "slug");
    app.operator.post("/communities", new("platform", "19900009001")).await.refused(409, "name-taken");
    sign_in(&app, "19900009001", "puan").await.refused(401, "sign-in-failed");
}

#[tokio::test]
async fn the_same_command_twice_creates_one_community() {
    let app = TestApp::start().await;
    let first = app.operator.post_with("k", "/communities", new("huashan", "19900009001")).await;
    let again = app.operator.post_with("k", "/communities", new("huashan", "19900009001")).await;
    assert_eq!((first.status, &first.text), (again.status, &again.text));
    assert_eq!(again.header("idempotent-replayed"), Some("true"));
    assert_eq!(app.operator.get("/communities").await.items().len(), 3);
}

#[tokio::test]
async fn only_an_operator_creates_one() {
    let app = TestApp::start().await;
    let body = new("huashan", "19900009001");
    app.a.administrator.post("/communities", body).await.refused(403, "forbidden");
}

#[tokio::test]
async fn a_faulty_field_is_named() {
    let app = TestApp::start().await;
    let cases = [
        ("slug", json!("Puan")),
        ("slug", json!("普安")),
        ("name", json!("")),
        ("timezone", json!("Asia/Wuhan")),
        ("timezone", json!(8)),
        ("undo_window_minutes", json!(-1)),
        ("undo_window_minutes", json!(1441)),
        ("administrator", json!(null)),
    ];
    for (field, value) in cases {
        let mut body = new("huashan", "19900009001");
        body[field] = value;
        app.operator.post("/communities", body).await.faulty(field);
    }
    for (field, value) in [("password", json!("12345678")), ("phone", json!("110")), ("offices", json!([]))] {
        let mut body = new("huashan", "19900009001");
        body["administrator"][field] = value;
        app.operator.post("/communities", body).await.faulty(&format!("administrator.{field}"));
    }
}
