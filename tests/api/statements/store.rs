//! `GET /stores/{id}/statement`.

use chrono::Duration;
use linli_tests::TestApp;
use serde_json::json;

use super::{confirmed, november, undone};

#[tokio::test]
async fn a_month_is_listed_line_by_line_and_adds_up_without_what_was_undone() {
    let app = TestApp::start().await;
    let made = confirmed(&app, 3).await;
    undone(&app, made[1]).await;
    let month = november(&app).await;
    let totals =
        json!({"confirmations": 2, "corrections": 0, "bill_fen": 12000, "discount_fen": 4000, "points": 6});
    assert_eq!((&month["totals"], &month["state"], &month["day"]), (&totals, &json!("open"), &json!(null)));
    let lines = month["items"].as_array().unwrap();
    let ids: Vec<_> = lines.iter().map(|line| line["id"].clone()).collect();
    assert_eq!(json!(ids), json!(made), "in the order of time");
    assert!(lines[1]["undone_at"].is_string() && lines[0]["undone_at"].is_null());
    let line = &lines[0];
    assert!(line["code"].as_str().unwrap().starts_with("****") && line["code"].as_str().unwrap().len() == 8);
    assert_eq!((&line["kind"], &line["offer_title"]), (&json!("confirmation"), &json!("满60减20")));
    assert_eq!((&line["cashier_name"], &line["points"]), (&json!("用户26"), &json!(3)));
}

#[tokio::test]
async fn a_day_and_a_month_are_the_communitys_own_and_the_present_one_unless_named() {
    let app = TestApp::start().await;
    confirmed(&app, 1).await;
    // Wuhan is in December while it is still November in Greenwich.
    let first = "UPDATE confirmations SET confirmed_at = '2026-11-30 16:00:00Z'";
    app.database.run(first).await;
    let store = format!("/stores/{}/statement", app.a.id(72));
    for (query, count) in [
        ("", 0),
        ("?month=2026-11", 0),
        ("?month=2026-12", 1),
        ("?day=2026-11-30", 0),
        ("?day=2026-12-01", 1),
    ] {
        let found = app.a.cashier.get(&format!("{store}{query}")).await.ok();
        assert_eq!(found["totals"]["confirmations"], count, "{query}");
        assert_eq!(found["items"].as_array().unwrap().len(), count, "{query}");
    }
    app.clock.put_forward(Duration::days(10));
    assert_eq!(app.a.cashier.get(&store).await.ok()["month"], "2026-12");
}

#[tokio::test]
async fn merchants_see_their_own_stores_and_the_desk_all() {
    let app = TestApp::start().await;
    let (own, other) =
        (format!("/stores/{}/statement", app.a.id(72)), format!("/stores/{}/statement", app.a.id(74)));
    for path in [own.clone(), format!("{own}.xlsx")] {
        for actor in [&app.a.cashier, &app.a.manager, &app.a.staff, &app.a.administrator] {
            assert_eq!(actor.get(&path).await.status, 200);
        }
        app.a.resident.get(&path).await.refused(403, "forbidden");
        app.b.staff.get(&path).await.refused(404, "not-found");
    }
    for path in [other.clone(), format!("{other}.xlsx")] {
        app.a.cashier.get(&path).await.refused(403, "forbidden");
        app.a.manager.get(&path).await.refused(403, "forbidden");
        assert_eq!(app.a.staff.get(&path).await.status, 200);
    }
}

#[tokio::test]
async fn a_faulty_parameter_is_named() {
    let app = TestApp::start().await;
    let store = format!("/stores/{}/statement", app.a.id(72));
    let cases = [
        ("month=2026-13", "month"),
        ("month=2026-1", "month"),
        ("month=1999-12", "month"),
        ("day=2026-02-30", "day"),
        ("month=2026-11&day=2026-11-25", "day"),
        ("year=2026", "year"),
    ];
    for (query, field) in cases {
        app.a.cashier.get(&format!("{store}?{query}")).await.faulty(field);
        app.a.cashier.get(&format!("{store}.xlsx?{query}")).await.faulty(field);
    }
    app.a.cashier.get(&format!("{store}?cursor=x")).await.faulty("cursor");
}

#[tokio::test]
async fn a_busy_month_is_paged_and_what_is_too_long_for_a_workbook_says_so() {
    let app = TestApp::start().await;
    let made = confirmed(&app, 1).await;
    // 20,000 more over 20 days, each of a voucher that has no other; what was undone is a line too.
    let many = format!(
        "INSERT INTO confirmations (community_id, id, voucher_id, store_id, cashier_id, bill_fen, discount_fen,
             spent_points, confirmed_at, undone_at, undone_by)
         SELECT c.community_id, gen_random_uuid(), c.voucher_id, c.store_id, c.cashier_id, 100, 1, 0,
             '2026-11-01 04:00Z'::timestamptz + n % 20 * interval '1 day', '2026-11-25', c.cashier_id
         FROM confirmations c, generate_series(1, 20000) n WHERE c.id = '{}'",
        made[0]
    );
    app.database.run(&many).await;
    let store = format!("/stores/{}/statement", app.a.id(72));
    let (mut seen, mut path) =
        (std::collections::BTreeSet::new(), format!("{store}?month=2026-11&limit=200"));
    for _ in 0..3 {
        let page = app.a.manager.get(&path).await.ok();
        assert_eq!(page["totals"]["confirmations"], 1, "on every page alike");
        seen.extend(page["items"].as_array().unwrap().iter().map(|line| line["id"].to_string()));
        let cursor = page["next_cursor"].as_str().unwrap();
        path = format!("{store}?month=2026-11&limit=200&cursor={cursor}");
    }
    assert_eq!(seen.len(), 600, "of 20,001");
    let refused = app.a.manager.get(&format!("{store}.xlsx?month=2026-11")).await;
    assert_eq!(refused.refused(409, "list-too-long")["figures"], json!({"most": 20_000}));
    assert_eq!(app.a.manager.get(&format!("{store}.xlsx?day=2026-11-05")).await.status, 200);
}
