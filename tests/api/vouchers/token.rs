//! `GET /vouchers/{id}/token`, and what becomes of a token at the counter.

use chrono::Duration;
use linli_tests::{Answer, TestApp, id_of};
use serde_json::{Value, json};

use super::taken;
use crate::confirmations::confirm;
use crate::offers::open_offer;

async fn token(app: &TestApp, voucher: &Value) -> Value {
    app.a.resident.get(&format!("/vouchers/{}/token", id_of(voucher))).await.ok()
}

async fn present(app: &TestApp, token: &Value) -> Answer {
    confirm(app, &json!({"code": token["token"]}), 6000).await
}

#[tokio::test]
async fn a_token_is_taken_in_the_place_of_the_code() {
    let app = TestApp::start().await;
    let voucher = taken(&app, open_offer(&app, json!({})).await).await;
    let token = token(&app, &voucher).await;
    let looked = app.a.cashier.post("/vouchers/look-up", json!({"code": token["token"]})).await.ok();
    assert_eq!(looked["voucher_id"], json!(id_of(&voucher)));
    let done = present(&app, &token).await.created();
    assert_eq!((&done["voucher_id"], &done["code"]), (&json!(id_of(&voucher)), &voucher["code"]));
}

#[tokio::test]
async fn it_lives_a_minute_and_is_renewed_by_asking_again() {
    let app = TestApp::start().await;
    let voucher = taken(&app, open_offer(&app, json!({})).await).await;
    let old = token(&app, &voucher).await;
    assert!((59..=60).contains(&old["seconds_left"].as_i64().unwrap()), "{old}");
    app.clock.put_forward(Duration::seconds(61));
    let refused = present(&app, &old).await.refused(409, "voucher-token-expired");
    assert_eq!(refused["figures"]["expired_at"], old["expires_at"]);
    let asked = json!({"code": old["token"]});
    app.a.cashier.post("/vouchers/look-up", asked).await.refused(409, "voucher-token-expired");
    let kept = app.a.cashier.get("/failed-confirmations").await.items();
    assert_eq!((kept.len(), &kept[0]["reason"]), (1, &json!("voucher-token-expired")));
    assert_eq!((&kept[0]["voucher_id"], &kept[0]["code"]), (&json!(id_of(&voucher)), &voucher["code"]));
    present(&app, &token(&app, &voucher).await).await.created();
}

#[tokio::test]
async fn who_looks_up_tokens_that_are_over_has_guessed_none() {
    let app = TestApp::start().await;
    let voucher = taken(&app, open_offer(&app, json!({})).await).await;
    let old = json!({"code": token(&app, &voucher).await["token"]});
    app.clock.put_forward(Duration::seconds(61));
    for _ in 0..20 {
        app.a.cashier.post("/vouchers/look-up", old.clone()).await.refused(409, "voucher-token-expired");
    }
    app.a.cashier.post("/vouchers/look-up", json!({"code": voucher["code"]})).await.ok();
}

#[tokio::test]
async fn a_token_that_somebody_made_up_is_unknown_and_names_nothing() {
    let app = TestApp::start().await;
    let voucher = taken(&app, open_offer(&app, json!({})).await).await;
    let real = token(&app, &voucher).await["token"].as_str().unwrap().to_owned();
    let last = if real.ends_with('0') { "1" } else { "0" };
    let longer = format!("{}F{}", &real[..43], &real[44..]);
    for forged in [format!("{}{last}", &real[..82]), longer] {
        confirm(&app, &json!({"code": forged}), 6000).await.refused(409, "voucher-unknown");
    }
    let kept = app.a.cashier.get("/failed-confirmations").await.items();
    assert_eq!((&kept[0]["code"], &kept[0]["voucher_id"]), (&json!(null), &json!(null)));
    let body = json!({"code": &real[..82], "store_id": app.a.id(72)});
    app.a.cashier.post("/confirmations", body).await.faulty("code");
    let elsewhere = json!({"code": real, "store_id": app.b.id(72)});
    app.b.cashier.post("/confirmations", elsewhere).await.refused(409, "voucher-unknown");
}

#[tokio::test]
async fn only_its_resident_and_the_desk_get_one_and_only_of_a_voucher_that_can_be_used() {
    let app = TestApp::start().await;
    let voucher = taken(&app, open_offer(&app, json!({})).await).await;
    let path = format!("/vouchers/{}/token", id_of(&voucher));
    app.a.staff.get(&path).await.ok();
    app.a.leader.get(&path).await.refused(403, "forbidden");
    app.a.cashier.get(&path).await.refused(403, "forbidden");
    app.b.staff.get(&path).await.refused(404, "not-found");
    confirm(&app, &voucher, 6000).await.created();
    app.a.resident.get(&path).await.refused(409, "voucher-used");
}
