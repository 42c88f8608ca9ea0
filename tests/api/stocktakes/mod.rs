//! Stocktakes.

use linli_tests::race::{CONTENDERS, race, row, unlocked};
use linli_tests::{Answer, TestApp, id_of};
use serde_json::{Value, json};
use uuid::Uuid;

use crate::orders::{ordered, step as pick_up};
use crate::rewards::{reward, stock};

async fn count(app: &TestApp, of: &[(Uuid, i64)]) -> Answer {
    let counts: Vec<Value> =
        of.iter().map(|(reward, counted)| json!({"reward_id": reward, "counted": counted})).collect();
    app.a.staff.post("/stocktakes", json!({"counts": counts, "note": "月末盘点"})).await
}

#[tokio::test]
async fn all_counts_are_booked_in_one_act_and_the_answer_tells_the_differences() {
    let app = TestApp::start().await;
    let (pens, umbrella) = (reward(&app, "彩笔", 10, 9).await, reward(&app, "雨伞", 20, 5).await);
    let answer = count(&app, &[(umbrella, 5), (pens, 7)]).await;
    let location = answer.header("location").unwrap().to_owned();
    let taken = answer.created();
    assert_eq!(location, format!("/api/v1/stocktakes/{}", id_of(&taken)));
    let line = |at: usize| {
        let line = &taken["lines"][at];
        (
            line["reward_name"].clone(),
            line["booked"].clone(),
            line["counted"].clone(),
            line["difference"].clone(),
        )
    };
    assert_eq!(line(0), (json!("雨伞"), json!(5), json!(5), json!(0)));
    assert_eq!(line(1), (json!("彩笔"), json!(9), json!(7), json!(-2)));
    assert_eq!((stock(&app, pens).await, stock(&app, umbrella).await), ((7, 0, 7), (5, 0, 5)));
    let moved = app.a.staff.get(&format!("/rewards/{pens}/stock-movements")).await.items().remove(0);
    assert_eq!((&moved["quantity"], &moved["stocktake_id"]), (&json!(-2), &taken["id"]));
    let untouched = app.a.staff.get(&format!("/rewards/{umbrella}/stock-movements")).await.items();
    assert_eq!(untouched.len(), 1, "what agrees moves nothing");
    assert_eq!(app.drift(&app.a).await, []);
}

#[tokio::test]
async fn stocktakes_are_kept_and_listed_the_newest_first() {
    let app = TestApp::start().await;
    let pens = reward(&app, "彩笔", 10, 9).await;
    let [first, second] =
        [count(&app, &[(pens, 8)]).await, count(&app, &[(pens, 8)]).await].map(Answer::created);
    let listed = app.a.staff.get("/stocktakes").await.items();
    assert_eq!(listed, [second.clone(), first.clone()]);
    assert_eq!(app.a.administrator.get(&format!("/stocktakes/{}", id_of(&first))).await.ok(), first);
    let page = app.a.staff.get("/stocktakes?limit=1").await.ok();
    let cursor = page["next_cursor"].as_str().unwrap();
    assert_eq!(
        app.a.staff.get(&format!("/stocktakes?cursor={cursor}")).await.items(),
        std::slice::from_ref(&first)
    );
    app.b.staff.get(&format!("/stocktakes/{}", id_of(&first))).await.refused(404, "not-found");
    app.a.resident.get("/stocktakes").await.refused(403, "forbidden");
}

#[tokio::test]
async fn one_count_that_cannot_be_leaves_none() {
    let app = TestApp::start().await;
    let (pens, umbrella) = (reward(&app, "彩笔", 10, 9).await, reward(&app, "雨伞", 20, 5).await);
    let body = json!({"lines": [{"reward_id": umbrella, "quantity": 3}]});
    app.a.resident.post("/orders", body).await.created();
    let problem = count(&app, &[(pens, 1), (umbrella, 2)]).await.refused(409, "count-below-reserved");
    assert_eq!(problem["figures"], json!({"name": "雨伞", "reserved": 3}));
    assert_eq!((stock(&app, pens).await, stock(&app, umbrella).await), ((9, 0, 9), (5, 3, 2)));
    assert_eq!(app.a.staff.get("/stocktakes").await.items().len(), 0);
    count(&app, &[(pens, 1), (pens, 1)]).await.faulty("counts");
    count(&app, &[(pens, 1), (Uuid::now_v7(), 1)]).await.faulty("counts[1].reward_id");
    count(&app, &[]).await.faulty("counts");
    assert_eq!(app.drift(&app.a).await, []);
}

#[tokio::test]
async fn what_was_handed_over_while_it_was_counted_is_not_invented_again() {
    let app = TestApp::start().await;
    let pens = reward(&app, "彩笔", 10, 9).await;
    let counted = |booked: i64| {
        let counts = json!([{"reward_id": pens, "counted": 9, "booked": booked}]);
        app.a.staff.post("/stocktakes", json!({"counts": counts}))
    };
    let order = ordered(&app, &[(pens, 2)]).await;
    pick_up(&app, order, "pick-up").await.ok();
    let problem = counted(9).await.refused(409, "stock-moved");
    assert_eq!(problem["figures"], json!({"name": "彩笔", "booked": 9, "stock": 7}));
    assert_eq!(stock(&app, pens).await, (7, 0, 7));
    counted(7).await.created();
    assert_eq!(stock(&app, pens).await, (9, 0, 9));
    assert_eq!(app.drift(&app.a).await, []);
}

#[tokio::test]
async fn of_many_who_count_at_once_one_finds_the_difference() {
    let app = TestApp::start().await;
    let pens = reward(&app, "彩笔", 10, 9).await;
    let contenders = (0..CONTENDERS).map(|_| {
        let app = &app;
        async move { count(app, &[(pens, 7)]).await.created()["lines"][0]["difference"].clone() }
    });
    let found = race(&app, &row("rewards", pens), contenders).await;
    assert_eq!(found.iter().filter(|difference| **difference == json!(-2)).count(), 1, "{found:?}");
    assert_eq!(stock(&app, pens).await, (7, 0, 7));
    assert_eq!(app.drift(&app.a).await, []);
}

#[tokio::test]
async fn without_the_lock_all_would_find_it() {
    let app = TestApp::start().await;
    let pens = reward(&app, "彩笔", 10, 99).await;
    let read = format!("SELECT stock = 99 AS allowed FROM rewards WHERE id = '{pens}'");
    let write = format!("UPDATE rewards SET stock = stock - 2 WHERE id = '{pens}'");
    unlocked(&app, &read, |_| write.clone()).await.caught_by_nothing();
}
