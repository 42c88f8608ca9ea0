//! Activities that come again 周期活动: the same shifts on other days, at the same time of the community's day.

use chrono::{DateTime, Days, Months, NaiveDate, TimeDelta, TimeZone, Utc};
use chrono_tz::Tz;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::{Activity, ActivityState, NewShift, Shift};
use crate::calendar::day_of;
use crate::ids::{ActivityId, UserId};

/// How often an activity comes again.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Every {
    /// On the same day of each week.
    Week,
    /// On the same day of each second week.
    Fortnight,
    /// On the same day of each month; on its last day, if the month has no such day.
    Month,
}

impl Every {
    /// The day on which what was first on `first` comes for the time number `number`, counted from the first (0).
    pub fn day(self, first: NaiveDate, number: u32) -> Option<NaiveDate> {
        match self {
            Self::Week => first.checked_add_days(Days::new(u64::from(number).saturating_mul(7))),
            Self::Fortnight => first.checked_add_days(Days::new(u64::from(number).saturating_mul(14))),
            Self::Month => first.checked_add_months(Months::new(number)),
        }
    }
}

/// The day on which the first of these shifts begins; none if there are none.
pub fn first_day(shifts: &[Shift], timezone: Tz) -> Option<NaiveDate> {
    shifts.iter().map(|shift| day_of(shift.starts_at, timezone)).min()
}

/// Returns the same shifts with the first of them on `day`: at the same time of the community's day, as long as they were.
pub fn shifts_on(day: NaiveDate, shifts: &[Shift], timezone: Tz) -> Vec<NewShift> {
    let Some(first) = first_day(shifts, timezone) else { return Vec::new() };
    let shift = |shift: &Shift| {
        let moved = day.signed_duration_since(first);
        let starts_at = later_by(shift.starts_at, moved, timezone);
        let lasts = shift.ends_at.signed_duration_since(shift.starts_at);
        NewShift { starts_at, ends_at: starts_at + lasts, capacity: shift.capacity }
    };
    shifts.iter().map(shift).collect()
}

/// The moment of `day` at which the community's clocks show what they show at `at`; where they skip it, an hour later.
pub fn same_time_on(day: NaiveDate, at: DateTime<Utc>, timezone: Tz) -> DateTime<Utc> {
    later_by(at, day.signed_duration_since(day_of(at, timezone)), timezone)
}

/// The same time of the community's day some days later; where clocks skip it, an hour later.
fn later_by(at: DateTime<Utc>, days: TimeDelta, timezone: Tz) -> DateTime<Utc> {
    let local = at.with_timezone(&timezone).naive_local();
    let moved = local.checked_add_signed(days).unwrap_or(local);
    let exact = timezone.from_local_datetime(&moved).earliest();
    let next = || timezone.from_local_datetime(&(moved + TimeDelta::hours(1))).earliest();
    exact.or_else(next).map_or_else(|| moved.and_utc(), |moved| moved.to_utc())
}

impl Activity {
    /// A draft of the same activity, from when to when it lasts, by somebody who proposes it again.
    #[must_use]
    pub fn again(
        &self,
        id: ActivityId,
        organiser: UserId,
        (starts_at, ends_at): super::Span,
        now: DateTime<Utc>,
    ) -> Self {
        Self {
            id,
            organiser,
            changed_by: organiser,
            state: ActivityState::Draft,
            starts_at,
            ends_at,
            settled_at: None,
            cancel_reason: None,
            return_reason: None,
            created_at: now,
            ..self.clone()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Every, first_day, shifts_on};
    use crate::activities::tests::shift;
    use crate::calendar::day_of;
    use chrono::{DateTime, NaiveDate, Timelike, Utc};
    use chrono_tz::Asia::Shanghai;
    use chrono_tz::Europe::Berlin;
    use proptest::prelude::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn at(text: &str) -> DateTime<Utc> {
        text.parse().unwrap()
    }

    #[test]
    fn weeks_fortnights_and_months_are_counted_from_the_first_day() {
        let first = day("2027-01-31");
        assert_eq!(Every::Week.day(first, 2), Some(day("2027-02-14")));
        assert_eq!(Every::Fortnight.day(first, 2), Some(day("2027-02-28")));
        // A short month does not make the later ones shorter.
        assert_eq!(Every::Month.day(first, 1), Some(day("2027-02-28")));
        assert_eq!(Every::Month.day(first, 2), Some(day("2027-03-31")));
    }

    #[test]
    fn shifts_keep_their_distance_and_their_time_of_the_day() {
        // Nine in the evening in Shanghai, and one in the morning of the next day.
        let shifts = [shift(at("2026-11-25T13:00:00Z"), 120), shift(at("2026-11-25T17:00:00Z"), 60)];
        assert_eq!(first_day(&shifts, Shanghai), Some(day("2026-11-25")));
        let moved = shifts_on(day("2026-12-02"), &shifts, Shanghai);
        let spans: Vec<_> = moved.iter().map(|one| (one.starts_at, one.ends_at)).collect();
        let first = (at("2026-12-02T13:00:00Z"), at("2026-12-02T15:00:00Z"));
        assert_eq!(spans, [first, (at("2026-12-02T17:00:00Z"), at("2026-12-02T18:00:00Z"))]);
    }

    #[test]
    fn where_clocks_change_the_local_time_stays() {
        let nine = [shift(at("2026-10-24T07:00:00Z"), 60)];
        let moved = shifts_on(day("2026-10-31"), &nine, Berlin);
        assert_eq!(moved[0].starts_at, at("2026-10-31T08:00:00Z"));
        // Half past two does not exist on that day.
        let skipped = [shift(at("2027-03-27T01:30:00Z"), 60)];
        assert_eq!(shifts_on(day("2027-03-28"), &skipped, Berlin)[0].starts_at, at("2027-03-28T01:30:00Z"));
    }

    proptest! {
        #[test]
        fn a_copy_begins_on_its_day_at_its_time_and_lasts_as_long(
            minute in 0i64..20_000_000, lasts in 1i64..1440, days in -400i64..4_000,
        ) {
            let one = shift(DateTime::UNIX_EPOCH + chrono::Duration::minutes(minute), lasts);
            let day = first_day(std::slice::from_ref(&one), Shanghai).unwrap() + chrono::Duration::days(days);
            let moved = shifts_on(day, std::slice::from_ref(&one), Shanghai)[0];
            let minute = |at: DateTime<Utc>| at.with_timezone(&Shanghai).num_seconds_from_midnight() / 60;
            prop_assert_eq!(moved.ends_at - moved.starts_at, one.ends_at - one.starts_at);
            // Shanghai turned its clocks in the years up to 1991.
            if one.starts_at > at("1992-01-01T00:00:00Z") && moved.starts_at > at("1992-01-01T00:00:00Z") {
                prop_assert_eq!(day_of(moved.starts_at, Shanghai), day);
                prop_assert_eq!(minute(moved.starts_at), minute(one.starts_at));
            }
        }
    }
}
