//! `GET /failed-confirmations`.

use futures::future::join_all;
use linli_domain::codes::Code;
use linli_tests::{TestApp, id_of};
use serde_json::json;

use super::confirm;
use crate::offers::open_offer;
use crate::vouchers::taken;

#[tokio::test]
async fn what_failed_is_kept_with_its_reason() {
    let app = TestApp::start().await;
    let voucher = taken(&app, open_offer(&app, json!({})).await).await;
    confirm(&app, &voucher, 1).await.refused(409, "bill-too-small");
    let unknown = json!({"code": Code::from_random(4711)});
    confirm(&app, &unknown, 6000).await.refused(409, "voucher-unknown");
    let failed = app.a.cashier.get("/failed-confirmations").await.items();
    let reasons: Vec<_> = failed.iter().map(|one| one["reason"].as_str().unwrap()).collect();
    assert_eq!(reasons, ["voucher-unknown", "bill-too-small"]);
    assert_eq!((&failed[0]["code"], &failed[0]["voucher_id"]), (&unknown["code"], &json!(null)));
    assert_eq!(failed[1]["voucher_id"], json!(id_of(&voucher)));
    assert_eq!(failed[1]["reason_title"], "消费金额未达要求");
    assert_eq!(failed[1]["cashier_id"], json!(app.a.id(26)));
}

#[tokio::test]
async fn a_refusal_that_is_repeated_is_kept_once() {
    let app = TestApp::start().await;
    let voucher = taken(&app, open_offer(&app, json!({})).await).await;
    let body = json!({"code": voucher["code"], "store_id": app.a.id(72), "bill_fen": 1});
    let again = || app.a.cashier.post_with("k", "/confirmations", body.clone());
    let answers = join_all((0..8).map(|_| again())).await;
    let first = again().await;
    assert_eq!(first.header("idempotent-replayed"), Some("true"));
    for answer in answers {
        assert_eq!(answer.text, first.text);
    }
    assert_eq!(app.a.cashier.get("/failed-confirmations").await.items().len(), 1);
}

#[tokio::test]
async fn merchants_see_their_own_stores_and_the_desk_all() {
    let app = TestApp::start().await;
    confirm(&app, &json!({"code": Code::from_random(4711)}), 1).await.refused(409, "voucher-unknown");
    let (own, other) = (app.a.id(72), app.a.id(74));
    for actor in [&app.a.cashier, &app.a.manager, &app.a.staff] {
        assert_eq!(actor.get(&format!("/failed-confirmations?store_id={own}")).await.items().len(), 1);
        assert_eq!(actor.get("/failed-confirmations").await.items().len(), 1);
    }
    let elsewhere = format!("/failed-confirmations?store_id={other}");
    app.a.cashier.get(&elsewhere).await.refused(403, "forbidden");
    assert!(app.a.staff.get(&elsewhere).await.items().is_empty());
    assert!(app.b.staff.get("/failed-confirmations").await.items().is_empty());
}

#[tokio::test]
async fn the_list_is_paged_by_key() {
    let app = TestApp::start().await;
    for _ in 0..3 {
        confirm(&app, &json!({"code": Code::from_random(4711)}), 1).await.refused(409, "voucher-unknown");
    }
    let page = app.a.cashier.get("/failed-confirmations?limit=2").await.ok();
    let cursor = page["next_cursor"].as_str().unwrap();
    let rest = app.a.cashier.get(&format!("/failed-confirmations?limit=2&cursor={cursor}")).await.items();
    assert_eq!(rest.len(), 1);
}
