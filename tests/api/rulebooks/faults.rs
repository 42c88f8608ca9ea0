//! Faults of a rule book that is drafted: each names its field.

use linli_tests::TestApp;
use serde_json::{Value, json};

use super::rich_book;

/// Each of these values at its place in the book is a fault of that field.
async fn faulty(app: &TestApp, cases: &[(&str, Value, &str)]) {
    for (pointer, value, field) in cases {
        let mut body = json!({"title": "《新办法》", "book": rich_book(app)});
        let place = body.pointer_mut(&format!("/book{pointer}"));
        *place.unwrap_or_else(|| panic!("{pointer}")) = value.clone();
        app.a.administrator.post("/rulebooks", body).await.faulty(field);
    }
}

#[tokio::test]
async fn a_fault_of_the_book_names_its_field() {
    let app = TestApp::start().await;
    let rule = rich_book(&app)["rules"][0].clone();
    let cap = json!({"period": "day", "points": 9});
    app.a
        .administrator
        .post("/rulebooks", json!({"title": "", "book": rich_book(&app)}))
        .await
        .faulty("title");
    let cases = [
        ("/rules", json!([]), "book.rules"),
        ("/rules", json!([rule, rule]), "book.rules[1].code"),
        ("/caps/0/period", json!("decade"), "book.caps[0].period"),
        ("/caps", json!([cap, cap]), "book.caps[1].period"),
        ("/expiry", json!({"kind": "months"}), "book.expiry.months"),
        ("/expiry", json!({"kind": "never", "months": 3}), "book.expiry.months"),
        ("/expiry/months", json!(121), "book.expiry.months"),
        ("/giving/per_month", json!(-1), "book.giving.per_month"),
        ("/noshow/notices", json!(-1), "book.noshow.notices"),
        ("/noshow", json!({"notices": 1, "points": 1}), "book.noshow.late_minutes"),
        ("/stars", json!([300, 100]), "book.stars[1]"),
        ("/stars/0", json!(0), "book.stars[0]"),
    ];
    faulty(&app, &cases).await;
}

#[tokio::test]
async fn a_fault_of_a_rule_names_its_field() {
    let app = TestApp::start().await;
    let cap = json!({"period": "day", "points": 9});
    let cases = [
        ("/rules/0/code", json!("patrol"), "book.rules[0].code"),
        ("/rules/0/points", json!(0), "book.rules[0].points"),
        ("/rules/0/points", json!(10_001), "book.rules[0].points"),
        ("/rules/0/basis", json!("table"), "book.rules[0].basis"),
        ("/rules/1/points", json!(5), "book.rules[1].points"),
        ("/rules/1/levels", json!([]), "book.rules[1].levels"),
        ("/rules/1/levels/1/name", json!("社区级"), "book.rules[1].levels[1].name"),
        ("/rules/1/levels/0/points", json!(0), "book.rules[1].levels[0].points"),
        ("/rules/1/caps/0/per", json!("resident"), "book.rules[1].caps[0].per"),
        ("/rules/0/unit", json!("family"), "book.rules[0].unit"),
        ("/rules/0/caps", json!([cap, cap]), "book.rules[0].caps[1].period"),
        ("/rules/0/caps/0/points", json!(-1), "book.rules[0].caps[0].points"),
        ("/rules/0/budget/points", json!(0), "book.rules[0].budget.points"),
        ("/rules/0/eligibility/max_age", json!(17), "book.rules[0].eligibility.max_age"),
        ("/rules/0/evidence", json!("oath"), "book.rules[0].evidence"),
        ("/rules/0/reviewers", json!({"kind": "two_above"}), "book.rules[0].reviewers.points"),
        ("/rules/0/reviewers", json!({"kind": "one", "points": 1}), "book.rules[0].reviewers.points"),
        ("/rules/0/reviewers/kind", json!("three"), "book.rules[0].reviewers.kind"),
    ];
    faulty(&app, &cases).await;
}

#[tokio::test]
async fn a_fault_of_a_multiplier_names_its_field() {
    let app = TestApp::start().await;
    let again = json!([{"kind": "hardship", "percent": 150}, {"kind": "hardship", "percent": 200}]);
    let cases = [
        ("/rules/0/multipliers/0/percent", json!(0), "book.rules[0].multipliers[0].percent"),
        ("/rules/0/multipliers/0/percent", json!(1001), "book.rules[0].multipliers[0].percent"),
        ("/rules/0/multipliers/0/from", json!("24:00"), "book.rules[0].multipliers[0].from"),
        ("/rules/0/multipliers/0/to", json!("22:00"), "book.rules[0].multipliers[0].to"),
        ("/rules/0/multipliers/2/categories", json!([]), "book.rules[0].multipliers[2].categories"),
        ("/rules/0/multipliers/2/categories/1", json!("chess"), "book.rules[0].multipliers[2].categories[1]"),
        ("/rules/0/multipliers/1/kind", json!("noon"), "book.rules[0].multipliers[1].kind"),
        (
            "/rules/0/multipliers/1",
            json!({"kind": "night", "percent": 150}),
            "book.rules[0].multipliers[1].from",
        ),
        (
            "/rules/0/multipliers/1",
            json!({"kind": "hardship", "percent": 150, "to": "06:00"}),
            "book.rules[0].multipliers[1].to",
        ),
        ("/rules/0/multipliers", again, "book.rules[0].multipliers[1].kind"),
    ];
    faulty(&app, &cases).await;
}

#[tokio::test]
async fn buildings_and_teams_are_the_community_s_own() {
    let app = TestApp::start().await;
    let cases = [
        ("/rules/0/eligibility/buildings/0", json!(app.b.id(11)), "book.rules[0].eligibility.buildings[0]"),
        ("/rules/1/eligibility/teams/1", json!(app.b.id(53)), "book.rules[1].eligibility.teams[1]"),
        ("/rules/1/eligibility/teams/1", json!(app.a.id(52)), "book.rules[1].eligibility.teams[1]"),
    ];
    faulty(&app, &cases).await;
    let draft = super::draft(&app).await;
    let mut foreign = rich_book(&app);
    foreign["rules"][0]["eligibility"]["buildings"] = json!([app.b.id(11)]);
    let changed = app.a.administrator.patch(&format!("/rulebooks/{draft}"), json!({"book": foreign})).await;
    changed.faulty("book.rules[0].eligibility.buildings[0]");
}
