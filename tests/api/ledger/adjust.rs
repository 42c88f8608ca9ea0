//! `POST /adjustments`.

use linli_tests::race::{CONTENDERS, one_wins, race, wallet};
use linli_tests::{TestApp, id_of};
use serde_json::{Value, json};
use uuid::Uuid;

use super::{balance, earned, held, hold, post, resident};
use crate::vouchers::run_sql;

fn adjustment(app: &TestApp, points: i64) -> Value {
    json!({"resident_id": app.a.id(47), "points": points, "reason": "核对积分卡"})
}

#[tokio::test]
async fn points_are_given_and_taken_for_a_reason() {
    let app = TestApp::start().await;
    let given = app.a.staff.post("/adjustments", adjustment(&app, 20)).await.created();
    let taken = app.a.administrator.post("/adjustments", adjustment(&app, -120)).await.created();
    let wallet = json!({"account": "wallet", "resident_id": app.a.id(47)});
    assert_eq!((&given["credit"], &given["amount"]), (&wallet, &json!(20)));
    assert_eq!((&taken["debit"], &taken["amount"]), (&wallet, &json!(120)));
    assert_eq!((&taken["code"], &taken["text"]), (&json!("adjust"), &json!("人工调整：核对积分卡")));
    assert_eq!(balance(&app, resident(&app, 47)).await, (0, 0));
    let log = app.a.staff.get(&format!("/audit-entries?subject_id={}", app.a.id(47))).await.items();
    assert_eq!((log.len(), &log[0]["actor_id"]), (2, &json!(app.a.id(21))));
    assert_eq!(app.drift(&app.a).await, []);
}

#[tokio::test]
async fn no_more_is_taken_than_is_available() {
    let app = TestApp::start().await;
    hold(&app, &[held(resident(&app, 47), 60)]).await;
    let refused = app.a.staff.post("/adjustments", adjustment(&app, -41)).await;
    let refused = refused.refused(409, "not-enough-points");
    assert_eq!(refused["figures"], json!({"price": 41, "available": 40}));
    app.a.staff.post("/adjustments", adjustment(&app, -40)).await.created();
    assert_eq!(app.drift(&app.a).await, []);
}

#[tokio::test]
async fn of_eight_who_take_all_the_points_one_does() {
    let app = TestApp::start().await;
    let body = adjustment(&app, -100);
    let contenders = (0..CONTENDERS).map(|_| app.a.staff.post("/adjustments", body.clone()));
    one_wins(race(&app, &wallet(app.a.id(47)), contenders).await, "not-enough-points");
    assert_eq!(app.drift(&app.a).await, []);
}

#[tokio::test]
async fn a_repeated_command_adjusts_once() {
    let app = TestApp::start().await;
    let key = Uuid::now_v7().to_string();
    let first = app.a.staff.post_with(&key, "/adjustments", adjustment(&app, 20)).await;
    let again = app.a.staff.post_with(&key, "/adjustments", adjustment(&app, 20)).await;
    assert_eq!(first.text, again.text);
    assert_eq!(balance(&app, resident(&app, 47)).await, (120, 0));
}

#[tokio::test]
async fn a_faulty_field_is_named() {
    let app = TestApp::start().await;
    let cases = [
        (json!({"points": 0}), "points"),
        (json!({"points": 10_001}), "points"),
        (json!({"points": -10_001}), "points"),
        (json!({"points": 1.5}), "points"),
        (json!({"reason": ""}), "reason"),
        (json!({"resident_id": app.b.id(47)}), "resident_id"),
        (json!({"resident_id": app.a.id(71)}), "resident_id"),
    ];
    for (change, field) in cases {
        let mut body = adjustment(&app, 20);
        for (name, value) in change.as_object().unwrap() {
            body[name] = value.clone();
        }
        app.a.staff.post("/adjustments", body).await.faulty(field);
    }
    app.a.resident.post("/adjustments", adjustment(&app, 20)).await.refused(403, "forbidden");
}

#[tokio::test]
async fn staff_who_are_residents_too_do_not_touch_a_wallet_of_their_own() {
    let app = TestApp::start().await;
    let award = earned(&app, resident(&app, 47), 5);
    post(&app, std::slice::from_ref(&award)).await;
    run_sql(&app, &format!("UPDATE users SET resident_id = NULL WHERE id = '{}'", app.a.id(27))).await;
    let own = format!("UPDATE users SET resident_id = '{}' WHERE id = '{}'", app.a.id(47), app.a.id(22));
    run_sql(&app, &own).await;
    let staff = &app.a.staff;
    staff.post("/adjustments", adjustment(&app, 20)).await.refused(409, "own-wallet");
    let reverse = format!("/transfers/{}/reverse", award.id);
    staff.post(&reverse, json!({"reason": "重复登记"})).await.refused(409, "own-wallet");
    let home = json!({"building_id": app.a.id(11), "door": "2单元202"});
    let home = id_of(&staff.post("/households", home).await.created());
    let stranger = json!({"name": "新邻居", "household_id": home});
    let stranger = id_of(&staff.post("/residents", stranger).await.created());
    let item = |resident| json!({"resident_id": resident, "points": 35, "note": "纸质积分卡"});
    let body = json!({"items": [item(stranger), item(app.a.id(49))]});
    let problem = staff.post("/opening-balances", body).await.refused(409, "own-wallet");
    assert_eq!(problem["errors"][0]["field"], "items[1].resident_id");
    assert_eq!(
        (balance(&app, resident(&app, 47)).await, balance(&app, resident(&app, 49)).await),
        ((105, 0), (100, 0))
    );
    app.a.administrator.post("/adjustments", adjustment(&app, 20)).await.created();
    app.a.administrator.post(&reverse, json!({"reason": "重复登记"})).await.created();
}
