//! What was stored by earlier versions of Linli is still read, and says what it said.

use serde_json::json;

use super::{AwardExplanation, Basis, Eligibility, Evidence, Per, Reviewers, Rulebook, Stars, Unit};
use crate::activities::NoAward;
use crate::ledger::{Expiry, Explanation};
use crate::points::Points;

#[test]
fn a_rule_book_of_the_first_days_means_what_it_meant() {
    let stored = json!({
        "rules": [
            {"code": "CLEAN", "title": "清洁家园", "basis": "hour", "points": 2, "caps": [{"period": "day", "points": 6}], "check": "队长"},
            {"code": "MEET", "title": "参与议事", "basis": "act", "points": 2, "caps": [], "check": "签到名册"}
        ],
        "caps": [{"period": "month", "points": 60}]
    });
    let book: Rulebook = serde_json::from_value(stored).unwrap();
    assert_eq!(book.check(), Ok(()));
    let clean = book.rule("CLEAN").unwrap();
    assert_eq!((clean.basis, clean.unit, clean.points), (Basis::Hour, Unit::Resident, Points::new(2)));
    assert_eq!((clean.caps[0].per, clean.budget), (Per::Resident, None));
    assert_eq!((clean.evidence, clean.reviewers), (Evidence::None, Reviewers::One));
    assert!(!clean.beneficiary_confirms);
    assert_eq!(clean.eligibility, Eligibility::default());
    assert!(clean.multipliers.is_empty() && clean.levels.is_empty());
    assert_eq!((book.expiry, book.giving, book.noshow), (Expiry::EndOfNextYear {}, None, None));
    assert_eq!(book.stars, Stars::default());
}

#[test]
fn a_rule_book_is_read_as_it_is_written() {
    let file = include_str!("../../../api/src/demo/rulebook.json");
    let file: serde_json::Value = serde_json::from_str(file).unwrap();
    let book: Rulebook = serde_json::from_value(file["book"].clone()).unwrap();
    let written = serde_json::to_value(&book).unwrap();
    assert_eq!(serde_json::from_value::<Rulebook>(written.clone()).unwrap(), book);
    assert_eq!(written["rules"][7]["multipliers"], file["book"]["rules"][7]["multipliers"]);
}

#[test]
fn an_explanation_of_the_first_days_says_what_it_said() {
    let stored = json!({
        "kind": "award", "rule_code": "CLEAN", "rule_title": "清洁家园", "version": 1, "basis": "hour", "rate": 2,
        "minutes": 180, "computed": 6,
        "cut": {"scope": "rule", "period": "day", "cap": 6, "used": 4}, "awarded": 2,
        "left": [{"scope": "rule", "period": "day", "points": 0}, {"scope": "over_all", "period": "month", "points": 49}]
    });
    let explanation: Explanation = serde_json::from_value(stored).unwrap();
    assert_eq!(
        explanation.to_string(),
        "清洁家园（CLEAN，第 1 版）：每小时 2 分 × 180 分钟 ÷ 60 = 6 分；本日上限 6 分，已得 4 分，本次计 2 分；\
         本日还可得 0 分；全部事项本月还可得 49 分"
    );
    let act = json!({
        "rule_code": "MEET", "rule_title": "参与议事", "version": 1, "basis": "act", "rate": 2, "minutes": null,
        "computed": 2, "cut": null, "awarded": 2, "left": []
    });
    let explanation: AwardExplanation = serde_json::from_value(act).unwrap();
    assert_eq!(explanation.to_string(), "参与议事（MEET，第 1 版）：每次 2 分");
}

#[test]
fn what_was_kept_with_an_attendance_that_earned_nothing_is_still_told() {
    let gone: NoAward =
        serde_json::from_value(json!({"kind": "not_registered", "state": "deceased"})).unwrap();
    assert_eq!(gone.to_string(), "该居民已去世，不计积分");
    let nothing = json!({
        "kind": "nothing_left", "rule_code": "CLEAN", "rule_title": "清洁家园", "version": 1, "basis": "hour",
        "rate": 2, "minutes": 29, "computed": 0, "cut": null, "awarded": 0, "left": []
    });
    let nothing: NoAward = serde_json::from_value(nothing).unwrap();
    assert_eq!(
        nothing.to_string(),
        "清洁家园（CLEAN，第 1 版）：每小时 2 分 × 29 分钟 ÷ 60 = 0 分（不足 1 分舍去）"
    );
}
