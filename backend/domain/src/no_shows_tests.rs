//! The ladder, the marks, and the appeal.

use chrono::{DateTime, Duration, Utc};
use chrono_tz::Asia::Shanghai;
use proptest::prelude::*;
use uuid::Uuid;

use super::*;
use crate::rulebooks::Rulebook;
use crate::rulebooks::samples::{book, version};

const NOW: DateTime<Utc> = DateTime::UNIX_EPOCH;

fn who(number: u128) -> ResidentId {
    ResidentId::new(Uuid::from_u128(number))
}

fn expected(shift: u128, resident: u128) -> Expected {
    let starts_at = NOW + Duration::days(i64::try_from(shift).unwrap());
    let shift = ShiftId::new(Uuid::from_u128(shift));
    Expected {
        resident: who(resident),
        shift,
        starts_at,
        moved_up_at: None,
        checked_in_at: None,
        attended: false,
    }
}

fn ladder(notices: i64) -> NoShowLadder {
    NoShowLadder { notices, points: Points::new(1), late_minutes: 15 }
}

/// The version with this ladder, in force from a day on.
fn ruled(noshow: Option<NoShowLadder>, from: i64) -> Version {
    let book = Rulebook { noshow, ..book(Vec::new(), Vec::new()) };
    Version { in_force_from: Some(NOW + Duration::days(from)), ..version(book) }
}

#[test]
fn the_first_two_in_a_year_are_a_notice_and_the_third_costs_a_point() {
    let all = (1..=4).map(|shift| expected(shift, 1)).collect();
    let marked = marks(&[ruled(Some(ladder(2)), 0)], all, Absences::new(), Shanghai).unwrap();
    let steps: Vec<Step> = marked.iter().map(Mark::step).collect();
    assert_eq!(steps, [Step::Notice, Step::Notice, Step::Deduction, Step::Deduction]);
    assert_eq!(marked[3].cost, Some(Points::new(1)));
}

#[test]
fn the_version_that_was_in_force_at_the_shift_says_what_it_costs() {
    let dear = NoShowLadder { points: Points::new(5), ..ladder(0) };
    let versions = [ruled(Some(ladder(0)), 0), ruled(Some(dear), 2)];
    let all = vec![expected(1, 1), expected(2, 1)];
    let marked = marks(&versions, all.clone(), Absences::new(), Shanghai).unwrap();
    assert_eq!(marked.iter().map(|mark| mark.cost).collect::<Vec<_>>(), [1, 5].map(|n| Some(Points::new(n))));
    let silent = marks(&[ruled(None, 0)], all.clone(), Absences::new(), Shanghai);
    assert_eq!(silent, Err(Refusal::NoShowsNotRuled));
    assert_eq!(marks(&[], all, Absences::new(), Shanghai), Err(Refusal::NoRulebookInForce));
}

#[test]
fn who_was_there_missed_nothing_and_who_came_late_the_beginning() {
    let (one, ladder) = (expected(1, 1), ladder(2));
    assert_eq!(one.missed(&ladder), Some(Missed::Absent));
    assert_eq!(Expected { attended: true, ..one }.missed(&ladder), None);
    let came = |minutes, attended| {
        let checked_in_at = Some(one.starts_at + Duration::minutes(minutes));
        Expected { checked_in_at, attended, ..one }.missed(&ladder)
    };
    assert_eq!((came(-20, true), came(15, true), came(15, false)), (None, None, None));
    assert_eq!((came(16, true), came(16, false)), (Some(Missed::Late), Some(Missed::Late)));
    let strict = NoShowLadder { late_minutes: 0, ..ladder };
    let checked_in_at = Some(one.starts_at + Duration::minutes(1));
    assert_eq!(Expected { checked_in_at, ..one }.missed(&strict), Some(Missed::Late));
}

#[test]
fn who_moved_up_shortly_before_and_does_not_come_is_not_marked_but_who_comes_late_is() {
    let ladder = ladder(2);
    let moved_up = |minutes| {
        let one = expected(1, 1);
        Expected { moved_up_at: Some(one.starts_at - Duration::minutes(minutes)), ..one }
    };
    assert_eq!(moved_up(120).missed(&ladder), Some(Missed::Absent));
    assert_eq!(moved_up(119).missed(&ladder), None);
    let checked_in_at = Some(moved_up(5).starts_at + Duration::minutes(16));
    assert_eq!(Expected { checked_in_at, ..moved_up(5) }.missed(&ladder), Some(Missed::Late));
}

#[test]
fn why_points_are_deducted_names_the_year_of_the_shift() {
    assert_eq!(reason("大扫除", 2026, 3), "报名后未参加「大扫除」，2026 年第 3 次");
}

#[test]
fn absences_count_one_after_the_other_and_year_by_year() {
    let of_year = |marks: Vec<Mark>| marks.iter().map(|mark| (mark.step(), mark.absent)).collect::<Vec<_>>();
    let all = [3, 1, 2].map(|shift| expected(shift, 1)).to_vec();
    let before = Absences::from([((who(1), 1970), 1), ((who(2), 1970), 5)]);
    let marked = marks(&[ruled(Some(ladder(2)), 0)], all, before, Shanghai).unwrap();
    assert_eq!(of_year(marked), [(Step::Notice, 2), (Step::Deduction, 3), (Step::Deduction, 4)]);
    let before = Absences::from([((who(1), 1970), 5)]);
    let marked = marks(&[ruled(Some(ladder(2)), 0)], vec![expected(400, 1)], before, Shanghai).unwrap();
    assert_eq!(of_year(marked), [(Step::Notice, 1)]);
}

fn mark() -> NoShow {
    NoShow {
        id: NoShowId::new(Uuid::nil()),
        shift: ShiftId::new(Uuid::nil()),
        resident: who(1),
        missed: Missed::Absent,
        step: Step::Deduction,
        transfer: Some(TransferId::new(Uuid::from_u128(7))),
        marked_by: UserId::new(Uuid::from_u128(22)),
        marked_at: NOW,
        appeal: None,
        decision: None,
    }
}

fn filed() -> Appeal {
    Appeal { reason: "当天住院".into(), at: NOW, by: Some(UserId::new(Uuid::from_u128(26))) }
}

fn appealed() -> NoShow {
    mark().appeal(filed()).unwrap()
}

fn decision(by: u128, verdict: Verdict) -> Decision {
    Decision { verdict, note: "已核实".into(), by: UserId::new(Uuid::from_u128(by)), at: NOW }
}

#[test]
fn a_mark_is_appealed_against_and_decided_about_once_and_by_somebody_else() {
    let again = appealed().appeal(filed());
    assert_eq!(again, Err(Refusal::AlreadyAppealed));
    let granted = || decision(21, Verdict::Granted);
    assert_eq!(mark().decide(granted(), &Own::default()), Err(Refusal::NotAppealed));
    assert_eq!(
        appealed().decide(decision(22, Verdict::Granted), &Own::default()),
        Err(Refusal::DeciderIsMarker)
    );
    assert_eq!(
        appealed().decide(decision(26, Verdict::Granted), &Own::default()),
        Err(Refusal::DeciderIsAppellant)
    );
    assert_eq!(appealed().decide(granted(), &Own::of([who(1)])), Err(Refusal::OwnWallet));
    let decided = appealed().decide(granted(), &Own::of([who(2)])).unwrap();
    assert_eq!(decided.clone().decide(granted(), &Own::default()), Err(Refusal::AlreadyDecided));
    assert_eq!(decided.to_give_back(), mark().transfer);
    let refused = appealed().decide(decision(21, Verdict::Refused), &Own::default()).unwrap();
    assert_eq!(refused.to_give_back(), None);
}

/// An absence on this day, with the deduction of this number.
fn standing(day: i64, transfer: Option<u128>) -> Standing {
    let transfer = transfer.map(|number| TransferId::new(Uuid::from_u128(number)));
    Standing { starts_at: NOW + Duration::days(day), transfer }
}

#[test]
fn the_latest_deduction_is_given_back_if_the_absences_that_are_left_do_not_bear_it() {
    let versions = [ruled(Some(ladder(2)), 0)];
    let left = |all: &[Standing]| no_longer_borne(&versions, all.to_vec()).unwrap();
    // One of the two notices before the third was wrong.
    let third = standing(3, Some(3));
    assert_eq!(left(&[standing(1, None), third]), third.transfer);
    assert_eq!(left(&[standing(1, None), standing(2, None), third]), None);
    let fourth = standing(4, Some(4));
    assert_eq!(left(&[fourth, standing(1, None), third]), fourth.transfer);
    // Staff have taken the third back themselves.
    assert_eq!(left(&[standing(1, None), standing(3, None)]), None);
    assert_eq!(left(&[]), None);
    assert_eq!(no_longer_borne(&[], vec![third]), Err(Refusal::NoRulebookInForce));
}

#[test]
fn each_absence_that_is_left_bears_what_the_version_of_its_shift_says() {
    let versions = [ruled(Some(ladder(2)), 0), ruled(Some(ladder(0)), 10)];
    let all = vec![standing(1, None), standing(11, Some(11))];
    assert_eq!(no_longer_borne(&versions, all), Ok(None));
}

proptest! {
    /// Granting one appeal after the other never leaves more deductions than the ladder gives for what is left.
    #[test]
    fn whatever_is_granted_the_deductions_that_stand_are_borne(
        notices in 0i64..4, count in 1usize..8, granted in prop::collection::vec(0usize..8, 0..8),
    ) {
        let versions = [ruled(Some(ladder(notices)), 0)];
        let mut all: Vec<Standing> = (0..count).map(|number| {
            let day = i64::try_from(number).unwrap();
            standing(day, (day >= notices).then_some(u128::try_from(number).unwrap()))
        }).collect();
        for one in granted {
            if all.is_empty() { break; }
            all.remove(one % all.len());
            let back = no_longer_borne(&versions, all.clone()).unwrap();
            for one in all.iter_mut().filter(|one| back.is_some() && one.transfer == back) {
                one.transfer = None;
            }
            let deducted = all.iter().filter(|one| one.transfer.is_some()).count();
            prop_assert_eq!(deducted, all.len().saturating_sub(usize::try_from(notices).unwrap()));
        }
    }
}

proptest! {
    /// Whatever was missed before: a resident is told as often as the ladder says, and never loses points by coming late.
    #[test]
    fn everybody_is_told_before_anything_is_deducted(
        notices in 0i64..4, missed in prop::collection::vec((0u128..4, any::<bool>()), 0..30),
    ) {
        let versions = [ruled(Some(ladder(notices)), 0)];
        let one = |(number, (resident, late)): (usize, &(u128, bool))| {
            let one = expected(u128::try_from(number).unwrap(), *resident);
            let checked_in_at = late.then(|| one.starts_at + Duration::hours(1));
            Expected { checked_in_at, ..one }
        };
        let all: Vec<Expected> = missed.iter().enumerate().map(one).collect();
        let marked = marks(&versions, all, Absences::new(), Shanghai).unwrap();
        prop_assert_eq!(marked.len(), missed.len());
        for resident in 0..4 {
            let own: Vec<&Mark> = marked.iter().filter(|mark| mark.resident == who(resident)).collect();
            let absent = own.iter().filter(|mark| mark.missed == Missed::Absent).count();
            let deducted = own.iter().filter(|mark| mark.cost.is_some()).count();
            prop_assert_eq!(deducted, absent.saturating_sub(usize::try_from(notices).unwrap()));
            prop_assert!(own.iter().all(|mark| mark.missed == Missed::Absent || mark.cost.is_none()));
        }
    }
}
