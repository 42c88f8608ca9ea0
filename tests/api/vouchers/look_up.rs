//! `POST /vouchers/look-up`.

use chrono::Duration;
use linli_domain::codes::Code;
use linli_tests::TestApp;
use serde_json::json;

use super::taken;
use crate::confirmations::confirm;
use crate::offers::open_offer;

const PATH: &str = "/vouchers/look-up";

#[tokio::test]
async fn the_counter_sees_what_the_voucher_gives_and_only_the_family_name() {
    let app = TestApp::start().await;
    let voucher = taken(&app, open_offer(&app, json!({})).await).await;
    let code = voucher["code"].as_str().unwrap();
    let typed = format!("{}-{}", &code[..4], code[4..].to_lowercase());
    let shown = app.a.cashier.post(PATH, json!({"code": typed})).await.ok();
    assert_eq!((&shown["code"], &shown["resident_name"]), (&json!(code), &json!("王**")));
    assert_eq!((&shown["terms"], &shown["expires_at"]), (&voucher["terms"], &voucher["expires_at"]));
    let store = json!({"store_id": app.a.id(72), "store_name": "花山店", "refusal": null, "reckoning": null});
    assert_eq!(shown["stores"], json!([store]));
}

#[tokio::test]
async fn why_a_voucher_cannot_be_used_is_said_for_each_store() {
    let app = TestApp::start().await;
    let why = async |voucher: &serde_json::Value| {
        let shown = app.a.manager.post(PATH, json!({"code": voucher["code"]})).await.ok();
        let refusal = shown["stores"][0]["refusal"].clone();
        (refusal["kind"].as_str().unwrap().to_owned(), refusal["detail"].as_str().unwrap().to_owned())
    };
    let offer = open_offer(&app, json!({})).await;
    let (used, late) = (taken(&app, offer).await, taken(&app, offer).await);
    confirm(&app, &used, 6000).await.created();
    assert_eq!(why(&used).await, ("voucher-used".to_owned(), "该券已核销".to_owned()));
    app.clock.put_forward(Duration::days(8));
    assert_eq!(why(&late).await.0, "voucher-expired");
}

#[tokio::test]
async fn of_another_partners_voucher_a_cashier_is_told_nothing_but_that_it_is_not_for_this_store() {
    let app = TestApp::start().await;
    let elsewhere = taken(&app, open_offer(&app, json!({"partner_id": app.a.id(73)})).await).await;
    let asked = json!({"code": elsewhere["code"]});
    for merchant in [&app.a.cashier, &app.a.manager] {
        let problem = merchant.post(PATH, asked.clone()).await.refused(409, "wrong-store");
        assert_eq!((&problem["detail"], &problem["figures"]), (&json!("该券不能在本店使用"), &json!(null)));
    }
    let here = json!({"phone": "19910000026"});
    app.a.staff.post(&format!("/stores/{}/cashiers", app.a.id(74)), here).await.created();
    let shown = app.a.cashier.post(PATH, asked).await.ok();
    let kinds: Vec<_> =
        shown["stores"].as_array().unwrap().iter().map(|one| &one["refusal"]["kind"]).collect();
    assert_eq!(kinds, [&json!("wrong-store"), &json!(null)]);
}

#[tokio::test]
async fn looking_up_again_shows_what_has_become_of_the_voucher_whatever_the_key() {
    let app = TestApp::start().await;
    let voucher = taken(&app, open_offer(&app, json!({})).await).await;
    let look = || app.a.cashier.post_with("k", PATH, json!({"code": voucher["code"]}));
    assert_eq!(look().await.ok()["state"], "held");
    confirm(&app, &voucher, 6000).await.created();
    assert_eq!(look().await.ok()["state"], "confirmed");
}

#[tokio::test]
async fn a_mistyped_code_is_a_fault_and_an_unknown_one_a_refusal() {
    let app = TestApp::start().await;
    let code = Code::from_random(4711).to_string();
    app.a.cashier.post(PATH, json!({"code": code})).await.refused(409, "voucher-unknown");
    let wrong = if code.starts_with('2') { "3" } else { "2" };
    for typed in [format!("{wrong}{}", &code[1..]), "1234".to_owned(), String::new()] {
        app.a.cashier.post(PATH, json!({"code": typed})).await.faulty("code");
    }
    let voucher = taken(&app, open_offer(&app, json!({})).await).await;
    app.b.cashier.post(PATH, json!({"code": voucher["code"]})).await.refused(409, "voucher-unknown");
}

#[tokio::test]
async fn what_the_bill_would_come_to_is_said_before_anything_is_confirmed() {
    let app = TestApp::start().await;
    let voucher = taken(&app, open_offer(&app, json!({})).await).await;
    let look = async |bill: i64| {
        let asked = json!({"code": voucher["code"], "store_id": app.a.id(72), "bill_fen": bill});
        app.a.cashier.post(PATH, asked).await.ok()["stores"].clone()
    };
    let reckoning = json!({"bill_fen": 6500, "discount_fen": 2000, "to_collect_fen": 4500});
    assert_eq!(look(6500).await[0]["reckoning"], reckoning);
    let small = look(5999).await;
    assert_eq!(
        (&small[0]["refusal"]["kind"], &small[0]["reckoning"]),
        (&json!("bill-too-small"), &json!(null))
    );
    assert_eq!((app.wallet(47).await, look(6500).await.as_array().unwrap().len()), ((100, 15), 1));
    assert!(app.a.cashier.get("/failed-confirmations").await.items().is_empty());
}

#[tokio::test]
async fn a_store_that_is_named_is_the_cashiers_own() {
    let app = TestApp::start().await;
    let voucher = taken(&app, open_offer(&app, json!({})).await).await;
    let asked = |store| json!({"code": voucher["code"], "store_id": store});
    app.a.cashier.post(PATH, asked(app.a.id(74))).await.refused(403, "forbidden");
    app.a.cashier.post(PATH, asked(app.b.id(72))).await.faulty("store_id");
}

#[tokio::test]
async fn who_asks_for_codes_that_do_not_exist_is_slowed_down_and_nobody_else() {
    let app = TestApp::start().await;
    let voucher = taken(&app, open_offer(&app, json!({})).await).await;
    let (known, unknown) = (json!({"code": voucher["code"]}), json!({"code": Code::from_random(4711)}));
    for _ in 0..20 {
        app.a.cashier.post(PATH, known.clone()).await.ok();
    }
    for _ in 0..10 {
        app.a.cashier.post(PATH, unknown.clone()).await.refused(409, "voucher-unknown");
    }
    for code in [&unknown, &known] {
        app.a.cashier.post(PATH, code.clone()).await.refused(429, "too-many-requests");
    }
    app.a.manager.post(PATH, known.clone()).await.ok();
    app.clock.put_forward(Duration::seconds(31));
    app.a.cashier.post(PATH, known).await.ok();
}
