//! The rule book of the case, line by line, and what holds for every rule book.

use chrono::NaiveDate;
use proptest::collection::vec;
use proptest::prelude::{Strategy, proptest};
use proptest::{prop_assert, prop_assert_eq};

use super::{Deed, Earned, award};
use crate::Refusal;
use crate::calendar::Period;
use crate::ids::RulebookId;
use crate::ledger::Expiry;
use crate::points::Points;
use crate::rulebooks::{Basis, Cap, CapScope, Rule, Rulebook, Version};

fn cap(period: Period, points: i64) -> Cap {
    Cap { period, points: Points::new(points) }
}

fn rule(code: &str, basis: Basis, points: i64, caps: Vec<Cap>) -> Rule {
    Rule {
        code: code.into(),
        title: code.into(),
        basis,
        points: Points::new(points),
        caps,
        check: String::new(),
    }
}

fn version() -> Version {
    let rules = vec![
        rule("CLEAN", Basis::Hour, 2, vec![cap(Period::Day, 6)]),
        rule("MEDIATE", Basis::Act, 5, vec![cap(Period::Week, 10)]),
        rule("WISH", Basis::Act, 5, vec![cap(Period::Month, 20)]),
    ];
    Version {
        id: RulebookId::new(uuid::Uuid::nil()),
        number: 1,
        title: "《普安社区治理积分管理办法》".into(),
        in_force_from: None,
        book: Rulebook { rules, caps: vec![cap(Period::Month, 60)], expiry: Expiry::default() },
        created_at: chrono::DateTime::UNIX_EPOCH,
    }
}

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn deed(rule_code: &str, on: &str, minutes: i64) -> Deed {
    Deed { rule_code: rule_code.into(), on: day(on), minutes }
}

fn earned(rule_code: &str, on: &str, points: i64) -> Earned {
    Earned { rule_code: rule_code.into(), on: day(on), points: Points::new(points) }
}

#[test]
fn an_hour_of_cleaning_earns_two_points() {
    let given = award(&version(), &deed("CLEAN", "2026-03-02", 60), &[]).unwrap();
    assert_eq!(given.points, Points::new(2));
    assert_eq!(given.explanation.cut, None);
}

#[test]
fn part_of_an_hour_counts_by_the_minute_and_is_rounded_down() {
    let given = award(&version(), &deed("CLEAN", "2026-03-02", 89), &[]).unwrap();
    assert_eq!(given.points, Points::new(2));
    let said = given.explanation.to_string();
    assert!(said.contains("每小时 2 分 × 89 分钟 ÷ 60 = 2 分（不足 1 分舍去）；"), "{said}");
    assert_eq!(award(&version(), &deed("CLEAN", "2026-03-02", 29), &[]).unwrap().points, Points::ZERO);
}

#[test]
fn the_daily_cap_cuts_and_says_so() {
    let before = [earned("CLEAN", "2026-03-02", 4), earned("MEDIATE", "2026-03-02", 5)];
    let given = award(&version(), &deed("CLEAN", "2026-03-02", 180), &before).unwrap();
    assert_eq!(given.points, Points::new(2));
    assert_eq!(
        given.explanation.to_string(),
        "CLEAN（CLEAN，第 1 版）：每小时 2 分 × 180 分钟 ÷ 60 = 6 分；本日上限 6 分，已得 4 分，本次计 2 分；\
         本日还可得 0 分；全部事项本月还可得 49 分"
    );
}

#[test]
fn caps_count_the_period_of_the_deed_not_the_neighbouring_one() {
    let sunday_before = [earned("MEDIATE", "2026-03-01", 10)];
    assert_eq!(
        award(&version(), &deed("MEDIATE", "2026-03-02", 0), &sunday_before).unwrap().points,
        Points::new(5)
    );
    let same_week = [earned("MEDIATE", "2026-03-03", 10)];
    assert_eq!(
        award(&version(), &deed("MEDIATE", "2026-03-08", 0), &same_week).unwrap().points,
        Points::ZERO
    );
}

#[test]
fn the_cap_over_all_rules_counts_every_rule() {
    let before = [earned("CLEAN", "2026-03-02", 38), earned("WISH", "2026-03-05", 20)];
    let given = award(&version(), &deed("MEDIATE", "2026-03-31", 0), &before).unwrap();
    assert_eq!(given.points, Points::new(2));
    assert_eq!(given.explanation.cut.unwrap().scope, CapScope::OverAll);
}

#[test]
fn a_deed_without_a_rule_earns_a_refusal() {
    let refused = award(&version(), &deed("NOSUCH", "2026-03-02", 60), &[]);
    assert_eq!(refused, Err(Refusal::UnknownRule { code: "NOSUCH".into() }));
}

fn deeds() -> impl Strategy<Value = Vec<Deed>> {
    let one = (0..3_usize, 1..=28_u32, 0..=600_i64).prop_map(|(rule, day, minutes)| Deed {
        rule_code: ["CLEAN", "MEDIATE", "WISH"][rule].into(),
        on: NaiveDate::from_ymd_opt(2026, 2, day).unwrap(),
        minutes,
    });
    vec(one, 1..60)
}

proptest! {
    #[test]
    fn no_cap_is_ever_exceeded_whatever_the_order_of_deeds(deeds in deeds()) {
        let version = version();
        let mut before: Vec<Earned> = Vec::new();
        for deed in deeds {
            let given = award(&version, &deed, &before).unwrap();
            prop_assert!(given.points >= Points::ZERO && given.points <= given.explanation.computed);
            prop_assert!(given.explanation.left.iter().all(|left| left.points >= Points::ZERO));
            prop_assert_eq!(given.explanation.cut.is_some(), given.points < given.explanation.computed);
            before.push(Earned { rule_code: deed.rule_code, on: deed.on, points: given.points });
        }
        let sum = |rule: &str, period: Period, on: NaiveDate| -> Points {
            before.iter().filter(|e| rule.is_empty() || e.rule_code == rule)
                .filter(|e| period.same(e.on, on)).map(|e| e.points).sum()
        };
        for earned in &before {
            prop_assert!(sum("CLEAN", Period::Day, earned.on) <= Points::new(6));
            prop_assert!(sum("MEDIATE", Period::Week, earned.on) <= Points::new(10));
            prop_assert!(sum("WISH", Period::Month, earned.on) <= Points::new(20));
            prop_assert!(sum("", Period::Month, earned.on) <= Points::new(60));
        }
    }
}
