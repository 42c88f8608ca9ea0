//! Settling a roster: order, caps, versions, and who gets nothing.

use std::collections::BTreeMap;

use chrono::{DateTime, Duration, Utc};
use chrono_tz::Asia::Shanghai;
use proptest::collection::vec;
use proptest::prelude::{Just, Strategy, proptest};
use proptest::prop_assert;
use uuid::Uuid;

use super::{Attended, NoAward, Outcome, Settled, awards_count_since, settle};
use crate::Refusal;
use crate::calendar::Period;
use crate::ids::{AttendanceId, ResidentId, RulebookId};
use crate::ledger::Expiry;
use crate::points::Points;
use crate::residents::ResidentState;
use crate::rulebooks::{Basis, Cap, Earned, Rule, Rulebook, Version};

const CLEAN: &str = "CLEAN";

fn at(text: &str) -> DateTime<Utc> {
    text.parse().unwrap()
}

fn version(number: i32, from: &str, points: i64) -> Version {
    let cap = |period, points| Cap { period, points: Points::new(points) };
    let rule = Rule {
        code: CLEAN.into(),
        title: "清洁家园".into(),
        basis: Basis::Hour,
        points: Points::new(points),
        caps: vec![cap(Period::Day, 6), cap(Period::Week, 20)],
        check: String::new(),
    };
    Version {
        id: RulebookId::new(Uuid::from_u128(number.unsigned_abs().into())),
        number,
        title: "办法".into(),
        in_force_from: Some(at(from)),
        book: Rulebook { rules: vec![rule], caps: vec![cap(Period::Month, 60)], expiry: Expiry::default() },
        created_at: at(from),
    }
}

fn book() -> [Version; 1] {
    [version(1, "2020-01-01T00:00:00Z", 2)]
}

fn attended(id: u128, resident: u128, starts_at: DateTime<Utc>, minutes: i64) -> Attended {
    Attended {
        id: AttendanceId::new(Uuid::from_u128(id)),
        starts_at,
        resident: ResidentId::new(Uuid::from_u128(resident)),
        standing: ResidentState::Active,
        minutes,
        recorded_by: None,
    }
}

fn settled(versions: &[Version], attended: &[Attended]) -> Result<Vec<Settled>, Refusal> {
    settle(CLEAN, versions, Shanghai, attended, BTreeMap::new())
}

fn points(settled: &Settled) -> i64 {
    settled.outcome.points().get()
}

fn figures(settled: &[Settled]) -> Vec<i64> {
    settled.iter().map(points).collect()
}

#[test]
fn a_later_shift_of_the_day_sees_what_the_earlier_one_gave() {
    let (morning, noon) = (at("2026-03-02T01:00:00Z"), at("2026-03-02T05:00:00Z"));
    // Listed in the wrong order, on purpose.
    let roster = [attended(1, 47, noon, 120), attended(2, 47, morning, 120), attended(3, 48, noon, 120)];
    let settled = settled(&book(), &roster).unwrap();
    assert_eq!(settled.iter().map(|one| one.attendance.uuid().as_u128()).collect::<Vec<_>>(), [2, 1, 3]);
    assert_eq!(figures(&settled), [4, 2, 4]);
}

#[test]
fn what_was_earned_before_counts_against_the_caps_and_nothing_left_is_explained() {
    let morning = at("2026-03-02T01:00:00Z");
    let roster = [attended(1, 47, morning, 120)];
    let earned =
        Earned { rule_code: CLEAN.into(), on: "2026-03-02".parse().unwrap(), points: Points::new(6) };
    let before = BTreeMap::from([(ResidentId::new(Uuid::from_u128(47)), vec![earned])]);
    let settled = settle(CLEAN, &book(), Shanghai, &roster, before).unwrap();
    let Outcome::NotAwarded(why) = &settled[0].outcome else { panic!("{settled:?}") };
    assert!(why.to_string().contains("本日上限 6 分，已得 6 分，本次计 0 分"), "{why}");
}

#[test]
fn who_is_gone_earns_nothing_and_does_not_hinder_the_others() {
    let morning = at("2026-03-02T01:00:00Z");
    let gone = Attended { standing: ResidentState::Deceased, ..attended(1, 48, morning, 60) };
    let moved = Attended { standing: ResidentState::MovedOut, ..attended(2, 49, morning, 60) };
    let settled = settled(&book(), &[gone, moved, attended(3, 47, morning, 60)]).unwrap();
    assert_eq!(figures(&settled), [0, 0, 2]);
    let why = NoAward::NotRegistered { state: ResidentState::Deceased };
    assert_eq!(settled[0].outcome, Outcome::NotAwarded(why.clone()));
    assert_eq!(why.to_string(), "该居民已去世，不计积分");
}

#[test]
fn each_shift_is_judged_by_the_version_in_force_when_it_began() {
    let versions = [version(2, "2026-03-01T16:00:00Z", 3), version(1, "2026-01-01T00:00:00Z", 2)];
    let (old, new) = (at("2026-03-01T15:59:59Z"), at("2026-03-01T16:00:00Z"));
    let settled = settled(&versions, &[attended(1, 47, old, 60), attended(2, 47, new, 60)]).unwrap();
    assert_eq!(figures(&settled), [2, 3]);
    assert_eq!(settled[1].on, "2026-03-02".parse().unwrap());
    assert_eq!((settled[0].rulebook, settled[1].rulebook), (versions[1].id, versions[0].id));
}

#[test]
fn a_roster_needs_people_and_a_book() {
    let morning = at("2019-03-02T01:00:00Z");
    assert_eq!(settled(&book(), &[]), Err(Refusal::RosterEmpty));
    assert_eq!(settled(&book(), &[attended(1, 47, morning, 60)]), Err(Refusal::NoRulebookInForce));
}

#[test]
fn a_shift_whose_book_has_no_such_rule_earns_nothing_and_does_not_hinder_the_others() {
    let mut versions = [version(2, "2026-03-01T16:00:00Z", 3), version(1, "2026-01-01T00:00:00Z", 2)];
    versions[0].book.rules[0].code = "PATROL".into();
    let (old, new) = (at("2026-03-01T15:59:59Z"), at("2026-03-01T16:00:00Z"));
    let settled = settled(&versions, &[attended(1, 47, old, 60), attended(2, 47, new, 60)]).unwrap();
    assert_eq!(figures(&settled), [2, 0]);
    assert_eq!(settled[1].outcome.to_string(), "当时的管理办法没有这条规则，不计积分");
}

#[test]
fn caps_look_back_to_the_beginning_of_week_or_month_whichever_is_earlier() {
    let since = |text: &str| awards_count_since(&[attended(1, 47, at(text), 60)], Shanghai).unwrap();
    assert_eq!(since("2026-03-18T01:00:00Z"), "2026-03-01".parse().unwrap());
    // 1 April 2026 is a Wednesday; its week began in March.
    assert_eq!(since("2026-04-01T01:00:00Z"), "2026-03-30".parse().unwrap());
    assert_eq!(awards_count_since(&[], Shanghai), None);
}

fn rosters() -> impl Strategy<Value = Vec<Attended>> {
    let one = (0..3_u128, 0..60_i64, 0..=600_i64).prop_map(|(resident, half_days, minutes)| {
        attended(0, resident, at("2026-02-25T01:00:00Z") + Duration::hours(12 * half_days), minutes)
    });
    vec(one, 1..80).prop_map(|mut roster| {
        for (attendance, id) in roster.iter_mut().zip(1..) {
            attendance.id = AttendanceId::new(Uuid::from_u128(id));
        }
        roster
    })
}

proptest! {
    #[test]
    fn no_cap_is_ever_exceeded_whatever_the_order_of_the_roster(
        roster in rosters().prop_flat_map(|roster| Just(roster).prop_shuffle()),
    ) {
        let settled = settled(&book(), &roster).unwrap();
        prop_assert!(settled.len() == roster.len());
        let sum = |of: &Settled, period: Period| -> i64 {
            settled.iter()
                .filter(|one| one.resident == of.resident && period.same(one.on, of.on))
                .map(points)
                .sum()
        };
        for one in &settled {
            prop_assert!(sum(one, Period::Day) <= 6);
            prop_assert!(sum(one, Period::Week) <= 20);
            prop_assert!(sum(one, Period::Month) <= 60);
        }
    }

    #[test]
    fn the_order_of_the_list_changes_nothing(
        (roster, shuffled) in rosters().prop_flat_map(|roster| (Just(roster.clone()), Just(roster).prop_shuffle())),
    ) {
        prop_assert!(settled(&book(), &roster) == settled(&book(), &shuffled));
    }
}
