//! Shifts 班次: when, and for how many.

use chrono::{DateTime, Duration, Utc};

use crate::Refusal;
use crate::ids::{ActivityId, ShiftId};

/// From when to when something lasts.
pub type Span = (DateTime<Utc>, DateTime<Utc>);

/// A shift as it is proposed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NewShift {
    /// When it begins.
    pub starts_at: DateTime<Utc>,
    /// When it ends.
    pub ends_at: DateTime<Utc>,
    /// For how many.
    pub capacity: i32,
}

/// A shift of an activity.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shift {
    /// Its identifier.
    pub id: ShiftId,
    /// The activity.
    pub activity: ActivityId,
    /// When it begins.
    pub starts_at: DateTime<Utc>,
    /// When it ends.
    pub ends_at: DateTime<Utc>,
    /// For how many.
    pub capacity: i32,
    /// Of these places, taken by sign-ups.
    pub taken: i32,
    /// When who came to it was recorded last; none before that was done.
    pub recorded_at: Option<DateTime<Utc>>,
}

impl Shift {
    /// The longest attendance it can have, in whole minutes.
    pub fn minutes(&self) -> i64 {
        self.ends_at.signed_duration_since(self.starts_at).num_minutes()
    }

    /// How many of its places are free.
    pub fn free(&self) -> usize {
        usize::try_from(self.capacity.saturating_sub(self.taken)).unwrap_or_default()
    }

    /// Whether a place is free.
    pub fn has_place(&self) -> bool {
        self.taken < self.capacity
    }

    /// The shift with places for so many.
    ///
    /// # Errors
    /// [`Refusal::ShiftStarted`], [`Refusal::CapacityBelowTaken`].
    pub fn resized(self, capacity: i32, now: DateTime<Utc>) -> Result<Self, Refusal> {
        self.check_ahead(now)?;
        if capacity < self.taken {
            return Err(Refusal::CapacityBelowTaken { taken: self.taken });
        }
        Ok(Self { capacity, ..self })
    }

    /// Whether it has begun.
    pub fn has_started(&self, now: DateTime<Utc>) -> bool {
        self.starts_at <= now
    }

    /// Whether the two have time in common; one right after the other has none.
    pub fn overlaps(&self, other: &Self) -> bool {
        self.starts_at < other.ends_at && other.starts_at < self.ends_at
    }

    /// Whether people can still sign up and withdraw.
    ///
    /// # Errors
    /// [`Refusal::ShiftStarted`].
    pub fn check_ahead(&self, now: DateTime<Utc>) -> Result<(), Refusal> {
        if self.has_started(now) { Err(Refusal::ShiftStarted) } else { Ok(()) }
    }
}

/// Whether each of these shifts lasts a minute at least and a day at most.
///
/// # Errors
/// [`Refusal::ShiftSpan`], with the place of the first that does not.
pub fn check_shifts(shifts: &[NewShift]) -> Result<(), (usize, Refusal)> {
    let allowed = Duration::minutes(1)..=Duration::hours(24);
    let lasts = |shift: &NewShift| shift.ends_at.signed_duration_since(shift.starts_at);
    let wrong = shifts.iter().position(|shift| !allowed.contains(&lasts(shift)));
    wrong.map_or(Ok(()), |place| Err((place, Refusal::ShiftSpan)))
}

/// From when to when these shifts last; none if there are none.
pub fn span_of(shifts: &[NewShift]) -> Option<Span> {
    let starts_at = shifts.iter().map(|shift| shift.starts_at).min()?;
    let ends_at = shifts.iter().map(|shift| shift.ends_at).max()?;
    Some((starts_at, ends_at))
}

#[cfg(test)]
mod tests {
    use super::{NewShift, check_shifts, span_of};
    use crate::Refusal;
    use chrono::{DateTime, Duration, Utc};

    const NOW: DateTime<Utc> = DateTime::UNIX_EPOCH;

    fn shift(from: i64, to: i64) -> NewShift {
        let at = |minutes| NOW + Duration::minutes(minutes);
        NewShift { starts_at: at(from), ends_at: at(to), capacity: 1 }
    }

    #[test]
    fn a_shift_lasts_a_minute_at_least_and_a_day_at_most() {
        assert_eq!(check_shifts(&[shift(0, 1), shift(5, 5 + 1440)]), Ok(()));
        for wrong in [shift(0, 0), shift(1, 0), shift(0, 1441)] {
            assert_eq!(check_shifts(&[shift(0, 1), wrong]), Err((1, Refusal::ShiftSpan)));
        }
    }

    #[test]
    fn an_activity_lasts_from_its_first_shift_to_its_last() {
        let span = span_of(&[shift(60, 120), shift(0, 30), shift(10, 90)]);
        assert_eq!(span, Some((NOW, NOW + Duration::minutes(120))));
        assert_eq!(span_of(&[]), None);
    }
}
