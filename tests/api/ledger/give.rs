//! `POST /gifts`.

use linli_tests::race::{race, wallet, winners};
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
    assert_eq!((&given["code"], &given["text"]), (&json!("give"), &json!("赠送积分：给李奶奶换大米")));
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
