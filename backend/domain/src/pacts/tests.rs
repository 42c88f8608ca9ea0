//! The pact: when it is recorded and settled, by whom, by which rule, and to whose benefit.

use std::collections::BTreeSet;

use chrono::{DateTime, Utc};
use chrono_tz::Asia::Shanghai;
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::{any, proptest};
use proptest::{prop_assert, prop_assert_eq};
use uuid::Uuid;

use super::{
    Chosen, Kept, Mark, Member, Pact, Settlement, Settler, check_recording, lookback, month_to_record,
    pact_rule, recipient, settle,
};
use crate::Refusal;
use crate::activities::{NoAward, Outcome};
use crate::calendar::{Month, Period};
use crate::ids::{BuildingId, HouseholdId, Id};
use crate::rulebooks::samples::{book, cap, earned, household_cap, records, resident, rule, version};
use crate::rulebooks::{Basis, Eligibility, Reviewers, Rule, Unit};

fn id<T>(number: u128) -> Id<T> {
    Id::new(Uuid::from_u128(number))
}

fn at(text: &str) -> DateTime<Utc> {
    text.parse().unwrap()
}

fn october() -> Month {
    "2026-10".parse().unwrap()
}

fn of_households(code: &str) -> Rule {
    let caps = vec![household_cap(Period::Month, 3)];
    Rule { unit: Unit::Household, ..rule(code, Basis::Act, 3, caps) }
}

fn mark(household: u128, recorded_by: u128) -> Mark {
    let household = id(household);
    Mark { id: id(1), household, kept: true, note: None, recorded_by: id(recorded_by) }
}

fn member(number: u128, birth_year: Option<i32>) -> Member {
    Member { resident: resident(number), birth_year }
}

/// What becomes of settling a pact of building 11 with household 12, recorded by user 24.
fn settling(user: u128, household: Option<u128>, building: u128, now: &str) -> Result<(), Refusal> {
    let buildings: BTreeSet<BuildingId> = BTreeSet::from([id(building)]);
    let settler = Settler { user: id(user), household: household.map(id), buildings: &buildings };
    let pact = Pact::open(id(1), id(11), october());
    pact.check_settling(settler, &[mark(12, 24), mark(13, 24)], Shanghai, at(now))
}

#[test]
fn the_pact_of_a_month_is_recorded_from_its_25th_on() {
    let check = |now| check_recording(october(), Shanghai, at(now));
    let opens_at = at("2026-10-24T16:00:00Z");
    assert_eq!(check("2026-10-24T15:59:59Z"), Err(Refusal::PactNotOpen { opens_at }));
    assert_eq!(check("2026-10-24T16:00:00Z"), Ok(()));
    assert_eq!(check("2027-03-01T00:00:00Z"), Ok(()));
    let due = |day: &str| month_to_record(day.parse().unwrap()).to_string();
    assert_eq!([due("2026-10-24"), due("2026-10-25"), due("2026-11-01")], ["2026-09", "2026-10", "2026-10"]);
}

#[test]
fn a_month_is_settled_once_when_it_is_over() {
    let ends_at = at("2026-10-31T16:00:00Z");
    let early = settling(22, None, 99, "2026-10-31T15:59:59Z");
    assert_eq!(early, Err(Refusal::MonthNotOver { ends_at }));
    assert_eq!(settling(22, None, 99, "2026-10-31T16:00:00Z"), Ok(()));
    let settlement = Settlement { by: id(22), at: ends_at, rulebook: id(60), rule_code: "PACT".into() };
    let settled = Pact { settlement: Some(settlement), ..Pact::open(id(1), id(11), october()) };
    assert_eq!(settled.check_open(), Err(Refusal::WrongState { state: "settled".into() }));
}

#[test]
fn nobody_settles_what_is_the_own() {
    let now = "2026-11-02T00:00:00Z";
    assert_eq!(settling(24, None, 99, now), Err(Refusal::SettlerIsRecorder));
    assert_eq!(settling(22, None, 11, now), Err(Refusal::SettlerIsBlockHead));
    assert_eq!(settling(22, Some(13), 99, now), Err(Refusal::SettlersHousehold));
    assert_eq!(settling(22, Some(14), 99, now), Ok(()));
}

#[test]
fn the_rule_is_the_one_for_households_by_act() {
    let only = book(vec![rule("CLEAN", Basis::Hour, 2, Vec::new()), of_households("PACT")], Vec::new());
    assert_eq!(pact_rule(&only, None).unwrap().code, "PACT");
    assert_eq!(pact_rule(&only, Some("PACT")).unwrap().code, "PACT");
    let unclear = Refusal::PactRuleUnclear { codes: vec!["PACT".into()] };
    assert_eq!(pact_rule(&only, Some("CLEAN")), Err(unclear));
    let two = book(vec![of_households("PACT"), of_households("TIDY")], Vec::new());
    let unclear = Refusal::PactRuleUnclear { codes: vec!["PACT".into(), "TIDY".into()] };
    assert_eq!(pact_rule(&two, None), Err(unclear));
    assert_eq!(pact_rule(&two, Some("TIDY")).unwrap().code, "TIDY");
    let none = book(vec![rule("CLEAN", Basis::Hour, 2, Vec::new())], Vec::new());
    assert_eq!(pact_rule(&none, Some("CLEAN")), Err(Refusal::PactNotRuled));
    let reviewed = Rule { reviewers: Reviewers::Two, ..of_households("PACT") };
    let refused = Refusal::TwoReviewersNeeded { rule_title: "PACT".into() };
    assert_eq!(pact_rule(&book(vec![reviewed], Vec::new()), None), Err(refused));
}

#[test]
fn the_representative_gets_it_or_else_the_eldest() {
    let family = [member(47, Some(1990)), member(48, Some(1945)), member(49, None)];
    assert_eq!(recipient(Some(resident(47)), &family), Some((resident(47), Chosen::Representative)));
    assert_eq!(recipient(None, &family), Some((resident(48), Chosen::Eldest)));
    // Who has moved away speaks for the household no more.
    assert_eq!(recipient(Some(resident(50)), &family), Some((resident(48), Chosen::Eldest)));
    assert_eq!(recipient(Some(resident(50)), &[]), None);
    let unknown = [member(49, None), member(48, None)];
    assert_eq!(recipient(None, &unknown), Some((resident(48), Chosen::Eldest)));
}

proptest! {
    #[test]
    fn whoever_gets_it_is_of_the_household_and_nobody_is_older(
        years in vec(option::of(1920..2020_i32), 0..6), representative in option::of(0..8_u128),
    ) {
        let family: Vec<Member> = (0..).zip(&years).map(|(number, year)| member(number, *year)).collect();
        let found = recipient(representative.map(resident), &family);
        prop_assert_eq!(found.is_none(), family.is_empty());
        let Some((who, chosen)) = found else { return Ok(()) };
        let of = family.iter().find(|one| one.resident == who).unwrap();
        if chosen == Chosen::Eldest {
            let older = |one: &Member| one.birth_year.is_some_and(|year| of.birth_year.is_none_or(|own| year < own));
            prop_assert!(!family.iter().any(older));
        } else {
            prop_assert_eq!(representative.map(resident), Some(who));
        }
    }

    #[test]
    fn no_household_earns_more_than_its_cap_however_often_it_is_marked(marks in vec(any::<bool>(), 1..20)) {
        let version = version(book(vec![of_households("PACT")], Vec::new()));
        let who = |second: &bool| if *second { 47 } else { 48 };
        let one = |second: &bool| kept(1, Some(who(second)));
        let kept: Vec<Kept> = marks.iter().map(one).collect();
        let settled = settle((&version, &version.book.rules[0]), october(), &kept, records(&[47, 48], &[]));
        let total: i64 = settled.unwrap().iter().map(|one| one.outcome.points().get()).sum();
        prop_assert_eq!(total, 3);
    }
}

fn kept(household: u128, who: Option<u128>) -> Kept {
    let recipient = who.map(|who| (resident(who), Chosen::Eldest));
    Kept { mark: id(household), household: HouseholdId::new(Uuid::from_u128(household)), recipient }
}

#[test]
fn a_household_earns_once_a_month_and_is_told_why_and_who_gets_it() {
    let version = version(book(vec![of_households("PACT")], vec![cap(Period::Month, 60)]));
    let rule = &version.book.rules[0];
    assert_eq!(lookback(&version, rule, october()).unwrap().earned, Some("2026-10-01".parse().unwrap()));
    // Another of the family had it already for a day of that month; in September it does not count.
    let settled = |day| {
        let before = records(&[47, 48], &[(48, earned("PACT", day, 3))]);
        settle((&version, rule), october(), &[kept(1, Some(47)), kept(2, None)], before).unwrap()
    };
    let (twice, once) = (settled("2026-10-31"), settled("2026-09-30"));
    assert_eq!(twice[0].outcome.points().get(), 0);
    assert_eq!(once[0].outcome.points().get(), 3);
    let said = once[0].to_string();
    assert!(said.contains("每户每次 3 分") && said.ends_with("积分记入最年长的成员名下"), "{said}");
    assert_eq!(once[1].outcome, Outcome::NotAwarded(NoAward::NobodyRegistered));
    assert_eq!(once[1].to_string(), "该户没有在册的居民，不计积分");
}

#[test]
fn who_the_rule_is_not_for_does_not_hinder_the_others() {
    let eligibility = Eligibility { buildings: vec![id(9)], ..Eligibility::default() };
    let version = version(book(vec![Rule { eligibility, ..of_households("PACT") }], Vec::new()));
    let settled =
        settle((&version, &version.book.rules[0]), october(), &[kept(1, Some(47))], records(&[47, 48], &[]));
    let outcome = &settled.unwrap()[0].outcome;
    assert!(matches!(outcome, Outcome::NotAwarded(NoAward::NotEligible { .. })), "{outcome:?}");
}
