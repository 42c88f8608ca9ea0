//! `GET /wish-polls/{id}/suggestions` and `POST /wish-polls/{id}/candidates`.

use linli_tests::TestApp;
use serde_json::json;

use super::open_poll;

#[tokio::test]
async fn the_desk_sees_what_is_suggested_and_how_often_and_not_by_whom() {
    let app = TestApp::start().await;
    let poll = open_poll(&app).await;
    for (resident, wish) in [(47, "乒乓球"), (48, "乒乓球"), (49, "耳机"), (44, "象棋")] {
        let fields = json!({"resident_id": app.a.id(resident), "suggestion": wish});
        poll.vote(&app.a.staff, &[0], fields).await.ok();
    }
    let path = format!("{}/suggestions", poll.path);
    let told = app.a.staff.get(&path).await.items();
    let known = [json!({"name": "乒乓球", "count": 2}), json!({"name": "耳机", "count": 1})];
    assert_eq!(told.len(), 2, "what is a candidate is none");
    assert!(known.iter().all(|one| told.contains(one)), "{told:?}");
    let page = app.a.staff.get(&format!("{path}?limit=1")).await.ok();
    let next = format!("{path}?limit=1&cursor={}", page["next_cursor"].as_str().unwrap());
    assert_eq!(app.a.staff.get(&next).await.items(), [told[1].clone()]);
    app.a.resident.get(&path).await.refused(403, "forbidden");
    app.b.staff.get(&path).await.refused(404, "not-found");
}

#[tokio::test]
async fn what_is_taken_up_can_be_voted_for_by_whoever_changes_the_ballot() {
    let app = TestApp::start().await;
    let poll = open_poll(&app).await;
    poll.vote(&app.a.resident, &[0], json!({"suggestion": "乒乓球"})).await.ok();
    let path = format!("{}/candidates", poll.path);
    let new = json!({"name": "乒乓球", "age_group": "youth"});
    let taken_up = app.a.staff.post(&path, new.clone()).await.created();
    assert_eq!(taken_up["candidates"][3]["name"], "乒乓球");
    assert!(app.a.staff.get(&format!("{}/suggestions", poll.path)).await.items().is_empty());
    let ballot = json!({"candidate_ids": [taken_up["candidates"][3]["id"]]});
    app.a.resident.put(&format!("{}/ballot", poll.path), ballot).await.ok();
    let again = app.a.staff.post(&path, new.clone()).await.refused(409, "name-taken");
    assert_eq!(again["errors"][0]["field"], "name");
    app.a.staff.post(&path, json!({"name": "", "age_group": "all"})).await.faulty("name");
    app.a.resident.post(&path, new.clone()).await.refused(403, "forbidden");
    app.a.staff.post(&format!("{}/close", poll.path), json!({})).await.ok();
    app.a.staff.post(&path, json!({"name": "耳机", "age_group": "all"})).await.refused(409, "wrong-state");
}
