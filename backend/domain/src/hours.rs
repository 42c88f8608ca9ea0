//! Opening hours 营业时间: spans of the week, on the community's own clocks.

use std::collections::BTreeSet;

use chrono::{DateTime, Datelike, Days, NaiveDate, NaiveTime, Utc};
use chrono_tz::Tz;
use serde::{Deserialize, Serialize};

use crate::Refusal;
use crate::calendar::TimeOfDay;
use crate::communities::DayOfWeek;

/// A span of some days of the week.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Opening {
    /// The days on which it begins.
    pub weekdays: BTreeSet<DayOfWeek>,
    /// When it begins.
    pub from: TimeOfDay,
    /// When it is over; earlier than `from` is on the next day.
    pub to: TimeOfDay,
}

impl Opening {
    fn includes(&self, day: NaiveDate, time: NaiveTime) -> bool {
        let begins = |day: NaiveDate| self.weekdays.contains(&day.weekday().into());
        let (from, to) = (self.from.time(), self.to.time());
        if from < to {
            return begins(day) && from <= time && time < to;
        }
        let since_yesterday = day.checked_sub_days(Days::new(1)).is_some_and(begins) && time < to;
        since_yesterday || begins(day) && from <= time
    }
}

/// The hours of a week; none are no statement: then it is never outside of them.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct WeeklyHours(pub Vec<Opening>);

impl WeeklyHours {
    /// Whether a moment lies within the hours. The moment of closing does not.
    pub fn includes(&self, at: DateTime<Utc>, timezone: Tz) -> bool {
        let local = at.with_timezone(&timezone);
        let (day, time) = (local.date_naive(), local.time());
        self.0.is_empty() || self.0.iter().any(|opening| opening.includes(day, time))
    }

    /// Whether each span has a length.
    ///
    /// # Errors
    /// [`Refusal::HoursWithoutLength`] with the first that has none.
    pub fn check(&self) -> Result<(), Refusal> {
        let none = self.0.iter().position(|opening| opening.from == opening.to);
        none.map_or(Ok(()), |place| Err(Refusal::HoursWithoutLength { place }))
    }
}

#[cfg(test)]
mod tests {
    use super::{Opening, WeeklyHours};
    use crate::Refusal;
    use crate::communities::DayOfWeek::{Fri, Sat};
    use chrono_tz::Asia::Shanghai;
    use proptest::prelude::*;

    fn hours(spans: &[(&str, &str)]) -> WeeklyHours {
        let span = |(from, to): &(&str, &str)| Opening {
            weekdays: [Fri, Sat].into(),
            from: from.parse().unwrap(),
            to: to.parse().unwrap(),
        };
        WeeklyHours(spans.iter().map(span).collect())
    }

    /// Whether a moment of Wuhan lies within; the 6th of March 2026 is a Friday.
    fn open(hours: &WeeklyHours, local: &str) -> bool {
        hours.includes(format!("{local}+08:00").parse().unwrap(), Shanghai)
    }

    #[test]
    fn the_first_minute_is_within_and_the_last_is_not() {
        let day = hours(&[("09:00", "12:00"), ("14:00", "21:00")]);
        for (local, expected) in [
            ("2026-03-06T08:59:59", false),
            ("2026-03-06T09:00:00", true),
            ("2026-03-06T12:00:00", false),
            ("2026-03-06T20:59:59", true),
            ("2026-03-05T10:00:00", false),
            ("2026-03-08T10:00:00", false),
        ] {
            assert_eq!(open(&day, local), expected, "{local}");
        }
    }

    #[test]
    fn a_span_may_run_past_midnight() {
        let night = hours(&[("18:00", "02:00")]);
        for (local, expected) in [
            ("2026-03-06T01:00:00", false),
            ("2026-03-06T18:00:00", true),
            ("2026-03-07T01:59:59", true),
            ("2026-03-07T02:00:00", false),
            ("2026-03-08T01:00:00", true),
            ("2026-03-09T01:00:00", false),
        ] {
            assert_eq!(open(&night, local), expected, "{local}");
        }
        assert!(open(&hours(&[("08:00", "00:00")]), "2026-03-07T23:59:59"));
    }

    #[test]
    fn a_span_without_length_is_refused() {
        assert_eq!(hours(&[("09:00", "12:00")]).check(), Ok(()));
        let refused = hours(&[("09:00", "12:00"), ("09:00", "09:00")]).check();
        assert_eq!(refused, Err(Refusal::HoursWithoutLength { place: 1 }));
    }

    proptest! {
        #[test]
        fn without_hours_every_moment_is_within(seconds in 0_i64..4_000_000_000) {
            let at = chrono::DateTime::from_timestamp(seconds, 0).unwrap();
            prop_assert!(WeeklyHours::default().includes(at, Shanghai));
        }
    }
}
