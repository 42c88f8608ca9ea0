//! The conditions of an offer: when, where, for whom, how often.

use linli_tests::{TestApp, id_of};
use serde_json::{Value, json};

use super::{draft_offer, new_offer, open_offer};

#[tokio::test]
async fn conditions_are_answered_as_they_were_sent() {
    let app = TestApp::start().await;
    let hours = json!([
        {"weekdays": ["mon", "tue"], "from": "08:00", "to": "11:30"},
        {"weekdays": ["fri"], "from": "22:00", "to": "02:00"},
    ]);
    let eligibility = json!({
        "min_age": 18, "max_age": null, "buildings": [app.a.id(11)], "teams": [app.a.id(53)],
    });
    let limits = json!([
        {"period": "day", "per": "resident", "times": 1}, {"period": "month", "per": "household", "times": 4},
    ]);
    let sent = json!({
        "hours": hours, "stores": [app.a.id(72)], "eligibility": eligibility, "limits": limits, "uses": 5,
        "period_quota": {"period": "month", "vouchers": 60},
    });
    let offer = app.a.manager.post("/offers", new_offer(&app, &sent)).await.created();
    for (field, value) in sent.as_object().unwrap() {
        assert_eq!(&offer[field], value, "{field}");
    }
    assert_eq!(app.a.manager.get(&format!("/offers/{}", id_of(&offer))).await.ok(), offer);
}

#[tokio::test]
async fn conditions_that_make_no_sense_or_name_what_is_not_there_are_named() {
    let app = TestApp::start().await;
    let span = |days: Value, from: &str| json!({"hours": [{"weekdays": days, "from": from, "to": "12:00"}]});
    let daily = json!({"period": "day", "times": 1});
    let cases = [
        (span(json!(["mon"]), "8:00"), "hours[0].from"),
        (span(json!(["someday"]), "08:00"), "hours[0].weekdays[0]"),
        (span(json!([]), "08:00"), "hours"),
        (json!({"stores": [app.a.id(74)]}), "stores[0]"),
        (json!({"stores": [app.a.id(72), app.a.id(72)]}), "stores"),
        (json!({"eligibility": {"buildings": [app.b.id(11)]}}), "eligibility.buildings[0]"),
        (json!({"eligibility": {"teams": [app.b.id(53)]}}), "eligibility.teams[0]"),
        (json!({"limits": [daily, daily]}), "limits"),
        (json!({"limits": [{"period": "day", "times": 0}]}), "limits[0].times"),
        (json!({"limits": [{"period": "ever", "times": 1}]}), "limits"),
        (json!({"period_quota": {"period": "ever", "vouchers": 1}}), "period_quota.period"),
        (json!({"uses": 0}), "uses"),
        (json!({"uses": 2, "slot_early_minutes": 30}), "uses"),
        (json!({"slot_early_minutes": 1441}), "slot_early_minutes"),
    ];
    for (fields, field) in cases {
        app.a.manager.post("/offers", new_offer(&app, &fields)).await.faulty(field);
    }
}

#[tokio::test]
async fn they_change_while_the_offer_is_open_and_each_for_itself() {
    let app = TestApp::start().await;
    let hours = json!([{"weekdays": ["sat"], "from": "08:00", "to": "11:30"}]);
    let offer = open_offer(&app, json!({"hours": hours, "stores": [app.a.id(72)]})).await;
    let path = format!("/offers/{offer}");
    let change = json!({"stores": [], "limits": [{"period": "week", "per": "household", "times": 2}]});
    let after = app.a.manager.patch(&path, change).await.ok();
    assert_eq!((&after["hours"], &after["stores"]), (&hours, &json!([])));
    assert_eq!(after["limits"][0]["per"], "household");
    app.a.manager.patch(&path, json!({"stores": [app.a.id(74)]})).await.faulty("stores[0]");
}

#[tokio::test]
async fn a_quota_of_each_month_is_taken_away_by_null() {
    let app = TestApp::start().await;
    let offer = draft_offer(&app, json!({"period_quota": {"period": "month", "vouchers": 60}})).await;
    let after = app.a.manager.patch(&format!("/offers/{offer}"), json!({"period_quota": null})).await.ok();
    assert_eq!(after["period_quota"], json!(null));
}
