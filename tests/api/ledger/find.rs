//! `GET /transfers`: finding transfers, and the names in them.

use chrono::{DateTime, Utc};
use linli_db::ledger;
use linli_domain::ids::UserId;
use linli_domain::ledger::Posting;
use linli_tests::{TestApp, id_of};
use serde_json::{Value, json};

use super::{community, deducted, earned, newcomer};
use crate::orders::{ordered, step};
use crate::rewards::reward;

async fn find(app: &TestApp, query: &str) -> Vec<Value> {
    app.a.staff.get(&format!("/transfers?{query}")).await.items()
}

fn ids(items: &[Value]) -> Vec<&str> {
    items.iter().map(|item| item["id"].as_str().unwrap()).collect()
}

/// Posts as if it were then.
async fn posted_at(app: &TestApp, posting: &Posting, at: &str) {
    let at: DateTime<Utc> = at.parse().unwrap();
    let connection = &mut app.database.connect().await;
    ledger::post(connection, community(app), std::slice::from_ref(posting), at).await.unwrap();
}

#[tokio::test]
async fn days_of_posting_are_the_community_s_own_and_both_are_included() {
    let app = TestApp::start().await;
    let of = newcomer(&app).await;
    let [first, second, third] = [1, 2, 3].map(|points| earned(&app, of, points));
    posted_at(&app, &first, "2026-11-09T15:59:59.999Z").await;
    posted_at(&app, &second, "2026-11-09T16:00:00Z").await;
    posted_at(&app, &third, "2026-11-11T15:59:59.999Z").await;
    let id = |posting: &Posting| posting.id.to_string();
    assert_eq!(ids(&find(&app, "from=2026-11-10&until=2026-11-11").await), [id(&third), id(&second)]);
    assert_eq!(ids(&find(&app, "from=2026-11-10&until=2026-11-10&code=earn").await), [id(&second)]);
    assert_eq!(ids(&find(&app, "until=2026-11-09&code=earn").await), [id(&first)]);
    assert_eq!(find(&app, "from=2026-11-12&until=2026-11-09").await.len(), 0);
    app.a.staff.get("/transfers?from=gestern").await.faulty("from");
}

#[tokio::test]
async fn a_list_goes_in_the_order_of_posting_whatever_the_order_of_identifiers() {
    let app = TestApp::start().await;
    let of = newcomer(&app).await;
    let [late, early, same] = [1, 2, 3].map(|points| earned(&app, of, points));
    posted_at(&app, &late, "2026-11-10T04:00:00Z").await;
    posted_at(&app, &early, "2026-11-09T04:00:00Z").await;
    posted_at(&app, &same, "2026-11-10T04:00:00Z").await;
    let (mut seen, mut cursor) = (Vec::new(), String::new());
    loop {
        let path = format!("/transfers?code=earn&limit=1{cursor}");
        let page = app.a.staff.get(&path).await.ok();
        seen.push(page["items"][0]["amount"].as_i64().unwrap());
        let Some(next) = page["next_cursor"].as_str() else { break };
        cursor = format!("&cursor={next}");
    }
    assert_eq!(seen, [3, 1, 2]);
}

#[tokio::test]
async fn transfers_are_found_by_rule_and_by_who_did_them() {
    let app = TestApp::start().await;
    let of = newcomer(&app).await;
    let award = Posting { actor: Some(UserId::new(app.a.id(23))), ..earned(&app, of, 5) };
    super::post(&app, &[award.clone(), deducted(of, 1)]).await;
    let body = json!({"resident_id": of, "points": 2, "reason": "核对积分卡"});
    let adjusted = id_of(&app.a.staff.post("/adjustments", body).await.created());
    assert_eq!(ids(&find(&app, "rule_code=CLEAN").await), [award.id.to_string()]);
    assert_eq!(find(&app, "rule_code=MEET").await.len(), 0);
    assert_eq!(ids(&find(&app, &format!("actor_id={}", app.a.id(22))).await), [adjusted.to_string()]);
    let both = format!("actor_id={}&resident_id={of}&code=earn", app.a.id(23));
    assert_eq!(ids(&find(&app, &both).await), [award.id.to_string()]);
    assert_eq!(find(&app, &format!("actor_id={}", app.b.id(22))).await.len(), 0);
    app.a.staff.get("/transfers?actor_id=x").await.faulty("actor_id");
}

#[tokio::test]
async fn names_stand_beside_identifiers() {
    let app = TestApp::start().await;
    let body = json!({"resident_id": app.a.id(49), "points": 5, "reason": "核对积分卡"});
    let id = id_of(&app.a.staff.post("/adjustments", body).await.created());
    let one = app.a.staff.get(&format!("/transfers/{id}")).await.ok();
    assert_eq!([&one["debit_name"], &one["credit_name"]], [&json!(null), &json!("赵大海")]);
    assert_eq!([&one["actor_name"], &one["on_behalf_of_name"]], [&json!("用户22"), &json!(null)]);
    assert_eq!([&one["cause"]["kind"], &one["cause_name"]], ["resident", "赵大海"]);
    assert_eq!(find(&app, &format!("actor_id={}", app.a.id(22))).await, [one]);
    let gift = json!({"resident_id": app.a.id(47), "to_card_code": linli_tests::stage::card(48), "points": 3, "note": ""});
    let id = id_of(&app.a.staff.post("/gifts", gift).await.created());
    let one = app.a.staff.get(&format!("/transfers/{id}")).await.ok();
    let names = ["debit_name", "credit_name", "on_behalf_of_name"].map(|name| one[name].clone());
    assert_eq!(names, ["王小明", "李奶奶", "王小明"]);
}

#[tokio::test]
async fn what_caused_a_transfer_has_its_name() {
    let app = TestApp::start().await;
    let umbrella = reward(&app, "雨伞", 20, 5).await;
    let order = ordered(&app, &[(umbrella, 2)]).await;
    step(&app, order, "pick-up").await.ok();
    let spent = find(&app, &format!("cause_id={order}")).await.remove(0);
    assert_eq!((&spent["cause_name"], &spent["rule_title"]), (&json!("雨伞×2 · 王小明"), &json!(null)));
    let of = newcomer(&app).await;
    super::post(&app, &[earned(&app, of, 2)]).await;
    let award = find(&app, "code=earn").await.remove(0);
    assert_eq!((&award["cause_name"], &award["rule_title"]), (&json!(null), &json!("清洁家园")));
}
