//! Points that lapse.

use chrono::{DateTime, Duration, Utc};
use linli_api::jobs::expire_points;
use linli_tests::{TestApp, race};
use reqwest::Method;
use serde_json::{Value, json};

use super::{balance, newest, resident};

/// Gives points that lapse at the end of next year, by the rule book of the stage.
async fn given(app: &TestApp, number: u32, points: i64) {
    let body = json!({"resident_id": app.a.id(number), "points": points, "reason": "补记"});
    app.a.staff.post("/adjustments", body).await.created();
}

async fn wallet(app: &TestApp, number: u32) -> Value {
    app.a.staff.get(&format!("/residents/{}/wallet", app.a.id(number))).await.ok()
}

/// Puts the clock forward to this moment.
fn go_to(app: &TestApp, moment: &str) {
    app.clock.put_forward(moment.parse::<DateTime<Utc>>().unwrap() - app.clock.now());
}

/// Puts the clock forward to the first day on which the points have lapsed.
fn pass_their_day(app: &TestApp) {
    go_to(app, "2028-01-01T00:00:01+08:00");
}

#[tokio::test]
async fn what_lapses_next_is_shown_before_and_taken_after_its_day() {
    let app = TestApp::start().await;
    given(&app, 47, 30).await;
    let before = wallet(&app, 47).await;
    assert_eq!(before["lapses_next"], json!({"lapses_on": "2027-12-31", "points": 30}));
    go_to(&app, "2027-12-31T23:59:00+08:00");
    assert_eq!(expire_points(&app.app).await, 0);
    pass_their_day(&app);
    assert_eq!((expire_points(&app.app).await, expire_points(&app.app).await), (1, 0));
    assert_eq!(balance(&app, resident(&app, 47)).await, (100, 0));
    let lapsed = newest(&app, resident(&app, 47), "expire").await;
    assert_eq!((&lapsed["amount"], &lapsed["actor_id"]), (&json!(-30), &json!(null)));
    assert_eq!(lapsed["text"], "有效期至 2027-12-31，已到期");
    assert_eq!(app.drift(&app.a).await, []);
}

#[tokio::test]
async fn what_lapses_first_is_spent_first_and_comes_back_to_lapse_when_it_would_have() {
    let app = TestApp::start().await;
    given(&app, 47, 30).await;
    let offer = crate::offers::open_offer(&app, json!({"price_points": 40})).await;
    let voucher = app.a.resident.post(&format!("/offers/{offer}/vouchers"), json!({})).await.created();
    let lots = json!([
        {"lapses_on": "2027-12-31", "posted": 30, "held": 30},
        {"lapses_on": "2099-12-31", "posted": 100, "held": 10},
    ]);
    assert_eq!(wallet(&app, 47).await["lots"], lots);
    pass_their_day(&app);
    // What is held does not lapse; what is given back then has lapsed.
    assert_eq!(expire_points(&app.app).await, 0);
    let back = format!("/vouchers/{}/cancel", linli_tests::id_of(&voucher));
    app.a.resident.post(&back, json!({})).await.ok();
    assert_eq!(expire_points(&app.app).await, 1);
    assert_eq!(balance(&app, resident(&app, 47)).await, (100, 0));
    assert_eq!(app.drift(&app.a).await, []);
}

#[tokio::test]
async fn each_lot_lapses_once_when_eight_processes_come_at_once() {
    let app = TestApp::start().await;
    for number in [44, 47, 48, 49] {
        given(&app, number, 30).await;
    }
    pass_their_day(&app);
    let last = race::wallet(app.a.id(49));
    let runs = race::race(&app, &last, (0..8).map(|_| expire_points(&app.app))).await;
    assert_eq!(runs.iter().sum::<usize>(), 4);
    for number in [44, 47, 48, 49] {
        assert_eq!(balance(&app, resident(&app, number)).await, (100, 0));
    }
    assert_eq!(app.drift(&app.a).await, []);
}

#[tokio::test]
async fn without_the_lock_only_the_lot_s_own_constraint_would_be_left() {
    let app = TestApp::start().await;
    given(&app, 47, 30).await;
    let of = format!(
        "lapses_on = '2027-12-31' AND account_id = (SELECT id FROM accounts WHERE owner_id = '{}')",
        app.a.id(47)
    );
    let read = format!("SELECT posted > held AS allowed FROM lots WHERE {of}");
    let write = |_| format!("UPDATE lots SET posted = posted - 30 WHERE {of}");
    race::unlocked(&app, &read, write).await.caught_by("lots_available_check", 1);
}

#[tokio::test]
async fn the_functions_that_keep_the_books_go_by_keys() {
    let app = TestApp::start().await;
    let set = "SELECT count(*) FROM pg_proc WHERE proname IN ('post_transfers', 'place_holds', 'release_holds') \
               AND proconfig @> ARRAY['enable_seqscan=off', 'enable_hashjoin=off', 'enable_mergejoin=off']";
    assert_eq!(app.database.number(set).await, 3, "CREATE OR REPLACE forgets it: see hot_paths");
}

#[tokio::test]
async fn what_breaks_off_leaves_nothing_half_done_and_the_next_run_does_it() {
    let app = TestApp::start().await;
    given(&app, 47, 30).await;
    pass_their_day(&app);
    app.database.run("ALTER TABLE transfers ADD CONSTRAINT broken CHECK (code <> 'expire')").await;
    assert_eq!((expire_points(&app.app).await, balance(&app, resident(&app, 47)).await), (0, (130, 0)));
    app.database.run("ALTER TABLE transfers DROP CONSTRAINT broken").await;
    assert_eq!((expire_points(&app.app).await, balance(&app, resident(&app, 47)).await), (1, (100, 0)));
    assert_eq!(app.drift(&app.a).await, []);
}

#[tokio::test]
async fn a_wallet_that_has_drifted_keeps_its_points_and_the_others_lapse() {
    let app = TestApp::start().await;
    for number in [44, 47, 48, 49] {
        given(&app, number, 30).await;
    }
    pass_their_day(&app);
    let set = |posted: i64| {
        format!(
            "UPDATE accounts SET posted = {posted} WHERE owner_id = '{}' AND kind = 'wallet'",
            app.a.id(47)
        )
    };
    app.database.run(&set(7)).await;
    assert_eq!(expire_points(&app.app).await, 0, "a run that leaves something has failed");
    let metrics = app.nobody.send(Method::GET, "/metrics", None, &[]).await.text;
    assert!(metrics.contains("job_failures_total{job=\"expire points\"}"), "{metrics}");
    for number in [44, 48, 49] {
        assert_eq!(balance(&app, resident(&app, number)).await, (100, 0));
    }
    app.database.run(&set(130)).await;
    assert_eq!(expire_points(&app.app).await, 1);
    assert_eq!(balance(&app, resident(&app, 47)).await, (100, 0));
    assert_eq!(app.drift(&app.a).await, []);
}

#[tokio::test]
async fn the_rule_book_says_when_points_lapse() {
    let app = TestApp::start().await;
    let book = json!({
        "rules": [{"code": "CLEAN", "title": "清洁", "basis": "hour", "points": 2, "caps": [], "check": "队长"}],
        "caps": [], "expiry": {"kind": "months", "months": 3},
    });
    let draft =
        app.a.administrator.post("/rulebooks", json!({"title": "第二版", "book": book})).await.created();
    let path = format!("/rulebooks/{}/publish", linli_tests::id_of(&draft));
    app.a.administrator.post(&path, json!({})).await.ok();
    app.clock.put_forward(Duration::minutes(1));
    given(&app, 47, 30).await;
    assert_eq!(wallet(&app, 47).await["lapses_next"], json!({"lapses_on": "2027-02-28", "points": 30}));
    let wrong = json!({"kind": "months", "months": 0});
    let mut book = book;
    book["expiry"] = wrong;
    app.a
        .administrator
        .post("/rulebooks", json!({"title": "第三版", "book": book}))
        .await
        .faulty("book.expiry.months");
}
