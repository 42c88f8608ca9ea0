//! Settling a roster: order, caps, versions, and who gets nothing.

use chrono::{DateTime, Duration, Utc};
use chrono_tz::Asia::Shanghai;
use proptest::collection::vec;
use proptest::prelude::{Just, Strategy, proptest};
use proptest::prop_assert;
use uuid::Uuid;

use super::{Attended, NoAward, Outcome, Settled, lookback, settle};
use crate::Refusal;
use crate::activities::tests::activity;
use crate::activities::{ActivityState, Category};
use crate::calendar::Period;
use crate::ids::{AttendanceId, RulebookId};
use crate::points::Points;
use crate::residents::ResidentState;
use crate::rulebooks::samples::{book as content, cap, earned, household_cap, records, resident, rule};
use crate::rulebooks::{
    Basis, Budget, Earned, Eligibility, Evidence, Lookback, Missed, Multiplier, Reviewers, Rule, Version,
};

const CLEAN: &str = "CLEAN";

fn at(text: &str) -> DateTime<Utc> {
    text.parse().unwrap()
}

fn version(number: i32, from: &str, points: i64) -> Version {
    let rule = rule(CLEAN, Basis::Hour, points, vec![cap(Period::Day, 6), cap(Period::Week, 20)]);
    Version {
        id: RulebookId::new(Uuid::from_u128(number.unsigned_abs().into())),
        number,
        title: "办法".into(),
        in_force_from: Some(at(from)),
        book: content(vec![rule], vec![cap(Period::Month, 60)]),
        created_at: at(from),
    }
}

/// Its one rule different.
fn with(change: impl FnOnce(&mut Rule)) -> [Version; 1] {
    let mut versions = book();
    change(&mut versions[0].book.rules[0]);
    versions
}

fn book() -> [Version; 1] {
    [version(1, "2020-01-01T00:00:00Z", 2)]
}

fn attended(id: u128, resident: u128, starts_at: DateTime<Utc>, minutes: i64) -> Attended {
    Attended {
        id: AttendanceId::new(Uuid::from_u128(id)),
        starts_at,
        came_at: None,
        resident: self::resident(resident),
        standing: ResidentState::Active,
        minutes,
        hardship: false,
        recorded_by: None,
        checked_by: [None; 2],
    }
}

fn settled(versions: &[Version], attended: &[Attended]) -> Result<Vec<Settled>, Refusal> {
    settled_after(versions, attended, &[])
}

/// With what residents have earned before.
fn settled_after(
    versions: &[Version],
    attended: &[Attended],
    earned: &[(u128, Earned)],
) -> Result<Vec<Settled>, Refusal> {
    let records = records(&[0, 1, 2, 47, 48, 49, 57], earned);
    settle(&activity(ActivityState::Closed), versions, attended, records)
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
    let settled = settled_after(&book(), &roster, &[(47, earned(CLEAN, "2026-03-02", 6))]).unwrap();
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
fn a_roster_needs_a_book_and_without_people_gives_nothing() {
    let morning = at("2019-03-02T01:00:00Z");
    assert_eq!(settled(&book(), &[]), Ok(Vec::new()));
    assert_eq!(settled(&book(), &[attended(1, 47, morning, 60)]), Err(Refusal::NoRulebookInForce));
}

#[test]
fn a_shift_whose_book_has_no_such_rule_earns_nothing_and_does_not_hinder_the_others() {
    let (old, new) = (at("2026-03-01T15:59:59Z"), at("2026-03-01T16:00:00Z"));
    let roster = [attended(1, 47, old, 60), attended(2, 47, new, 60)];
    let with_later = |change: fn(&mut Rule)| {
        let mut versions = [version(2, "2026-03-01T16:00:00Z", 3), version(1, "2026-01-01T00:00:00Z", 2)];
        change(&mut versions[0].book.rules[0]);
        let settled = settled(&versions, &roster).unwrap();
        assert_eq!(figures(&settled), [2, 0]);
        settled[1].outcome.to_string()
    };
    let said = with_later(|rule| rule.code = "PATROL".into());
    assert_eq!(said, "当时的管理办法没有这条规则，不计积分");
    let said = with_later(|rule| rule.basis = Basis::Level);
    assert_eq!(said, "当时的管理办法对这条规则按等级计分，签到不计积分");
}

#[test]
fn a_patrol_of_the_night_counts_twice_on_the_day_it_began() {
    let versions = with(|rule| {
        let (from, to) = ("22:00".parse().unwrap(), "06:00".parse().unwrap());
        rule.multipliers = vec![Multiplier::Night { from, to, percent: 200 }];
    });
    // From 21:00 to 24:00 in Wuhan; who left after two hours came first and left early.
    let evening = at("2026-03-02T13:00:00Z");
    let settled = settled(&versions, &[attended(1, 47, evening, 120), attended(2, 57, evening, 60)]).unwrap();
    assert_eq!(figures(&settled), [6, 2]);
    assert_eq!(settled[0].on, "2026-03-02".parse().unwrap());
    let said = settled[0].outcome.to_string();
    assert!(said.contains("每小时 2 分 ×（夜间 60 分钟 × 2 + 其余 60 分钟）÷ 60 = 6 分"), "{said}");
}

#[test]
fn the_category_of_the_activity_counts() {
    let versions = with(|rule| {
        let categories = vec![Category::Environment];
        rule.multipliers = vec![Multiplier::Category { categories, percent: 150 }];
    });
    let settled = settled(&versions, &[attended(1, 47, at("2026-03-02T01:00:00Z"), 60)]).unwrap();
    assert_eq!(figures(&settled), [3]);
}

#[test]
fn a_family_shares_its_cap_and_everybody_the_budget() {
    let versions = with(|rule| {
        rule.caps = vec![household_cap(Period::Day, 5)];
        rule.budget = Some(Budget { period: Period::Month, points: crate::points::Points::new(9) });
    });
    let morning = at("2026-03-02T01:00:00Z");
    let roster = [47, 48, 57, 57].iter().zip(1..).map(|(who, id)| attended(id, *who, morning, 90));
    let settled = settled(&versions, &roster.collect::<Vec<_>>()).unwrap();
    // 47 and 48 are a family; 57's second shift finds the month's budget used up but for a point.
    assert_eq!(figures(&settled), [3, 2, 3, 1]);
    let said: Vec<String> = settled.iter().map(|one| one.outcome.to_string()).collect();
    assert!(said[1].contains("全家本日上限 5 分，已得 3 分，本次计 2 分"), "{}", said[1]);
    assert!(said[3].contains("全社区本月预算 9 分，已发放 8 分，本次计 1 分"), "{}", said[3]);
}

#[test]
fn who_the_rule_is_not_for_earns_nothing_and_does_not_hinder_the_others() {
    let versions =
        with(|rule| rule.eligibility = Eligibility { max_age: Some(35), ..Eligibility::default() });
    let roster =
        [attended(1, 47, at("2026-03-02T01:00:00Z"), 60), attended(2, 48, at("2025-03-02T01:00:00Z"), 60)];
    let settled = settled(&versions, &roster).unwrap();
    // Born in 1990: 35 in the year of the earlier deed.
    assert_eq!(figures(&settled), [2, 0]);
    let missed = Missed::TooOld { max_age: 35 };
    let why = NoAward::NotEligible { rule_title: CLEAN.into(), version: 1, missed };
    assert_eq!(settled[1].outcome, Outcome::NotAwarded(why.clone()));
    assert_eq!(why.to_string(), "不符合「CLEAN」（第 1 版）的适用条件：当年不得超过 35 岁");
}

#[test]
fn a_roster_looks_back_to_the_beginning_of_the_earliest_period() {
    let since = |texts: &[&str]| {
        let roster: Vec<Attended> = texts.iter().map(|text| attended(1, 47, at(text), 60)).collect();
        lookback(&activity(ActivityState::Closed), &book(), &roster, Shanghai)
    };
    let of = |day: &str| Ok(Lookback { earned: Some(day.parse().unwrap()), budget: None });
    assert_eq!(since(&["2026-03-18T01:00:00Z"]), of("2026-03-01"));
    // 1 April 2026 is a Wednesday; its week began in March.
    assert_eq!(since(&["2026-04-18T01:00:00Z", "2026-04-01T01:00:00Z"]), of("2026-03-30"));
    assert_eq!(since(&[]), Ok(Lookback::default()));
    assert_eq!(since(&["2019-04-01T01:00:00Z"]), Err(Refusal::NoRulebookInForce));
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

#[test]
fn what_two_must_review_or_a_photo_must_show_earns_nothing_by_a_roster() {
    let roster = [60, 180].map(|minutes| attended(1, 47, at("2026-03-02T01:00:00Z"), minutes));
    let outcomes = |change: fn(&mut Rule), earned: &[(u128, Earned)]| -> Vec<Outcome> {
        let of_one = |one| settled_after(&with(change), std::slice::from_ref(one), earned).unwrap().remove(0);
        roster.iter().map(|one| of_one(one).outcome).collect()
    };
    let above = |rule: &mut Rule| rule.reviewers = Reviewers::TwoAbove { points: Points::new(4) };
    let needs_two = Outcome::NotAwarded(NoAward::TwoReviewersNeeded);
    let [one_hour, three_hours] = outcomes(above, &[]).try_into().unwrap();
    assert_eq!((one_hour.points(), &three_hours), (Points::new(2), &needs_two));
    // What a cap leaves does not change how many must agree.
    assert_eq!(outcomes(above, &[(47, earned(CLEAN, "2026-03-02", 5))])[1], needs_two);
    let photo = outcomes(|rule| rule.evidence = Evidence::Photo, &[]);
    assert!(photo.iter().all(|one| *one == Outcome::NotAwarded(NoAward::PhotoNeeded)), "{photo:?}");
}

#[test]
fn what_was_done_under_hardship_counts_by_its_multiplier() {
    let versions = with(|rule| rule.multipliers = vec![Multiplier::Hardship { percent: 150 }]);
    let hard = Attended { hardship: true, ..attended(1, 47, at("2026-03-02T01:00:00Z"), 60) };
    let plain = attended(2, 48, at("2026-03-02T01:00:00Z"), 60);
    let settled = settled(&versions, &[hard, plain]).unwrap();
    let points: Vec<i64> = settled.iter().map(|one| one.outcome.points().get()).collect();
    assert_eq!(points, [3, 2]);
    assert!(settled[0].outcome.to_string().contains("× 1.5（艰苦条件）"), "{}", settled[0].outcome);
}

#[test]
fn the_minutes_of_the_night_are_those_after_who_was_late_had_come() {
    let (from, to) = ("22:00".parse().unwrap(), "06:00".parse().unwrap());
    let versions = with(|rule| rule.multipliers = vec![Multiplier::Night { from, to, percent: 200 }]);
    // From eight to eleven in the evening; one of the two came at ten.
    let evening = at("2026-03-02T12:00:00Z");
    let whole = attended(1, 47, evening, 60);
    let late = Attended { came_at: Some(evening + Duration::hours(2)), ..attended(2, 48, evening, 60) };
    let early = Attended { came_at: Some(evening - Duration::minutes(20)), ..attended(3, 49, evening, 60) };
    let settled = settled(&versions, &[whole, late, early]).unwrap();
    assert_eq!(settled.iter().map(points).collect::<Vec<_>>(), [2, 4, 2]);
}
