//! The steps of a period, for charts.

use linli_tests::TestApp;
use serde_json::{Value, json};

use super::{november, of, pair, posted, reversed, served, settled};

/// What the steps come to in which something happened.
fn happened(figures: &Value) -> Vec<(&str, [i64; 4])> {
    let names = ["participants", "issued", "spent", "services"];
    let steps = figures["steps"].as_array().unwrap().iter();
    let told =
        steps.map(|step| (step["from"].as_str().unwrap(), names.map(|name| step[name].as_i64().unwrap())));
    told.filter(|(_, figures)| *figures != [0; 4]).collect()
}

#[tokio::test]
async fn each_step_has_what_happened_in_it() {
    let app = TestApp::start().await;
    let who = (&app.a, 47);
    let earned = posted(&app, who, ("earn", 5), ("2026-11-09", "2026-11-09T15:59:59Z")).await;
    posted(&app, who, ("spend", 3), ("2026-11-10", "2026-11-09T16:00:00Z")).await;
    reversed(&app, who, ("earn", 5), (earned, "2026-11-12T04:00:00Z")).await;
    settled(&app, (&app.a, 53), "2026-11-10T04:00:00Z", &[(47, 60), (48, 60)]).await;
    served(&app, &app.a, "2026-11-10T04:00:00Z").await;
    let figures = november(&app).await;
    assert_eq!((&figures["by"], figures["steps"].as_array().unwrap().len()), (&json!("day"), 30));
    let days = [("2026-11-09", [0, 5, 0, 0]), ("2026-11-10", [2, 0, 3, 1]), ("2026-11-12", [0, -5, 0, 0])];
    assert_eq!(happened(&figures), days);
}

#[tokio::test]
async fn steps_are_cut_at_both_ends_and_add_up_to_the_period() {
    let app = TestApp::start().await;
    for day in
        ["2026-10-31", "2026-11-01", "2026-11-02", "2026-11-08", "2026-11-09", "2026-12-05", "2026-12-06"]
    {
        let noon = format!("{day}T04:00:00Z");
        posted(&app, (&app.a, 47), ("earn", 1), (day, &noon)).await;
        served(&app, &app.a, &noon).await;
    }
    // 1 November 2026 is a Sunday.
    let weeks = of(&app, "2026-11-01", "2026-12-05").await;
    assert_eq!(weeks["by"], "week");
    assert_eq!(weeks["steps"][0]["until"], "2026-11-01");
    let expected = [
        ("2026-11-01", [1, 1, 0, 1]),
        ("2026-11-02", [1, 2, 0, 2]),
        ("2026-11-09", [1, 1, 0, 1]),
        ("2026-11-30", [1, 1, 0, 1]),
    ];
    assert_eq!(happened(&weeks), expected);
    assert_eq!((pair(&weeks, "issued").0, pair(&weeks, "services").0), (5, 5));
    let months = app.a.staff.get("/figures?from=2026-10-31&until=2026-12-05&by=month").await.ok();
    let expected = [("2026-10-31", [1, 1, 0, 1]), ("2026-11-01", [1, 4, 0, 4]), ("2026-12-01", [1, 1, 0, 1])];
    assert_eq!(happened(&months), expected);
}

#[tokio::test]
async fn a_year_is_cut_into_months() {
    let app = TestApp::start().await;
    let year = of(&app, "2026-01-01", "2026-12-31").await;
    assert_eq!((&year["by"], year["steps"].as_array().unwrap().len()), (&json!("month"), 12));
}
