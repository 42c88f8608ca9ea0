//! The roster: who attended which shift for how long.

use std::collections::BTreeSet;

use chrono::{DateTime, Utc};

use super::Shift;
use crate::Refusal;
use crate::ids::ResidentId;

/// An attendance as the team leader lists it.
#[derive(Debug, Clone, Copy)]
pub struct Listed<'a> {
    /// The shift.
    pub shift: &'a Shift,
    /// Who attended.
    pub resident: ResidentId,
    /// For how long; travel time is not part of it.
    pub minutes: i64,
}

/// Whether a roster makes sense: shifts that have begun, nobody for longer than the shift, nobody twice in one.
///
/// # Errors
/// [`Refusal::ShiftNotStarted`], [`Refusal::LongerThanShift`], [`Refusal::ListedTwice`], with the place of the first
/// attendance that does not.
pub fn check_roster(listed: &[Listed<'_>], now: DateTime<Utc>) -> Result<(), (usize, Refusal)> {
    let mut seen = BTreeSet::new();
    for (place, attendance) in listed.iter().enumerate() {
        let shift = attendance.shift;
        if !shift.has_started(now) {
            return Err((place, Refusal::ShiftNotStarted));
        }
        if attendance.minutes > shift.minutes() {
            return Err((place, Refusal::LongerThanShift { longest: shift.minutes() }));
        }
        if !seen.insert((shift.id, attendance.resident)) {
            return Err((place, Refusal::ListedTwice));
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::{Listed, check_roster};
    use crate::Refusal;
    use crate::activities::tests::{NOW, shift};
    use crate::ids::ResidentId;
    use chrono::Duration;
    use uuid::Uuid;

    fn who(number: u128) -> ResidentId {
        ResidentId::new(Uuid::from_u128(number))
    }

    #[test]
    fn nobody_attends_longer_than_the_shift_lasts() {
        let shift = shift(NOW, 120);
        let listed = |minutes| [Listed { shift: &shift, resident: who(1), minutes }];
        assert_eq!(check_roster(&listed(120), NOW), Ok(()));
        assert_eq!(check_roster(&listed(121), NOW), Err((0, Refusal::LongerThanShift { longest: 120 })));
    }

    #[test]
    fn nobody_attends_a_shift_twice_or_before_it_begins() {
        let (first, second) = (shift(NOW, 60), shift(NOW + Duration::hours(1), 60));
        let of = |shift, number| Listed { shift, resident: who(number), minutes: 60 };
        let later = NOW + Duration::hours(1);
        assert_eq!(check_roster(&[of(&first, 1), of(&first, 2), of(&second, 1)], later), Ok(()));
        assert_eq!(check_roster(&[of(&first, 1), of(&first, 1)], later), Err((1, Refusal::ListedTwice)));
        assert_eq!(check_roster(&[of(&first, 1), of(&second, 1)], NOW), Err((1, Refusal::ShiftNotStarted)));
    }
}
