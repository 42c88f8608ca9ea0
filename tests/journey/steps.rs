//! The steps of the journey.

use chrono::Duration;
use linli_domain::roles::Role;
use linli_tests::{TestApp, id_of};
use serde_json::{Value, json};
use strum::VariantArray;

use super::{sign_in, the};

pub async fn everybody_signs_in(app: &TestApp) {
    for role in Role::VARIANTS {
        let me = sign_in(app, &role.to_string()).await.get("/me").await.ok();
        let roles = me["roles"].as_array().unwrap();
        assert!(roles.contains(&json!(role)), "{role}: {me}");
    }
}

pub async fn the_community_is_as_large_as_in_the_case(app: &TestApp) {
    let staff = sign_in(app, "staff").await;
    let teams = staff.get("/teams").await.items();
    let of_kind = |kind: &str| teams.iter().filter(|team| team["kind"] == kind).count();
    assert_eq!((of_kind("agency"), of_kind("core"), of_kind("derived")), (1, 6, 14));
    assert_eq!(staff.get("/partners").await.items().len(), 12);
    // Those of the first day, and what two polls wished for.
    assert_eq!(staff.get("/rewards?kind=goods").await.items().len(), 12 + 2);
    assert_eq!(staff.get("/rewards?kind=service").await.items().len(), 2);
    assert_eq!(staff.get("/grids").await.items().len(), 15);
    assert_eq!(staff.get("/rulebooks/in-force").await.ok()["book"]["rules"].as_array().unwrap().len(), 11);
    let (mut residents, mut path) = (0, "/residents?limit=200".to_owned());
    loop {
        let page = staff.get(&path).await.ok();
        residents += page["items"].as_array().unwrap().len();
        let Some(cursor) = page["next_cursor"].as_str() else { break };
        path = format!("/residents?limit=200&cursor={cursor}");
    }
    assert_eq!(residents, 15_000);
}

/// The leader proposes, the social worker reviews, the resident signs up; the leader keeps the roster, and it is
/// settled. Then the resident sees the points, and why there are just so many.
pub async fn an_activity_is_run_and_settled(app: &TestApp) {
    let (leader, social_worker) = (sign_in(app, "team_leader").await, sign_in(app, "social_worker").await);
    let resident = sign_in(app, "resident").await;
    let me = resident.get("/me").await.ok();
    let (team, me) = (leader.get("/me").await.ok()["team_ids"][0].clone(), me["resident_id"].clone());
    let wallet = format!("/residents/{}/wallet", me.as_str().unwrap());
    let before = resident.get(&wallet).await.ok();

    let begins = app.clock.now() + Duration::hours(1);
    let shift = json!({"starts_at": begins, "ends_at": begins + Duration::hours(2), "capacity": 20});
    let proposal = json!({
        "team_id": team, "title": "周末清洁家园", "description": "清理楼道", "category": "environment",
        "beneficiary": "public", "place": "江南花山郡", "rule_code": "CLEAN", "recruit": "open", "shifts": [shift],
    });
    let activity = leader.post("/activities", proposal).await.created();
    let (path, shift) = (format!("/activities/{}", id_of(&activity)), id_of(&activity["shifts"][0]));
    social_worker.post(&format!("{path}/review"), json!({})).await.ok();
    leader.post(&format!("{path}/recruit"), json!({})).await.ok();
    resident.post(&format!("/shifts/{shift}/signups"), json!({})).await.created();

    app.clock.put_forward(Duration::hours(4));
    let leader = sign_in(app, "team_leader").await;
    leader.post(&format!("{path}/start"), json!({})).await.ok();
    let roster = json!({"attendances": [{"resident_id": me, "minutes": 90}]});
    leader.put(&format!("/shifts/{shift}/roster"), roster).await.ok();
    leader.post(&format!("{path}/close"), json!({})).await.ok();
    let preview = json!({"rule_code": "CLEAN", "on": day_of(&activity), "minutes": 90, "resident_id": me});
    let promised = sign_in(app, "staff").await.post("/award-previews", preview).await.ok();
    let settled = sign_in(app, "social_worker").await.post(&format!("{path}/settle"), json!({})).await.ok();
    assert_eq!(settled["results"][0]["points"], promised["points"]);

    let resident = sign_in(app, "resident").await;
    let after = resident.get(&wallet).await.ok();
    assert_eq!(points(&after, "available"), points(&before, "available") + points(&promised, "points"));
    let history = format!("/residents/{}/transfers?limit=1", me.as_str().unwrap());
    let newest = resident.get(&history).await.items().remove(0);
    assert!(
        newest["text"]
            .as_str()
            .unwrap()
            .starts_with("清洁家园（CLEAN，第 2 版）：每小时 2 分 × 90 分钟 ÷ 60 = 3 分"),
        "{newest}"
    );
    assert_eq!(newest["text"], promised["text"]);
}

/// The resident takes a voucher; the cashier looks it up, confirms it, undoes it, and confirms it with the right bill.
pub async fn a_discount_is_confirmed_undone_and_confirmed_again(app: &TestApp) {
    let (staff, resident) = (sign_in(app, "staff").await, sign_in(app, "resident").await);
    let cashier = sign_in(app, "cashier").await;
    let me = resident.get("/me").await.ok()["resident_id"].clone();
    let gift = json!({"resident_id": me, "points": 100, "reason": "期初核对后补记"});
    staff.post("/adjustments", gift).await.created();
    let offers = resident.get("/offers?limit=200").await.items();
    let offer = the(&offers, "title", "生鲜满 60 减 20");
    let taken = resident.post(&format!("/offers/{}/vouchers", id_of(offer)), json!({})).await.created();
    assert_eq!(taken["state"], "held");

    let store = cashier.get("/me").await.ok()["store_ids"][0].clone();
    let shown = cashier.post("/vouchers/look-up", json!({"code": taken["code"]})).await.ok();
    assert!(shown.to_string().contains('*'), "the name is masked: {shown}");
    let bill = |fen: i64| json!({"code": taken["code"], "store_id": store, "bill_fen": fen});
    cashier.post("/confirmations", bill(5_999)).await.refused(409, "bill-too-small");
    let first = cashier.post("/confirmations", bill(60_000)).await.created();
    cashier.post("/confirmations", bill(6_000)).await.refused(409, "voucher-used");
    cashier.post(&format!("/confirmations/{}/undo", id_of(&first)), json!({})).await.ok();
    let second = cashier.post("/confirmations", bill(6_000)).await.created();
    assert_eq!((points(&second, "discount_fen"), points(&second, "to_collect_fen")), (2_000, 4_000));
    let failures = cashier.get("/failed-confirmations").await.items();
    assert_eq!(failures.len(), 2, "{failures:?}");
}

pub async fn goods_are_ordered_and_picked_up(app: &TestApp) {
    let (staff, resident) = (sign_in(app, "staff").await, sign_in(app, "resident").await);
    let reward = the(&resident.get("/rewards").await.items(), "name", "洗衣粉").clone();
    let lines = json!({"lines": [{"reward_id": reward["id"], "quantity": 2}]});
    let order = resident.post("/orders", lines).await.created();
    assert_eq!((points(&order, "total_points"), &order["state"]), (30, &json!("held")));
    let path = format!("/orders/{}", id_of(&order));
    staff.post(&format!("{path}/ready"), json!({})).await.ok();
    assert_eq!(staff.post(&format!("{path}/pick-up"), json!({})).await.ok()["state"], "picked_up");
    let left = the(&resident.get("/rewards").await.items(), "name", "洗衣粉").clone();
    assert_eq!(points(&left, "stock"), points(&reward, "stock") - 2);
}

pub async fn staff_order_for_a_resident_without_a_phone(app: &TestApp) {
    let staff = sign_in(app, "staff").await;
    let residents = staff.get("/residents?limit=200").await.items();
    let old = residents.iter().find(|one| one["phone"].is_null() && one["birth_year"].as_i64() < Some(1955));
    let old = old.expect("an old resident without a phone");
    let opening = json!({"items": [{"resident_id": old["id"], "points": 20, "note": "纸质积分卡"}]});
    assert_eq!(staff.post("/opening-balances", opening).await.ok()["posted"], 1);
    let reward = the(&staff.get("/rewards").await.items(), "name", "酱油").clone();
    let lines = json!({"card_code": old["card_code"], "lines": [{"reward_id": reward["id"], "quantity": 1}]});
    let order = staff.post("/orders", lines).await.created();
    assert_eq!(order["on_behalf"], true);
    staff.post(&format!("/orders/{}/pick-up", id_of(&order)), json!({})).await.ok();
    let history = format!("/residents/{}/transfers?limit=1", id_of(old));
    let spent = staff.get(&history).await.items().remove(0);
    assert_eq!((points(&spent, "amount"), &spent["on_behalf_of"]), (-12, &old["id"]));
}

pub async fn every_change_is_in_the_audit_log(app: &TestApp) {
    let lines = sign_in(app, "community_administrator").await.get("/audit-entries?limit=200").await.items();
    for action in ["activity.create", "activity.settle", "voucher.take", "confirmation.undo", "order.pick_up"]
    {
        the(&lines, "action", action);
    }
    assert!(!Value::from(lines).to_string().contains("1990000"), "a phone number in the audit log");
}

fn points(body: &Value, field: &str) -> i64 {
    body[field].as_i64().unwrap_or_else(|| panic!("no {field} in {body}"))
}

/// The community's day of an activity.
fn day_of(activity: &Value) -> String {
    let starts: chrono::DateTime<chrono::Utc> = activity["starts_at"].as_str().unwrap().parse().unwrap();
    (starts + Duration::hours(8)).date_naive().to_string()
}
