//! The ladder, the marks, and the appeal.

use chrono::{DateTime, Duration, Utc};
use chrono_tz::Asia::Shanghai;
use proptest::prelude::*;
use uuid::Uuid;

use super::*;

const NOW: DateTime<Utc> = DateTime::UNIX_EPOCH;

fn who(number: u128) -> ResidentId {
    ResidentId::new(Uuid::from_u128(number))
}

fn expected(shift: u128, resident: u128) -> Expected {
    let starts_at = NOW + Duration::days(i64::try_from(shift).unwrap());
    let shift = ShiftId::new(Uuid::from_u128(shift));
    Expected { resident: who(resident), shift, starts_at, checked_in_at: None, attended: false }
}

#[test]
fn the_first_two_in_a_year_are_a_notice_and_the_third_costs_a_point() {
    let ladder = Ladder::default();
    let steps = [0, 1, 2, 3].map(|before| ladder.step(Missed::Absent, before));
    assert_eq!(steps, [Step::Notice, Step::Notice, Step::Deduction, Step::Deduction]);
    assert_eq!(ladder.points, Points::new(1));
    assert_eq!(ladder.step(Missed::Late, 9), Step::Notice);
    assert_eq!(Ladder { points: Points::ZERO, ..ladder }.step(Missed::Absent, 9), Step::Notice);
}

#[test]
fn who_was_there_missed_nothing_and_who_came_late_the_beginning() {
    let one = expected(1, 1);
    assert_eq!(one.missed(), Some(Missed::Absent));
    assert_eq!(Expected { attended: true, ..one }.missed(), None);
    let came = |minutes, attended| {
        let checked_in_at = Some(one.starts_at + Duration::minutes(minutes));
        Expected { checked_in_at, attended, ..one }.missed()
    };
    assert_eq!((came(-20, true), came(15, true), came(15, false)), (None, None, None));
    assert_eq!((came(16, true), came(16, false)), (Some(Missed::Late), Some(Missed::Late)));
}

#[test]
fn absences_count_one_after_the_other_and_year_by_year() {
    let of_year = |marks: Vec<Mark>| marks.iter().map(|mark| (mark.step, mark.absent)).collect::<Vec<_>>();
    let all = [3, 1, 2].map(|shift| expected(shift, 1)).to_vec();
    let before = Absences::from([((who(1), 1970), 1), ((who(2), 1970), 5)]);
    let marked = marks(&Ladder::default(), all, before, Shanghai);
    assert_eq!(of_year(marked), [(Step::Notice, 2), (Step::Deduction, 3), (Step::Deduction, 4)]);
    let before = Absences::from([((who(1), 1970), 5)]);
    let marked = marks(&Ladder::default(), vec![expected(400, 1)], before, Shanghai);
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
        notices in 0u32..4, missed in prop::collection::vec((0u128..4, any::<bool>()), 0..30),
    ) {
        let ladder = Ladder { notices, points: Points::new(1) };
        let one = |(number, (resident, late)): (usize, &(u128, bool))| {
            let one = expected(u128::try_from(number).unwrap(), *resident);
            let checked_in_at = late.then(|| one.starts_at + Duration::hours(1));
            Expected { checked_in_at, ..one }
        };
        let all: Vec<Expected> = missed.iter().enumerate().map(one).collect();
        let marked = marks(&ladder, all, Absences::new(), Shanghai);
        prop_assert_eq!(marked.len(), missed.len());
        for resident in 0..4 {
            let own: Vec<&Mark> = marked.iter().filter(|mark| mark.resident == who(resident)).collect();
            let absent = own.iter().filter(|mark| mark.missed == Missed::Absent).count();
            let deducted = own.iter().filter(|mark| mark.step == Step::Deduction).count();
            prop_assert_eq!(deducted, absent.saturating_sub(usize::try_from(notices).unwrap()));
            prop_assert!(own.iter().all(|mark| mark.missed == Missed::Absent || mark.step == Step::Notice));
        }
    }
}
