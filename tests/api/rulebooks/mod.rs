//! The rule book.

mod change;
mod changes;
mod create;
mod delete;
mod faults;
mod in_force;
mod preview;
mod preview_rules;
mod publish;

use linli_tests::{TestApp, id_of};
use serde_json::{Value, json};
use uuid::Uuid;

/// A book with one rule, by the hour, and everything else as it is unless said otherwise.
fn book() -> Value {
    json!({
        "rules": [{
            "code": "PATROL", "title": "平安巡逻", "basis": "hour", "points": 3, "levels": [], "unit": "resident",
            "multipliers": [], "caps": [{"period": "day", "per": "resident", "points": 9}], "budget": null,
            "eligibility": {"min_age": null, "max_age": null, "buildings": [], "teams": []},
            "evidence": "none", "reviewers": {"kind": "one"}, "beneficiary_confirms": false, "check": "队长",
        }],
        "caps": [{"period": "month", "per": "resident", "points": 60}],
        "expiry": {"kind": "end_of_next_year"}, "giving": null, "noshow": null,
        "stars": [100, 300, 600, 1000, 1500],
    })
}

/// A book in which everything is said that can be.
fn rich_book(app: &TestApp) -> Value {
    let mut book = book();
    let patrol = &mut book["rules"][0];
    patrol["multipliers"] = json!([
        {"kind": "night", "from": "22:00", "to": "06:00", "percent": 200},
        {"kind": "hardship", "percent": 150},
        {"kind": "category", "categories": ["emergency_rescue", "public_safety"], "percent": 120},
    ]);
    patrol["caps"] = json!([
        {"period": "day", "per": "resident", "points": 90}, {"period": "week", "per": "household", "points": 100},
    ]);
    patrol["budget"] = json!({"period": "quarter", "points": 5000});
    patrol["eligibility"] = json!({"min_age": 18, "max_age": 60, "buildings": [app.a.id(11)], "teams": [app.a.id(52), app.a.id(53)]});
    patrol["evidence"] = json!("photo");
    patrol["reviewers"] = json!({"kind": "two_above", "points": 10});
    patrol["beneficiary_confirms"] = json!(true);
    let mut honour = book["rules"][0].clone();
    honour["code"] = json!("HONOUR");
    honour["basis"] = json!("level");
    honour["points"] = json!(0);
    honour["levels"] = json!([{"name": "社区级", "points": 5}, {"name": "区级", "points": 20}]);
    honour["unit"] = json!("household");
    honour["caps"] = json!([{"period": "ever", "per": "household", "points": 60}]);
    book["rules"].as_array_mut().unwrap().push(honour);
    book["caps"] = json!([{"period": "year", "per": "household", "points": 600}]);
    book["expiry"] = json!({"kind": "months", "months": 18});
    book["giving"] = json!({"per_month": 20});
    book["noshow"] = json!({"notices": 2, "points": 1, "late_minutes": 15});
    book["stars"] = json!([50, 100]);
    book
}

/// Drafts that book in the community of the tests.
async fn draft(app: &TestApp) -> Uuid {
    let body = json!({"title": "《新办法》", "book": book()});
    id_of(&app.a.administrator.post("/rulebooks", body).await.created())
}
