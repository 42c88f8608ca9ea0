//! `POST /adjustments` above the limit, and the limit itself.

use linli_tests::TestApp;
use serde_json::json;

use super::{adjust, proposed};

#[tokio::test]
async fn above_the_limit_it_is_a_proposal_only() {
    let app = TestApp::start().await;
    adjust(&app.a.staff, &app, 200).await.created();
    let made = proposed(&app, 201).await;
    assert_eq!((&made["state"], &made["points"]), (&json!("proposed"), &json!(201)));
    assert_eq!(app.wallet(47).await.0, 300);
    proposed(&app, -201).await;
    let waiting = app.a.administrator.get("/adjustments?state=proposed").await.items();
    assert_eq!((waiting.len(), &waiting[1]), (2, &made));
    assert_eq!(app.a.staff.get("/adjustments?state=confirmed").await.items().len(), 0);
    app.a.social_worker.get("/adjustments").await.refused(403, "forbidden");
}

#[tokio::test]
async fn the_community_settles_the_limit() {
    let app = TestApp::start().await;
    let settle = |limit| json!({"adjustment_limit": limit});
    let shown = app.a.administrator.patch("/community", settle(10)).await.ok();
    assert_eq!(shown["adjustment_limit"], 10);
    proposed(&app, 11).await;
    app.a.administrator.patch("/community", settle(10_000)).await.ok();
    adjust(&app.a.staff, &app, 10_000).await.created();
    app.a.administrator.patch("/community", settle(10_001)).await.faulty("adjustment_limit");
    app.a.staff.patch("/community", settle(5)).await.refused(403, "forbidden");
}

#[tokio::test]
async fn nobody_proposes_for_a_wallet_of_their_own() {
    let app = TestApp::start().await;
    let both = app.newcomer(Some("staff"), Some(app.a.id(49))).await;
    let body = json!({"resident_id": app.a.id(49), "points": 500, "reason": "核对积分卡"});
    both.post("/adjustments", body).await.refused(409, "own-wallet");
}

#[tokio::test]
async fn nor_for_one_of_the_household() {
    let app = TestApp::start().await;
    let family = app.newcomer(Some("staff"), Some(app.a.id(49))).await;
    for points in [5, 500] {
        let body = json!({"resident_id": app.a.id(48), "points": points, "reason": "核对积分卡"});
        family.post("/adjustments", body).await.refused(409, "own-wallet");
    }
    let body = json!({"resident_id": app.a.id(48), "points": 5, "reason": "违反公约"});
    family.post("/deductions", body).await.refused(409, "own-wallet");
    let awarded = json!({"items": [{"resident_id": app.a.id(48), "rule_code": "CLEAN", "on": "2026-11-02", "minutes": 60}]});
    let outcome = family.post("/awards", awarded).await.ok();
    assert_eq!(outcome["items"][0]["refusal"], "own-wallet");
}
