//! `POST /imports` of opening balances.

use linli_tests::TestApp;
use serde_json::json;

use super::{BALANCES, balances, sheet, two, uuid};

#[tokio::test]
async fn balances_are_brought_along_by_card_and_by_phone_and_name() {
    let app = TestApp::start().await;
    let (_, people) = two(&app).await;
    let card = people[0]["card_code"].as_str().unwrap();
    let lines = [
        "会员卡号,手机号,姓名,积分,有效期至,备注".to_owned(),
        format!("{card},,,35,2026-12-01,2024 年结余"),
        ",19900000301,张三,20,,".to_owned(),
    ];
    let made = app.a.staff.upload(BALANCES, sheet(&lines)).await.created();
    assert_eq!((&made["balances"], &made["points"], &made["residents"]), (&json!(2), &json!(55), &json!(0)));
    let wallet = app.a.staff.get(&format!("/residents/{}/wallet", people[0]["id"].as_str().unwrap())).await;
    assert_eq!(wallet.ok()["lapses_next"], json!({"lapses_on": "2026-12-01", "points": 35}));
    assert_eq!(app.wallet_of(uuid(&people[1]["id"])).await, (20, 0));
    let path = format!("/transfers?cause_id={}", made["id"].as_str().unwrap());
    let texts: Vec<_> =
        app.a.staff.get(&path).await.items().into_iter().map(|one| one["text"].clone()).collect();
    let expected =
        ["期初积分：导入自「积分.xlsx」第 3 行", "期初积分：2024 年结余（导入自「积分.xlsx」第 2 行）"];
    assert_eq!(texts, expected);
    assert_eq!(app.drift(&app.a).await, []);
}

#[tokio::test]
async fn a_balance_is_brought_along_once_whichever_way() {
    let app = TestApp::start().await;
    let (_, people) = two(&app).await;
    app.a.staff.upload(BALANCES, balances(&[(&people[0], 35)])).await.created();
    let again = app.a.staff.upload(BALANCES, balances(&[(&people[1], 10), (&people[0], 35)])).await;
    again.faulty("rows[3].card_code");
    let items = json!({"items": [{"resident_id": people[0]["id"], "points": 5, "note": "纸"}]});
    assert_eq!(app.a.staff.post("/opening-balances", items).await.ok()["already_opened"], 1);
    assert_eq!(app.wallet_of(uuid(&people[0]["id"])).await, (35, 0));
    assert_eq!(app.wallet_of(uuid(&people[1]["id"])).await, (0, 0));
}

#[tokio::test]
async fn nobody_brings_along_a_balance_of_their_own() {
    let app = TestApp::start().await;
    let (_, people) = two(&app).await;
    let own =
        format!("UPDATE users SET resident_id = '{}' WHERE id = '{}'", uuid(&people[0]["id"]), app.a.id(22));
    app.database.run(&own).await;
    let file = balances(&[(&people[0], 35)]);
    app.a.staff.upload(BALANCES, file.clone()).await.faulty("rows[2].card_code");
    app.a.administrator.upload(BALANCES, file).await.created();
}

#[tokio::test]
async fn what_is_wrong_with_a_balance_is_named() {
    let app = TestApp::start().await;
    for (line, field) in [
        ("2222222,,,35", "rows[2].card_code"),
        ("6VYNQ2A5,,,35", "rows[2].card_code"),
        (",19900000999,张三,35", "rows[2].phone"),
        (",19910000027,张三,35", "rows[2].name"),
        (",19910000027,王小明,35", "rows[2].phone"),
        (",,,35", "rows[2].card_code"),
        (",19910000027,王小明,-1", "rows[2].phone"),
    ] {
        let answer = app.a.staff.upload(BALANCES, sheet(&["会员卡号,手机号,姓名,积分", line])).await;
        answer.faulty(field);
    }
    let of_b =
        app.b.staff.post("/residents", json!({"name": "别人", "household_id": app.b.id(12)})).await.created();
    let line = format!("{},,,35", of_b["card_code"].as_str().unwrap());
    app.a
        .staff
        .upload(BALANCES, sheet(&["会员卡号,手机号,姓名,积分", &line]))
        .await
        .faulty("rows[2].card_code");
}
