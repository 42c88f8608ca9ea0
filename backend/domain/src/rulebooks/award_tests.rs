//! What deeds earn, and how it is explained.

use chrono::{DateTime, Utc};
use chrono_tz::Asia::Shanghai;
use uuid::Uuid;

use super::{Award, Deed, award};
use crate::Refusal;
use crate::activities::Category;
use crate::calendar::Period;
use crate::ids::TeamId;
use crate::points::Points;
use crate::rulebooks::samples::{book, cap, earned, household_cap, records, resident, rule, version};
use crate::rulebooks::{
    Basis, Budget, CapScope, Earned, Eligibility, Level, Missed, Multiplier, Rule, Unit, Version,
};

/// By the hour with everything that multiplies, by the act with a budget, by level, and a household's.
fn rules() -> Version {
    let night =
        Multiplier::Night { from: "22:00".parse().unwrap(), to: "06:00".parse().unwrap(), percent: 200 };
    let flood = Multiplier::Category { categories: vec![Category::EmergencyRescue], percent: 125 };
    let clean = Rule {
        multipliers: vec![night, Multiplier::Hardship { percent: 150 }, flood],
        ..rule("CLEAN", Basis::Hour, 2, vec![cap(Period::Day, 6)])
    };
    let budget = Some(Budget { period: Period::Month, points: Points::new(12) });
    let mediate = Rule { budget, ..rule("MEDIATE", Basis::Act, 5, vec![cap(Period::Week, 10)]) };
    let level = |name: &str, points| Level { name: name.into(), points: Points::new(points) };
    let levels = vec![level("社区级", 5), level("区级", 20)];
    let honour = Rule { levels, ..rule("HONOUR", Basis::Level, 0, vec![cap(Period::Ever, 30)]) };
    let pact =
        Rule { unit: Unit::Household, ..rule("PACT", Basis::Act, 3, vec![household_cap(Period::Month, 3)]) };
    version(book(vec![clean, mediate, honour, pact], vec![cap(Period::Month, 60)]))
}

fn given(deed: &Deed, before: &[(u128, Earned)]) -> Result<Award, Refusal> {
    let records = records(&[11, 12, 21], before);
    award(&rules(), deed, &records.of(resident(11)).unwrap())
}

fn said(deed: &Deed, before: &[(u128, Earned)]) -> String {
    given(deed, before).unwrap().explanation.to_string()
}

fn points(deed: &Deed, before: &[(u128, Earned)]) -> i64 {
    given(deed, before).unwrap().points.get()
}

fn on(rule: &str, day: &str) -> Deed {
    Deed::on(rule, day.parse().unwrap())
}

fn from(rule: &str, begin: &str, minutes: i64) -> Deed {
    let begin: DateTime<Utc> = begin.parse().unwrap();
    Deed::at(rule, begin, minutes, Shanghai)
}

#[test]
fn part_of_an_hour_counts_by_the_minute_and_is_rounded_down() {
    let clean = |minutes| from("CLEAN", "2026-03-02T08:00:00+08:00", minutes);
    assert_eq!(
        said(&clean(89), &[]),
        "CLEAN（CLEAN，第 1 版）：每小时 2 分 × 89 分钟 ÷ 60 = 2 分（不足 1 分舍去）；本日还可得 4 分；全部事项本月还可得 58 分"
    );
    assert_eq!([points(&clean(29), &[]), points(&clean(30), &[]), points(&clean(-5), &[])], [0, 1, 0]);
}

#[test]
fn the_daily_cap_cuts_and_says_so() {
    let before = [(11, earned("CLEAN", "2026-03-02", 4)), (11, earned("MEDIATE", "2026-03-02", 5))];
    assert_eq!(
        said(&from("CLEAN", "2026-03-02T08:00:00+08:00", 180), &before),
        "CLEAN（CLEAN，第 1 版）：每小时 2 分 × 180 分钟 ÷ 60 = 6 分；本日上限 6 分，已得 4 分，本次计 2 分；\
         本日还可得 0 分；全部事项本月还可得 49 分"
    );
}

#[test]
fn the_minutes_of_the_night_stand_apart() {
    let arithmetic = |begin, minutes| {
        given(&from("CLEAN", begin, minutes), &[]).unwrap().explanation.arithmetic.to_string()
    };
    assert_eq!(
        arithmetic("2026-03-02T21:00:00+08:00", 180),
        "每小时 2 分 ×（夜间 120 分钟 × 2 + 其余 60 分钟）÷ 60 = 10 分"
    );
    assert_eq!(arithmetic("2026-03-02T23:00:00+08:00", 45), "每小时 2 分 × 夜间 45 分钟 × 2 ÷ 60 = 3 分");
}

#[test]
fn several_multipliers_follow_one_another_and_are_rounded_once() {
    let flood = Deed {
        hardship: true,
        category: Some(Category::EmergencyRescue),
        ..from("CLEAN", "2026-03-02T21:30:00+08:00", 50)
    };
    // 2 × (20 × 2 + 30) ÷ 60 × 1.5 × 1.25 = 4.375: had each step been rounded, it would be 3.
    assert_eq!(
        given(&flood, &[]).unwrap().explanation.arithmetic.to_string(),
        "每小时 2 分 ×（夜间 20 分钟 × 2 + 其余 30 分钟）÷ 60 × 1.5（艰苦条件）× 1.25（应急救援）= 4 分（不足 1 分舍去）"
    );
}

#[test]
fn a_level_gives_what_the_table_says() {
    let honour = |level: Option<&str>| Deed { level: level.map(Into::into), ..on("HONOUR", "2026-03-02") };
    assert_eq!(
        said(&honour(Some("区级")), &[(11, earned("HONOUR", "2021-07-01", 20))]),
        "HONOUR（HONOUR，第 1 版）：等级「区级」20 分；累计上限 30 分，已得 20 分，本次计 10 分；\
         累计还可得 0 分；全部事项本月还可得 50 分"
    );
    let levels = vec!["社区级".to_owned(), "区级".to_owned()];
    let refused = Refusal::UnknownLevel { levels };
    assert_eq!(given(&honour(Some("市级")), &[]), Err(refused.clone()));
    assert_eq!(given(&honour(None), &[]), Err(refused.clone()));
    assert_eq!(refused.to_string(), "请选择等级：社区级、区级");
}

#[test]
fn what_the_family_earned_counts_against_the_household_s_cap() {
    let before = [(12, earned("PACT", "2026-03-31", 3)), (21, earned("PACT", "2026-03-31", 3))];
    assert_eq!(
        said(&on("PACT", "2026-03-31"), &before),
        "PACT（PACT，第 1 版）：每户每次 3 分；全家本月上限 3 分，已得 3 分，本次计 0 分；全家本月还可得 0 分；\
         全部事项本月还可得 60 分"
    );
    assert_eq!(points(&on("PACT", "2026-04-01"), &before), 3);
}

#[test]
fn the_budget_counts_what_everybody_earned_by_the_rule() {
    let before = [(12, earned("MEDIATE", "2026-03-02", 5)), (21, earned("MEDIATE", "2026-03-31", 5))];
    assert_eq!(
        said(&on("MEDIATE", "2026-03-20"), &before),
        "MEDIATE（MEDIATE，第 1 版）：每次 5 分；全社区本月预算 12 分，已发放 10 分，本次计 2 分；本周还可得 8 分；\
         全部事项本月还可得 58 分；全社区本月预算还剩 0 分"
    );
    assert_eq!(points(&on("MEDIATE", "2026-04-01"), &before), 5);
}

#[test]
fn caps_count_the_period_of_the_deed_not_the_neighbouring_one() {
    let sunday_before = [(11, earned("MEDIATE", "2026-03-01", 10))];
    assert_eq!(points(&on("MEDIATE", "2026-02-28"), &sunday_before), 0);
    assert_eq!(points(&on("MEDIATE", "2026-03-02"), &sunday_before), 2);
    let next_month = [(11, earned("MEDIATE", "2026-04-05", 10))];
    assert_eq!(points(&on("MEDIATE", "2026-03-30"), &next_month), 0);
}

#[test]
fn the_cap_over_all_rules_counts_every_rule() {
    let before = [(11, earned("CLEAN", "2026-03-02", 38)), (11, earned("HONOUR", "2026-03-05", 20))];
    let given = given(&on("MEDIATE", "2026-03-31"), &before).unwrap();
    assert_eq!(given.points, Points::new(2));
    assert_eq!(given.explanation.cut.unwrap().scope, CapScope::OverAll);
}

#[test]
fn more_than_a_later_cap_allows_leaves_nothing_and_takes_nothing() {
    let before = [(11, earned("CLEAN", "2026-03-02", 9))];
    let said = said(&from("CLEAN", "2026-03-02T08:00:00+08:00", 60), &before);
    assert!(said.contains("；本日上限 6 分，已得 9 分，本次计 0 分；本日还可得 0 分；"), "{said}");
}

#[test]
fn who_the_rule_is_not_for_is_told_why() {
    let mut rules = rules();
    let team = TeamId::new(Uuid::from_u128(53));
    rules.book.rules[0].eligibility = Eligibility { teams: vec![team], ..Eligibility::default() };
    let records = records(&[11], &[]);
    let deed = from("CLEAN", "2026-03-02T08:00:00+08:00", 60);
    let refused = award(&rules, &deed, &records.of(resident(11)).unwrap()).unwrap_err();
    assert_eq!(refused, Refusal::NotEligible { rule_title: "CLEAN".into(), missed: Missed::OtherTeam });
    assert_eq!(refused.to_string(), "不符合「CLEAN」的适用条件：仅限指定队伍的队员");
    // Where it is nobody's in particular, only the figures are asked for.
    assert_eq!(award(&rules, &deed, &records.of_nobody()).unwrap().points, Points::new(2));
    // And nobody gets around it by not being known.
    assert_eq!(records.of(resident(12)).unwrap_err(), Refusal::ResidentNotActive);
}

#[test]
fn a_deed_without_a_rule_earns_a_refusal() {
    let refused = given(&on("NOSUCH", "2026-03-02"), &[]);
    assert_eq!(refused, Err(Refusal::UnknownRule { code: "NOSUCH".into() }));
}
