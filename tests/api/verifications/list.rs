//! `GET /verifications`.

use chrono::Duration;
use linli_tests::TestApp;
use serde_json::json;

use super::{verifications, verify};

#[tokio::test]
async fn a_row_that_was_tampered_with_is_named() {
    let app = TestApp::start().await;
    verify(&app).await;
    let tampering = format!("UPDATE accounts SET posted = 900 WHERE owner_id = '{}'", app.a.id(47));
    app.database.run(&tampering).await;
    app.clock.put_forward(Duration::days(1));
    verify(&app).await;
    let [found, before] = &verifications(&app).await[..] else { panic!("two verifications") };
    assert_eq!((&before["drift"], &before["differences"]), (&json!(0), &json!([])));
    assert_eq!((&before["occasion"], &before["night"]), (&json!("night"), &json!("2026-11-25")));
    assert!(before["rows"].as_i64().unwrap() > 12, "four wallets, their lots and openings");
    let named = json!({"figure": "wallet.posted", "id": app.a.id(47), "name": "王小明", "stored": 900, "computed": 100});
    assert_eq!((&found["drift"], &found["differences"]), (&json!(1), &json!([named])));
    let other = app.b.staff.get("/verifications").await.items();
    assert_eq!((other.len(), &other[0]["drift"]), (2, &json!(0)), "the other community's figures are right");
}

#[tokio::test]
async fn of_very_many_differences_a_hundred_are_named_and_all_counted() {
    let app = TestApp::start().await;
    let many = format!(
        "INSERT INTO rewards (community_id, id, kind, name, description, age_group, price_points, stock, reserved, state, created_at)
         SELECT '{}', gen_random_uuid(), 'goods', 'r' || n, '', 'all', 5, 3, 0, 'on_shelf', now() FROM generate_series(1, 60) n",
        app.a.id(1)
    );
    app.database.run(&many).await;
    verify(&app).await;
    let found = verifications(&app).await.remove(0);
    assert_eq!((&found["drift"], found["differences"].as_array().unwrap().len()), (&json!(120), 100));
}

#[tokio::test]
async fn the_list_is_paged_and_for_the_desk_alone() {
    let app = TestApp::start().await;
    for _ in 0..3 {
        verify(&app).await;
        app.clock.put_forward(Duration::days(1));
    }
    let page = app.a.administrator.get("/verifications?limit=2").await.ok();
    assert_eq!(page["items"][0]["night"], "2026-11-27", "the newest first");
    let rest = format!("/verifications?limit=2&cursor={}", page["next_cursor"].as_str().unwrap());
    let rest = app.a.staff.get(&rest).await.items();
    assert_eq!((rest.len(), &rest[0]["night"]), (1, &json!("2026-11-25")));
    for actor in [&app.a.social_worker, &app.a.leader, &app.a.manager, &app.a.resident, &app.operator] {
        actor.get("/verifications").await.refused(403, "forbidden");
    }
}
