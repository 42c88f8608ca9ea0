//! `POST /gifts`.

use chrono::{DateTime, Duration, Utc};
use linli_tests::race::{race, unlocked, wallet, winners};
use linli_tests::{TestApp, stage};
use serde_json::{Value, json};

use super::{balance, resident};

fn gift(points: i64) -> Value {
    json!({"to_card_code": stage::card(48), "points": points, "note": "给李奶奶换大米"})
}

#[tokio::test]
async fn points_go_to_the_holder_of_the_card_and_keep_the_day_on_which_they_lapse() {
    let app = TestApp::start().await;
    let given = app.a.resident.post("/gifts", gift(30)).await.created();
    assert_eq!(
        (&given["code"], &given["text"]),
        (&json!("give"), &json!("王** 赠送给 李**：给李奶奶换大米"))
    );
    assert_eq!(given["parts"], json!([{"lapses_on": "2099-12-31", "points": 30}]));
    let (giver, receiver) = (resident(&app, 47), resident(&app, 48));
    assert_eq!((balance(&app, giver).await, balance(&app, receiver).await), ((70, 0), (130, 0)));
    assert_eq!(app.drift(&app.a).await, []);
}

#[tokio::test]
async fn nobody_gives_what_is_not_there_nor_to_oneself_nor_to_who_is_gone() {
    let app = TestApp::start().await;
    app.a.resident.post("/gifts", gift(101)).await.refused(409, "not-enough-points");
    let own = json!({"to_card_code": stage::card(47), "points": 1, "note": ""});
    app.a.resident.post("/gifts", own).await.refused(409, "gift-to-oneself");
    let nowhere = json!({"to_card_code": stage::card(999), "points": 1, "note": ""});
    app.a.resident.post("/gifts", nowhere).await.faulty("to_card_code");
    let gone = format!("/residents/{}", app.a.id(48));
    app.a.staff.patch(&gone, json!({"state": "moved_out"})).await.ok();
    app.a.resident.post("/gifts", gift(1)).await.refused(409, "resident-not-active");
    assert_eq!(balance(&app, resident(&app, 47)).await, (100, 0));
}

/// The next version of the rule book, with another content, in force since a day that is long over.
async fn next_rulebook(app: &TestApp, (version, since): (i64, &str), content: &str) {
    let next = format!(
        "INSERT INTO rulebooks SELECT community_id, gen_random_uuid(), {version}, title, {content}, '{since}', '{since}'
         FROM rulebooks WHERE version = 1"
    );
    app.database.run(&next).await;
}

#[tokio::test]
async fn the_wallet_says_what_may_still_be_given_this_month() {
    let app = TestApp::start().await;
    let giving = async || {
        let wallet = app.a.resident.get(&format!("/residents/{}/wallet", app.a.id(47))).await.ok();
        wallet["giving"].clone()
    };
    assert_eq!(giving().await, json!({"given": 0, "per_month": 150, "left": 150}));
    let given = app.a.resident.post("/gifts", gift(30)).await.created();
    assert_eq!(giving().await, json!({"given": 30, "per_month": 150, "left": 120}));
    next_rulebook(&app, (2, "2020-02-01"), r#"content || '{"giving": {"per_month": 20}}'"#).await;
    assert_eq!(
        giving().await,
        json!({"given": 30, "per_month": 20, "left": 0}),
        "the limit was lowered since"
    );
    let back = format!("/transfers/{}/reverse", given["id"].as_str().unwrap());
    app.a.staff.post(&back, json!({"reason": "送错了人"})).await.created();
    assert_eq!(giving().await, json!({"given": 0, "per_month": 20, "left": 20}));
    next_rulebook(&app, (3, "2020-03-01"), "content - 'giving'").await;
    assert_eq!(giving().await, json!({"given": 0, "per_month": null, "left": null}));
}

#[tokio::test]
async fn the_desk_gives_in_the_place_of_the_resident_it_names() {
    let app = TestApp::start().await;
    let mut body = gift(5);
    app.a.staff.post("/gifts", body.clone()).await.faulty("resident_id");
    body["resident_id"] = json!(app.a.id(49));
    let given = app.a.staff.post("/gifts", body).await.created();
    assert_eq!(given["on_behalf_of"], json!(app.a.id(49)));
    assert_eq!(balance(&app, resident(&app, 49)).await, (95, 0));
}

#[tokio::test]
async fn of_eight_gifts_of_all_the_points_one_goes_through() {
    let app = TestApp::start().await;
    let contenders = (0..8).map(|_| app.a.resident.post("/gifts", gift(100)));
    let answers = race(&app, &wallet(app.a.id(47)), contenders).await;
    assert_eq!(winners(answers, "not-enough-points").len(), 1);
    assert_eq!(balance(&app, resident(&app, 48)).await, (200, 0));
    assert_eq!(app.drift(&app.a).await, []);
}

#[tokio::test]
async fn a_gift_that_was_a_mistake_comes_back_even_if_it_was_spent() {
    let app = TestApp::start().await;
    let given = app.a.resident.post("/gifts", gift(30)).await.created();
    let spent = json!({"resident_id": app.a.id(48), "points": -110, "reason": "核对"});
    app.a.staff.post("/adjustments", spent).await.created();
    let reverse = format!("/transfers/{}/reverse", given["id"].as_str().unwrap());
    app.a.staff.post(&reverse, json!({"reason": "输错了卡号"})).await.created();
    assert_eq!(balance(&app, resident(&app, 47)).await, (100, 0));
    let receiver = app.a.staff.get(&format!("/residents/{}/wallet", app.a.id(48))).await.ok();
    assert_eq!((&receiver["posted"], &receiver["debt"]), (&json!(0), &json!(10)));
    assert_eq!(app.drift(&app.a).await, []);
}

/// Resident 47 has 300 points from now on; the rule book of the stage lets everybody give 150 a month away.
async fn rich(app: &TestApp) {
    let more = json!({"resident_id": app.a.id(47), "points": 200, "reason": "补录"});
    app.a.staff.post("/adjustments", more).await.created();
}

#[tokio::test]
async fn a_month_has_a_limit_and_what_was_taken_back_does_not_count() {
    let app = TestApp::start().await;
    rich(&app).await;
    let given = app.a.resident.post("/gifts", gift(100)).await.created();
    let refused = app.a.resident.post("/gifts", gift(51)).await.refused(409, "gift-limit-reached");
    assert_eq!(refused["figures"], json!({"per_month": 150, "given": 100}));
    app.a.resident.post("/gifts", gift(50)).await.created();
    let reverse = format!("/transfers/{}/reverse", given["id"].as_str().unwrap());
    app.a.staff.post(&reverse, json!({"reason": "输错了卡号"})).await.created();
    app.a.resident.post("/gifts", gift(100)).await.created();
    app.a.resident.post("/gifts", gift(1)).await.refused(409, "gift-limit-reached");
}

#[tokio::test]
async fn the_next_month_of_the_community_begins_anew() {
    let app = TestApp::start().await;
    rich(&app).await;
    app.a.resident.post("/gifts", gift(150)).await.created();
    // The last minute of November in Shanghai, and the first of December.
    let end: DateTime<Utc> = "2026-11-30T15:59:00Z".parse().unwrap();
    app.clock.put_forward(end - app.clock.now());
    app.a.resident.post("/gifts", gift(1)).await.refused(409, "gift-limit-reached");
    app.clock.put_forward(Duration::minutes(1));
    app.a.resident.post("/gifts", gift(1)).await.created();
}

#[tokio::test]
async fn of_eight_gifts_at_once_so_many_go_through_as_the_month_allows() {
    let app = TestApp::start().await;
    rich(&app).await;
    let contenders = (0..8).map(|_| app.a.resident.post("/gifts", gift(30)));
    let answers = race(&app, &wallet(app.a.id(47)), contenders).await;
    assert_eq!(winners(answers, "gift-limit-reached").len(), 5);
    assert_eq!(balance(&app, resident(&app, 48)).await, (250, 0));
}

#[tokio::test]
async fn without_the_lock_all_eight_gifts_would_be_within_the_limit() {
    let app = TestApp::start().await;
    rich(&app).await;
    let read = "SELECT coalesce(sum(amount), 0) + 30 <= 150 AS allowed FROM transfers WHERE code = 'give'";
    let write = |contender: usize| {
        format!(
            "SELECT post_transfers('{c}', now(), jsonb_build_array(jsonb_build_object(
                'id', gen_random_uuid(), 'code', 'give', 'debit_kind', 'wallet', 'debit_owner', '{giver}',
                'credit_kind', 'wallet', 'credit_owner', '{receiver}', 'amount', 30,
                'parts', '{{\"2099-12-31\": 30}}'::jsonb, 'cause_kind', 'resident', 'cause_id', '{giver}',
                'explanation', '{{\"kind\": \"gift\", \"note\": \"{contender}\"}}'::jsonb
            )))",
            c = app.a.id(1),
            giver = app.a.id(47),
            receiver = app.a.id(48),
        )
    };
    unlocked(&app, read, write).await.caught_by_nothing();
}

#[tokio::test]
async fn the_desk_gives_nobodys_points_to_itself() {
    let app = TestApp::start().await;
    app.database.run(&format!("UPDATE users SET resident_id = NULL WHERE id = '{}'", app.a.id(27))).await;
    let own = format!("UPDATE users SET resident_id = '{}' WHERE id = '{}'", app.a.id(47), app.a.id(22));
    app.database.run(&own).await;
    let mine = json!({"resident_id": app.a.id(49), "to_card_code": stage::card(47), "points": 5, "note": ""});
    app.a.staff.post("/gifts", mine).await.refused(409, "own-wallet");
    let others =
        json!({"resident_id": app.a.id(49), "to_card_code": stage::card(48), "points": 5, "note": ""});
    app.a.staff.post("/gifts", others).await.created();
    let pooling = format!("/residents/{}/pooling", app.a.id(49));
    app.a.staff.put(&pooling, json!({"agreed": true})).await.refused(409, "own-wallet");
}

#[tokio::test]
async fn who_gave_points_away_gets_back_what_lapses_when_the_given_would_have() {
    let app = TestApp::start().await;
    let given = app.a.resident.post("/gifts", gift(30)).await.created();
    let spent = json!({"resident_id": app.a.id(48), "points": 110, "reason": "扣减"});
    app.a.staff.post("/deductions", spent).await.created();
    // What the receiver still has lapses earlier.
    let other = json!({"resident_id": app.a.id(48), "points": 4, "reason": "补录"});
    app.a.staff.post("/adjustments", other).await.created();
    let reverse = format!("/transfers/{}/reverse", given["id"].as_str().unwrap());
    app.a.staff.post(&reverse, json!({"reason": "输错了卡号"})).await.created();
    let wallet =
        async |number| app.a.staff.get(&format!("/residents/{}/wallet", app.a.id(number))).await.ok();
    let giver = wallet(47).await;
    assert_eq!(giver["lots"], json!([{"lapses_on": "2099-12-31", "posted": 100, "held": 0}]));
    let receiver = wallet(48).await;
    assert_eq!((&receiver["posted"], &receiver["debt"]), (&json!(0), &json!(6)));
    assert_eq!(app.drift(&app.a).await, []);
}

#[tokio::test]
async fn nobody_gives_to_who_moves_away_at_that_moment() {
    let app = TestApp::start().await;
    let away = format!("UPDATE residents SET state = 'moved_out' WHERE id = '{}'", app.a.id(49));
    let gift = json!({"to_card_code": stage::card(49), "points": 5, "note": ""});
    let answer = race(&app, &away, [app.a.resident.post("/gifts", gift)]).await.remove(0);
    answer.refused(409, "resident-not-active");
    assert_eq!((app.wallet(47).await.0, app.wallet(49).await.0), (100, 100));
}
