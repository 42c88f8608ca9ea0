//! `POST /opening-balances`.

use linli_tests::TestApp;
use serde_json::{Value, json};
use uuid::Uuid;

use super::{balance, resident};

fn item(resident: Uuid, points: i64) -> Value {
    json!({"resident_id": resident, "points": points, "note": "纸质积分卡"})
}

#[tokio::test]
async fn a_thousand_balances_are_posted_at_once_with_a_status_each_and_one_line_in_the_log() {
    let app = TestApp::start().await;
    let numbers = [44, 47, 48, 49];
    let of = |place: usize| match place % 10 {
        0 => app.b.id(47),
        place => app.a.id(numbers[place % 4]),
    };
    let items: Vec<Value> = (0..1_000).map(|place| item(of(place), 2)).collect();
    let outcome = app.a.staff.post("/opening-balances", json!({ "items": items })).await.ok();
    assert_eq!((&outcome["posted"], &outcome["no_account"]), (&json!(900), &json!(100)));
    for (place, item) in outcome["items"].as_array().unwrap().iter().enumerate() {
        let status = if place % 10 == 0 { "no_account" } else { "posted" };
        assert_eq!((&item["status"], &item["resident_id"]), (&json!(status), &json!(of(place))));
        assert_eq!(item["transfer_id"].is_string(), status == "posted");
    }
    let mut total = 0;
    for number in numbers {
        total += balance(&app, resident(&app, number)).await.0;
    }
    assert_eq!(total, 4 * 100 + 900 * 2);
    let log = app.a.staff.get("/audit-entries").await.items();
    assert_eq!((log.len(), &log[0]["after"]), (1, &json!({"posted": 900, "no_account": 100})));
    assert_eq!(app.drift(&app.a).await, []);
    assert_eq!(app.drift(&app.b).await, []);
}

#[tokio::test]
async fn a_balance_is_explained_to_the_resident() {
    let app = TestApp::start().await;
    let body = json!({"items": [item(app.a.id(47), 35)]});
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
    let body = json!({"items": [item(app.a.id(47), 35)]});
    let key = Uuid::now_v7().to_string();
    let first = app.a.staff.post_with(&key, "/opening-balances", body.clone()).await;
    let again = app.a.staff.post_with(&key, "/opening-balances", body).await;
    assert_eq!(first.text, again.text);
    assert_eq!(balance(&app, resident(&app, 47)).await, (135, 0));
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
