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
    Expected { resident: who(resident), shift, starts_at, checked_in_at: None, attended: false }
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

fn appealed() -> NoShow {
    mark().appeal(Appeal { reason: "当天住院".into(), at: NOW }).unwrap()
}

fn decision(by: u128, verdict: Verdict) -> Decision {
    Decision { verdict, note: "已核实".into(), by: UserId::new(Uuid::from_u128(by)), at: NOW }
}

#[test]
fn a_mark_is_appealed_against_and_decided_about_once_and_by_somebody_else() {
    let again = appealed().appeal(Appeal { reason: String::new(), at: NOW });
    assert_eq!(again, Err(Refusal::AlreadyAppealed));
    let granted = || decision(21, Verdict::Granted);
    assert_eq!(mark().decide(granted(), None), Err(Refusal::NotAppealed));
    assert_eq!(appealed().decide(decision(22, Verdict::Granted), None), Err(Refusal::DeciderIsMarker));
    assert_eq!(appealed().decide(granted(), Some(who(1))), Err(Refusal::OwnWallet));
    let decided = appealed().decide(granted(), Some(who(2))).unwrap();
    assert_eq!(decided.clone().decide(granted(), None), Err(Refusal::AlreadyDecided));
    assert_eq!(decided.to_give_back(), mark().transfer);
    let refused = appealed().decide(decision(21, Verdict::Refused), None).unwrap();
    assert_eq!(refused.to_give_back(), None);
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
