//! The roster: who attended which shift for how long.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, Utc};

use super::Shift;
use crate::Refusal;
use crate::ids::ResidentId;
use crate::signups::MinutesFrom;

/// An attendance as the team leader lists it.
#[derive(Debug, Clone, Copy)]
pub struct Listed {
    /// Who attended.
    pub resident: ResidentId,
    /// For how long; travel time is not part of it.
    pub minutes: i64,
}

/// Returns the minutes of an attendance and where they come from: those that the leader has `given`, else those between
/// check-in and check-out. Who was not `there` for a minute of the shift did nothing that could earn by the act either.
///
/// # Errors
/// [`Refusal::MinutesUnknown`].
pub fn minutes_of(
    given: Option<i64>,
    there: Option<(i64, MinutesFrom)>,
) -> Result<(i64, MinutesFrom), Refusal> {
    let given = given.map(|minutes| (minutes, MinutesFrom::BackFilled));
    given.or(there.filter(|(minutes, _)| *minutes > 0)).ok_or(Refusal::MinutesUnknown)
}

/// Whether the roster of a shift makes sense: it has begun, nobody is listed for longer than it lasts, twice, or at the
/// same time `elsewhere`.
///
/// # Errors
/// [`Refusal::LongerThanShift`], [`Refusal::ListedTwice`], [`Refusal::OverlappingShift`], with the place of the first
/// attendance that does not; [`Refusal::ShiftNotStarted`], with none.
pub fn check_roster(
    shift: &Shift,
    listed: &[Listed],
    elsewhere: &[(ResidentId, &Shift)],
    now: DateTime<Utc>,
) -> Result<(), (Option<usize>, Refusal)> {
    if !shift.has_started(now) {
        return Err((None, Refusal::ShiftNotStarted));
    }
    let overlapping = elsewhere.iter().filter(|(_, other)| shift.overlaps(other));
    let busy: BTreeMap<ResidentId, &Shift> = overlapping.copied().collect();
    let mut seen = BTreeSet::new();
    for (place, attendance) in listed.iter().enumerate() {
        let at = |refusal| Err((Some(place), refusal));
        if attendance.minutes > shift.minutes() {
            return at(Refusal::LongerThanShift { longest: shift.minutes() });
        }
        if !seen.insert(attendance.resident) {
            return at(Refusal::ListedTwice);
        }
        if let Some(other) = busy.get(&attendance.resident) {
            let (starts_at, ends_at) = (other.starts_at, other.ends_at);
            return at(Refusal::OverlappingShift { shift: other.id, starts_at, ends_at });
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::{Listed, check_roster, minutes_of};
    use crate::Refusal;
    use crate::activities::tests::{NOW, shift};
    use crate::ids::ResidentId;
    use crate::signups::MinutesFrom;
    use chrono::Duration;
    use uuid::Uuid;

    fn who(number: u128) -> ResidentId {
        ResidentId::new(Uuid::from_u128(number))
    }

    fn listed(number: u128, minutes: i64) -> Listed {
        Listed { resident: who(number), minutes }
    }

    #[test]
    fn nobody_attends_longer_than_the_shift_lasts() {
        let shift = shift(NOW, 120);
        let check = |minutes| check_roster(&shift, &[listed(1, 5), listed(2, minutes)], &[], NOW);
        assert_eq!(check(120), Ok(()));
        assert_eq!(check(121), Err((Some(1), Refusal::LongerThanShift { longest: 120 })));
    }

    #[test]
    fn what_the_leader_fills_in_counts_before_check_in_and_check_out() {
        let there = |minutes| Some((minutes, MinutesFrom::Automatic));
        assert_eq!(minutes_of(None, there(90)), Ok((90, MinutesFrom::Automatic)));
        assert_eq!(minutes_of(Some(60), there(90)), Ok((60, MinutesFrom::BackFilled)));
        assert_eq!(minutes_of(None, there(0)), Err(Refusal::MinutesUnknown));
        assert_eq!(minutes_of(Some(60), there(0)), Ok((60, MinutesFrom::BackFilled)));
        assert_eq!(minutes_of(Some(60), None), Ok((60, MinutesFrom::BackFilled)));
        assert_eq!(minutes_of(None, None), Err(Refusal::MinutesUnknown));
    }

    #[test]
    fn nobody_attends_a_shift_twice_or_before_it_begins() {
        let shift = shift(NOW + Duration::hours(1), 60);
        let check = |number, now| check_roster(&shift, &[listed(1, 60), listed(number, 60)], &[], now);
        assert_eq!(check(2, shift.starts_at), Ok(()));
        assert_eq!(check(1, shift.starts_at), Err((Some(1), Refusal::ListedTwice)));
        assert_eq!(check(2, NOW), Err((None, Refusal::ShiftNotStarted)));
    }

    #[test]
    fn nobody_attends_two_shifts_at_once() {
        let at = |minutes| NOW + Duration::minutes(minutes);
        let this = shift(at(60), 60);
        for (other, overlaps) in [
            (shift(at(0), 60), false),
            (shift(at(120), 60), false),
            (shift(at(0), 61), true),
            (shift(at(119), 60), true),
            (shift(at(70), 10), true),
            (shift(at(0), 300), true),
        ] {
            let refused = check_roster(&this, &[listed(1, 60)], &[(who(1), &other)], at(600));
            let (starts_at, ends_at) = (other.starts_at, other.ends_at);
            let refusal = Refusal::OverlappingShift { shift: other.id, starts_at, ends_at };
            assert_eq!(refused, if overlaps { Err((Some(0), refusal)) } else { Ok(()) }, "{other:?}");
            assert_eq!(check_roster(&this, &[listed(2, 60)], &[(who(1), &other)], at(600)), Ok(()));
        }
    }
}
