//! `POST /pacts/{id}/settle`.

use chrono::Duration;
use linli_domain::rulebooks::{Basis, Reviewers, Rule};
use linli_tests::race::race;
use linli_tests::{TestApp, id_of};
use serde_json::{Value, json};

use super::{appoint, household, mark, october, of, record, rule, ruled_by, settle, start, transfer};

#[tokio::test]
async fn the_representative_gets_what_the_household_earns_and_else_the_eldest() {
    let app = start().await;
    let (second, neighbour) = household(&app, "1单元102", 1960).await;
    let (third, _) = household(&app, "1单元103", 1961).await;
    let path = format!("/households/{}", app.a.id(12));
    app.a.staff.patch(&path, json!({"representative_id": app.a.id(47)})).await.ok();
    let marks = json!([mark(app.a.id(12), true), mark(second, true), mark(third, false)]);
    let pact = record(&app.a.staff, &app, "2026-10", marks).await.ok();
    let settled = settle(&app.a.social_worker, &pact).await.ok();
    assert_eq!((&settled["awarded"], &settled["total_points"]), (&json!(2), &json!(6)));
    assert_eq!(
        (&settled["pact"]["rule_code"], settled["results"].as_array().unwrap().len()),
        (&json!("PACT"), 2)
    );
    let results = settled["results"].as_array().unwrap();
    let [own, other] = [of(app.a.id(12), results), of(second, results)];
    assert_eq!((&own["resident_id"], &own["chosen"]), (&json!(app.a.id(47)), &json!("representative")));
    assert_eq!(
        own["explanation"],
        "守约（PACT，第 2 版）：每户每次 3 分；全家本月还可得 0 分；全部事项本月还可得 57 分；积分记入本户代表名下"
    );
    assert_eq!((&other["resident_id"], &other["chosen"]), (&json!(neighbour), &json!("eldest")));
    assert_eq!((app.wallet(47).await.0, app.wallet_of(neighbour).await.0), (103, 3));
    assert_eq!(app.drift(&app.a).await, []);
}

#[tokio::test]
async fn the_transfer_names_the_household_s_mark_the_rule_and_the_last_day_of_the_month() {
    let app = start().await;
    let pact = october(&app).await;
    settle(&app.a.social_worker, &pact).await.ok();
    let transfer = transfer(&app).await;
    assert_eq!(transfer["amount"], 3);
    assert_eq!((&transfer["rule_code"], &transfer["deed_on"]), (&json!("PACT"), &json!("2026-10-31")));
    let marks = format!("SELECT count(*) FROM pact_marks WHERE transfer_id = '{}'", id_of(&transfer));
    assert_eq!(app.database.number(&marks).await, 1);
}

#[tokio::test]
async fn a_month_is_settled_after_its_end_and_once() {
    let app = start().await;
    let november = record(&app.a.staff, &app, "2026-11", json!([mark(app.a.id(12), true)])).await.ok();
    let refused = settle(&app.a.social_worker, &november).await.refused(409, "month-not-over");
    assert_eq!(refused["figures"]["ends_at"], "2026-11-30T16:00:00Z");
    app.clock.put_forward(Duration::days(6));
    settle(&app.a.social_worker, &november).await.ok();
    settle(&app.a.social_worker, &november).await.refused(409, "wrong-state");
    assert_eq!(app.wallet(48).await.0, 103);
}

#[tokio::test]
async fn nobody_settles_what_is_the_own() {
    let app = start().await;
    let pact = october(&app).await;
    settle(&app.a.staff, &pact).await.refused(409, "settler-is-recorder");
    settle(&app.a.leader, &pact).await.refused(403, "forbidden");
    settle(&app.b.staff, &pact).await.refused(404, "not-found");
    // The leader, who lives there, becomes staff too; then also block head.
    let office = format!("INSERT INTO user_roles VALUES ('{}', '{}', 'staff')", app.a.id(1), app.a.id(24));
    app.database.run(&office).await;
    settle(&app.a.leader, &pact).await.refused(409, "settlers-household");
    appoint(&app).await;
    settle(&app.a.leader, &pact).await.refused(409, "settler-is-block-head");
    settle(&app.a.administrator, &pact).await.ok();
}

#[tokio::test]
async fn a_household_earns_once_a_month_however_often_it_is_tried() {
    let app = start().await;
    let (second, _) = household(&app, "1单元102", 1950).await;
    let pact = october(&app).await;
    settle(&app.a.social_worker, &pact).await.ok();
    // Somebody of the other household moves in with what that earned for October.
    let body = json!({"grid_id": app.a.id(10), "estate": "江南花山郡", "name": "2栋"});
    let other = id_of(&app.a.staff.post("/buildings", body).await.created());
    app.a.staff.patch(&format!("/households/{second}"), json!({"building_id": other})).await.ok();
    let eldest = format!("/residents/{}", app.a.id(48));
    app.a.staff.patch(&eldest, json!({"household_id": second})).await.ok();
    let body = json!({"month": "2026-10", "marks": [mark(second, true)]});
    let pact = app.a.staff.patch(&format!("/buildings/{other}/pact"), body).await.ok();
    let settled = settle(&app.a.social_worker, &pact).await.ok();
    assert_eq!((&settled["awarded"], &settled["not_awarded"]), (&json!(0), &json!(1)));
    assert!(settled["results"][0]["explanation"].as_str().unwrap().contains("全家本月上限 3 分，已得 3 分"));
    assert_eq!(app.wallet(48).await.0, 103);
}

#[tokio::test]
async fn an_empty_household_earns_nothing_and_nobody_has_to_have_kept_it() {
    let app = start().await;
    let body = json!({"building_id": app.a.id(11), "door": "1单元109"});
    let empty = id_of(&app.a.staff.post("/households", body).await.created());
    let pact = record(&app.a.staff, &app, "2026-10", json!([mark(empty, true)])).await.ok();
    let settled = settle(&app.a.social_worker, &pact).await.ok();
    assert_eq!(settled["results"][0]["explanation"], "该户没有在册的居民，不计积分");
    let nobody = record(&app.a.staff, &app, "2026-09", json!([mark(empty, false)])).await.ok();
    assert_eq!(settle(&app.a.social_worker, &nobody).await.ok()["results"], json!([]));
    assert_eq!(app.drift(&app.a).await, []);
}

#[tokio::test]
async fn the_rule_is_named_where_the_book_has_several() {
    let app = TestApp::start().await;
    let pact = october(&app).await;
    settle(&app.a.social_worker, &pact).await.refused(409, "pact-not-ruled");
    ruled_by(&app, vec![rule("PACT"), Rule { basis: Basis::Hour, ..rule("GARDEN") }, rule("TIDY")]).await;
    settle(&app.a.social_worker, &pact).await.faulty("rule_code");
    let by = async |code: Value| {
        let path = format!("/pacts/{}/settle", id_of(&pact));
        app.a.social_worker.post(&path, json!({ "rule_code": code })).await
    };
    by(json!("GARDEN")).await.faulty("rule_code");
    by(json!(7)).await.faulty("rule_code");
    assert_eq!(by(json!("TIDY")).await.ok()["pact"]["rule_code"], "TIDY");
}

#[tokio::test]
async fn a_rule_that_two_review_is_none_for_the_pact() {
    let app = TestApp::start().await;
    ruled_by(&app, vec![Rule { reviewers: Reviewers::Two, ..rule("PACT") }]).await;
    let pact = october(&app).await;
    let refused = settle(&app.a.social_worker, &pact).await.refused(409, "two-reviewers-needed");
    assert_eq!(refused["errors"][0]["field"], "rule_code");
    assert_eq!(app.wallet(48).await.0, 100);
}

#[tokio::test]
async fn what_was_settled_wrongly_is_taken_back_transfer_by_transfer() {
    let app = start().await;
    let pact = october(&app).await;
    settle(&app.a.social_worker, &pact).await.ok();
    let transfer = id_of(&transfer(&app).await);
    app.a
        .staff
        .post(&format!("/transfers/{transfer}/reverse"), json!({"reason": "登记有误"}))
        .await
        .created();
    let lines = app.a.staff.get(&format!("/buildings/{}/pact?month=2026-10", app.a.id(11))).await.items();
    assert_eq!((&lines[0]["reversed"], &lines[0]["points"]), (&json!(true), &json!(3)));
    assert_eq!(app.wallet(48).await.0, 100);
    assert_eq!(app.drift(&app.a).await, []);
}

#[tokio::test]
async fn what_is_owed_is_paid_first() {
    let app = start().await;
    let breach = json!({"resident_id": app.a.id(48), "points": 102, "reason": "冒领"});
    app.a.staff.post("/deductions", breach).await.created();
    let pact = october(&app).await;
    settle(&app.a.social_worker, &pact).await.ok();
    assert_eq!(app.wallet(48).await.0, 1);
    assert_eq!(app.drift(&app.a).await, []);
}

#[tokio::test]
async fn the_eldest_who_moves_away_while_it_is_settled_is_not_who_gets_it() {
    let app = start().await;
    let pact = october(&app).await;
    let away = format!("UPDATE residents SET state = 'moved_out' WHERE id = '{}'", app.a.id(48));
    race(&app, &away, [settle(&app.a.social_worker, &pact)]).await.remove(0).ok();
    assert_eq!((app.wallet(48).await.0, app.wallet(44).await.0), (100, 103));
}
