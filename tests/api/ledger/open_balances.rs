//! `POST /opening-balances`.

use linli_api::Acting;
use linli_db::residents;
use linli_domain::codes::Code;
use linli_domain::ids::{HouseholdId, ResidentId};
use linli_domain::residents::{Resident, ResidentState};
use linli_tests::TestApp;
use linli_tests::race::{race, unlocked, wallet};
use serde_json::{Value, json};
use uuid::Uuid;

use super::{balance, community, newcomer, resident};

fn item(resident: Uuid, points: i64) -> Value {
    json!({"resident_id": resident, "points": points, "note": "纸质积分卡"})
}

/// So many newcomers, registered at once.
async fn newcomers(app: &TestApp, count: usize) -> Vec<ResidentId> {
    let acting = Acting::program(community(app), app.clock.now());
    let new = (0..count).map(|place| {
        let resident = Resident {
            id: acting.id(),
            name: format!("新居民{place}"),
            birth_year: None,
            phone: None,
            household: HouseholdId::new(app.a.id(12)),
            card: Code::from_random(1_000 + u64::try_from(place).unwrap()),
            state: ResidentState::Active,
        };
        (resident, acting.id())
    });
    let new: Vec<_> = new.collect();
    let connection = &mut app.database.connect().await;
    assert!(residents::insert(connection, acting.community, &new, acting.now).await.unwrap());
    new.into_iter().map(|(resident, _)| resident.id).collect()
}

#[tokio::test]
async fn a_thousand_balances_are_posted_at_once_with_a_status_each_and_one_line_in_the_log() {
    let app = TestApp::start().await;
    let new = newcomers(&app, 1_000).await;
    let of = |place: usize| if place.is_multiple_of(10) { app.b.id(47) } else { new[place].uuid() };
    let items: Vec<Value> = (0..1_000).map(|place| item(of(place), 2)).collect();
    let outcome = app.a.staff.post("/opening-balances", json!({ "items": items })).await.ok();
    assert_eq!((&outcome["posted"], &outcome["no_account"]), (&json!(900), &json!(100)));
    for (place, item) in outcome["items"].as_array().unwrap().iter().enumerate() {
        let status = if place.is_multiple_of(10) { "no_account" } else { "posted" };
        assert_eq!((&item["status"], &item["resident_id"]), (&json!(status), &json!(of(place))));
        assert_eq!(item["transfer_id"].is_string(), status == "posted");
    }
    assert_eq!((balance(&app, new[1]).await, balance(&app, new[10]).await), ((2, 0), (0, 0)));
    let log = app.a.staff.get("/audit-entries").await.items();
    let counts = json!({"posted": 900, "no_account": 100, "already_opened": 0});
    assert_eq!((log.len(), &log[0]["after"]), (1, &counts));
    assert_eq!(app.drift(&app.a).await, []);
    assert_eq!(app.drift(&app.b).await, []);
}

#[tokio::test]
async fn a_balance_is_brought_in_once_whether_in_one_sheet_or_in_two() {
    let app = TestApp::start().await;
    let of = newcomer(&app).await;
    let sheet = json!({"items": [item(of.uuid(), 35), item(of.uuid(), 35)]});
    let outcome = app.a.staff.post("/opening-balances", sheet.clone()).await.ok();
    let statuses = |outcome: &Value| [0, 1].map(|place| outcome["items"][place]["status"].clone());
    assert_eq!(statuses(&outcome), ["posted", "already_opened"]);
    assert_eq!((&outcome["already_opened"], &outcome["items"][1]["transfer_id"]), (&json!(1), &json!(null)));
    let again = app.a.administrator.post("/opening-balances", sheet).await.ok();
    assert_eq!(
        (statuses(&again), &again["posted"]),
        ([json!("already_opened"), json!("already_opened")], &json!(0))
    );
    assert_eq!(balance(&app, of).await, (35, 0));
    assert_eq!(app.drift(&app.a).await, []);
}

#[tokio::test]
async fn a_balance_that_was_reversed_can_be_brought_in_again() {
    let app = TestApp::start().await;
    let of = newcomer(&app).await;
    let open = |points| app.a.staff.post("/opening-balances", json!({"items": [item(of.uuid(), points)]}));
    let wrong = open(350).await.ok();
    let path = format!("/transfers/{}/reverse", wrong["items"][0]["transfer_id"].as_str().unwrap());
    app.a.staff.post(&path, json!({"reason": "多输了一个零"})).await.created();
    assert_eq!(open(35).await.ok()["posted"], 1);
    assert_eq!(open(35).await.ok()["already_opened"], 1);
    assert_eq!(balance(&app, of).await, (35, 0));
    assert_eq!(app.drift(&app.a).await, []);
}

#[tokio::test]
async fn of_eight_sheets_at_once_one_is_posted() {
    let app = TestApp::start().await;
    let of = newcomer(&app).await;
    let sheet = json!({"items": [item(of.uuid(), 35)]});
    let contenders = (0..8).map(|_| app.a.staff.post("/opening-balances", sheet.clone()));
    let outcomes = race(&app, &wallet(of.uuid()), contenders).await;
    let posted = outcomes.into_iter().filter(|answer| answer.json["posted"] == 1).count();
    assert_eq!((posted, balance(&app, of).await), (1, (35, 0)));
    assert_eq!(app.drift(&app.a).await, []);
}

#[tokio::test]
async fn without_the_lock_all_eight_find_no_balance_and_bring_one_in() {
    let app = TestApp::start().await;
    let of = newcomer(&app).await;
    let wallet = format!("SELECT a.id FROM accounts a WHERE a.owner_id = '{of}'");
    let read = format!(
        "SELECT NOT EXISTS (SELECT FROM transfers WHERE code = 'opening' AND credit_account_id = ({wallet})) AS allowed"
    );
    let write = format!(
        "INSERT INTO transfers (community_id, id, debit_account_id, credit_account_id, amount, code, cause_kind, \
         cause_id, explanation, parts, posted_at) SELECT d.community_id, gen_random_uuid(), d.id, ({wallet}), 35, 'opening', \
         'resident', '{of}', '{{}}', '{{\"2099-12-31\": 35}}', now() FROM accounts d WHERE d.kind = 'opening' AND d.community_id = '{}'",
        community(&app)
    );
    unlocked(&app, &read, |_| write.clone()).await.caught_by_nothing();
}

#[tokio::test]
async fn a_balance_is_explained_to_the_resident() {
    let app = TestApp::start().await;
    let body = json!({"items": [item(newcomer(&app).await.uuid(), 35)]});
    let outcome = app.a.staff.post("/opening-balances", body).await.ok();
    let path = format!("/transfers/{}", outcome["items"][0]["transfer_id"].as_str().unwrap());
    let transfer = app.a.staff.get(&path).await.ok();
    assert_eq!((&transfer["code"], &transfer["amount"]), (&json!("opening"), &json!(35)));
    assert_eq!(
        (&transfer["text"], &transfer["actor_id"]),
        (&json!("期初积分：纸质积分卡"), &json!(app.a.id(22)))
    );
}

#[tokio::test]
async fn a_repeated_command_posts_once() {
    let app = TestApp::start().await;
    let of = newcomer(&app).await;
    let body = json!({"items": [item(of.uuid(), 35)]});
    let key = Uuid::now_v7().to_string();
    let first = app.a.staff.post_with(&key, "/opening-balances", body.clone()).await;
    let again = app.a.staff.post_with(&key, "/opening-balances", body).await;
    assert_eq!(first.text, again.text);
    assert_eq!(balance(&app, of).await, (35, 0));
}

#[tokio::test]
async fn a_faulty_item_is_named_and_nothing_is_posted() {
    let app = TestApp::start().await;
    let good = item(app.a.id(47), 35);
    let cases = [
        (json!([]), "items"),
        (json!(vec![&good; 1_001]), "items"),
        (json!([good, item(app.a.id(47), 0)]), "items[1].points"),
        (json!([good, {"resident_id": app.a.id(47), "points": 1}]), "items[1].note"),
        (json!([good, {"resident_id": "x", "points": 1, "note": "x"}]), "items[1].resident_id"),
    ];
    for (items, field) in cases {
        app.a.staff.post("/opening-balances", json!({ "items": items })).await.faulty(field);
    }
    assert_eq!(balance(&app, resident(&app, 47)).await, (100, 0));
    let body = json!({"items": [good]});
    app.a.social_worker.post("/opening-balances", body).await.refused(403, "forbidden");
}
