//! What is different between two versions.

use super::{Clause, changes};
use crate::calendar::Period;
use crate::ledger::Expiry;
use crate::points::Points;
use crate::rulebooks::samples::{book, cap, household_cap, rule};
use crate::rulebooks::{Basis, Budget, Giving, Reviewers, Rule, Rulebook};

fn before() -> Rulebook {
    let rules = vec![
        rule("CLEAN", Basis::Hour, 2, vec![cap(Period::Day, 6)]),
        rule("MEET", Basis::Act, 2, vec![]),
        rule("WISH", Basis::Act, 5, vec![]),
    ];
    book(rules, vec![cap(Period::Month, 60)])
}

#[test]
fn the_same_book_has_no_changes_in_whatever_order() {
    let mut turned = before();
    turned.rules.reverse();
    let none = changes(Some(&before()), &turned);
    assert_eq!((none.book, none.rules), (vec![], vec![]));
}

#[test]
fn rules_are_new_different_or_gone() {
    let mut after = before();
    after.rules[0] = Rule {
        budget: Some(Budget { period: Period::Year, points: Points::new(5000) }),
        reviewers: Reviewers::TwoAbove { points: Points::new(4) },
        ..rule("CLEAN", Basis::Hour, 3, vec![cap(Period::Day, 6), household_cap(Period::Day, 12)])
    };
    after.rules[1] = rule("PARK", Basis::Act, 1, vec![]);
    let found = changes(Some(&before()), &after).rules;
    let fates: Vec<(&str, bool, bool)> =
        found.iter().map(|one| (one.code.as_str(), one.before.is_some(), one.after.is_some())).collect();
    assert_eq!(fates, [("CLEAN", true, true), ("PARK", false, true), ("MEET", true, false)]);
    let clauses: Vec<(Clause, &str, &str)> =
        found[0].clauses.iter().map(|one| (one.clause, one.before.as_str(), one.after.as_str())).collect();
    assert_eq!(
        clauses,
        [
            (Clause::Points, "2 分", "3 分"),
            (Clause::Caps, "每人每日最多 6 分", "每人每日最多 6 分；每户每日最多 12 分"),
            (Clause::Budget, "不设预算", "全社区每年预算 5000 分"),
            (Clause::Reviewers, "一人审核", "超过 4 分须两人审核"),
        ]
    );
}

#[test]
fn what_holds_for_all_rules_is_compared_too() {
    let giving = Some(Giving { per_month: Points::new(20) });
    let after = Rulebook { expiry: Expiry::Months { months: 18 }, giving, caps: vec![], ..before() };
    let found = changes(Some(&before()), &after).book;
    let clauses: Vec<(Clause, &str, &str)> =
        found.iter().map(|one| (one.clause, one.before.as_str(), one.after.as_str())).collect();
    assert_eq!(
        clauses,
        [
            (Clause::Caps, "每人每月最多 60 分", "不设上限"),
            (Clause::Expiry, "次年 12 月 31 日到期", "18 个月后的月底到期"),
            (Clause::Giving, "赠送不设上限", "每人每月最多赠送 20 分"),
        ]
    );
}

#[test]
fn of_the_first_version_every_rule_is_new() {
    let found = changes(None, &before());
    assert!(found.rules.iter().all(|one| one.before.is_none() && one.after.is_some()));
    assert_eq!((found.rules.len(), found.book.len()), (3, 1));
}
