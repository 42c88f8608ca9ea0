//! Points and partner services: by the day of posting.

use linli_tests::TestApp;
use serde_json::json;

use super::{november, pair, posted, reversed, served};

const NOON: &str = "2026-11-10T04:00:00Z";
const LATER: &str = "2026-11-12T04:00:00Z";
const OCTOBER: &str = "2026-10-10T04:00:00Z";

#[tokio::test]
async fn points_are_issued_when_they_are_posted_and_what_is_taken_back_is_taken_off() {
    let app = TestApp::start().await;
    let (who, day) = ((&app.a, 47), "2026-10-10");
    posted(&app, who, ("earn", 30), (day, NOON)).await;
    let mistake = posted(&app, who, ("earn", 10), (day, NOON)).await;
    let of_october = posted(&app, who, ("earn", 8), (day, OCTOBER)).await;
    reversed(&app, who, ("earn", 10), (mistake, LATER)).await;
    reversed(&app, who, ("earn", 8), (of_october, LATER)).await;
    let figures = november(&app).await;
    assert_eq!(figures["issued"], json!({"value": 22, "before": 8, "posted": 40, "reversed": 18}));
}

#[tokio::test]
async fn what_was_spent_and_given_back_is_not_spent() {
    let app = TestApp::start().await;
    let (who, day) = ((&app.a, 47), "2026-11-10");
    posted(&app, who, ("spend", 20), (day, NOON)).await;
    let undone = posted(&app, who, ("spend", 5), (day, NOON)).await;
    reversed(&app, who, ("spend", 5), (undone, LATER)).await;
    posted(&app, who, ("spend", 7), (day, OCTOBER)).await;
    let figures = november(&app).await;
    assert_eq!(figures["spent"], json!({"value": 20, "before": 7, "posted": 25, "reversed": 5}));
    assert_eq!(pair(&figures, "issued"), (0, 0));
}

#[tokio::test]
async fn what_lapsed_and_what_was_adjusted_are_neither_issued_nor_spent() {
    let app = TestApp::start().await;
    let (who, day) = ((&app.a, 47), "2026-11-10");
    posted(&app, who, ("expire", 4), (day, NOON)).await;
    posted(&app, who, ("expire", 3), (day, OCTOBER)).await;
    posted(&app, who, ("adjust", 9), (day, NOON)).await;
    let figures = november(&app).await;
    let names = ["lapsed", "issued", "spent"];
    assert_eq!(names.map(|name| pair(&figures, name)), [(4, 3), (0, 0), (0, 0)]);
}

#[tokio::test]
async fn points_lapse_next_that_nobody_holds_within_ninety_days() {
    let app = TestApp::start().await;
    // Today is 25 November; the last of the ninety days is 23 February.
    let lots = [("2026-11-24", 1, 0), ("2026-11-25", 2, 0), ("2027-02-23", 30, 10), ("2027-02-24", 400, 0)];
    for (day, posted, held) in lots {
        let lot = format!(
            "INSERT INTO lots SELECT community_id, id, '{day}', {posted}, {held} FROM accounts WHERE resident_id = '{}'",
            app.a.id(47)
        );
        app.database.run(&lot).await;
    }
    let figures = november(&app).await;
    assert_eq!(figures["lapsing"], json!({"points": 22, "until": "2027-02-23"}));
    for (until, rows) in [("2027-02-23", 1), ("2026-11-24", 0)] {
        let found = app.a.staff.get(&format!("/residents?lapsing_until={until}")).await.items();
        assert_eq!(found.len(), rows, "{until}");
    }
}

#[tokio::test]
async fn a_service_that_was_undone_or_corrected_is_none() {
    let app = TestApp::start().await;
    for at in [NOON, LATER, OCTOBER] {
        served(&app, &app.a, at).await;
    }
    let (undone, corrected) = (served(&app, &app.a, NOON).await, served(&app, &app.a, NOON).await);
    let user = app.a.id(26);
    app.database
        .run(&format!(
            "UPDATE confirmations SET undone_at = confirmed_at, undone_by = '{user}' WHERE id = '{undone}';
             UPDATE confirmations SET corrected_at = '{LATER}', corrected_by = '{}', correction_reason = '重复核销', corrected_points = 0,
                 correction_id = gen_random_uuid() WHERE id = '{corrected}'",
            app.a.id(22)
        ))
        .await;
    assert_eq!(pair(&november(&app).await, "services"), (2, 1));
    let list = app.a.staff.get("/confirmations?from=2026-11-01&until=2026-11-30&standing=true").await.ok();
    assert_eq!((list["items"].as_array().unwrap().len(), &list["totals"]["count"]), (2, &json!(2)));
}
