//! Days of the community's calendar from one to another, as figures are asked for.

use chrono::{DateTime, Datelike, Days, Months, NaiveDate, Utc};
use chrono_tz::Tz;

use super::{Period, start_of};

/// Days that follow each other, the first and the last one included.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DaySpan {
    first: NaiveDate,
    last: NaiveDate,
}

/// Two days are no span.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum DaySpanError {
    /// The last day comes before the first.
    #[error("结束日期不能早于开始日期")]
    Backwards,
    /// There are too many days.
    #[error("一次最多看 {} 天，请缩短时段", DaySpan::LONGEST)]
    TooLong,
}

impl DaySpan {
    /// How many days a span has at most: a leap year.
    pub const LONGEST: i64 = 366;

    /// The days from the first one to the last one.
    ///
    /// # Errors
    /// If there are none, or too many.
    pub fn between(first: NaiveDate, last: NaiveDate) -> Result<Self, DaySpanError> {
        let span = Self { first, last };
        match span.days() {
            ..=0 => Err(DaySpanError::Backwards),
            days if days > Self::LONGEST => Err(DaySpanError::TooLong),
            _ => Ok(span),
        }
    }

    /// The first day.
    pub const fn first(self) -> NaiveDate {
        self.first
    }

    /// The last day.
    pub const fn last(self) -> NaiveDate {
        self.last
    }

    /// How many days there are.
    pub fn days(self) -> i64 {
        self.last.signed_duration_since(self.first).num_days().saturating_add(1)
    }

    /// The span that this one is held against. A month, a quarter or a year, whole or from its beginning on, is held against the same
    /// days of the one before, because much comes at the same time of each; any other days against as many directly before.
    #[must_use]
    pub fn before(self) -> Self {
        let calendar = [(Period::Month, 1), (Period::Quarter, 3), (Period::Year, 12)];
        let within = |(period, _): &(Period, u32)| period.start(self.last) == self.first;
        let before = match calendar.iter().find(|one| within(one)) {
            Some((_, months)) => self.months_before(Months::new(*months)),
            None => {
                self.first.checked_sub_days(Days::new(self.days().unsigned_abs())).zip(self.first.pred_opt())
            }
        };
        before.map_or(self, |(first, last)| Self { first, last })
    }

    /// The same days so many months before; what ends with a month does so then too.
    fn months_before(self, months: Months) -> Option<(NaiveDate, NaiveDate)> {
        let next = self.last.succ_opt()?;
        let ends_month = next.day() == 1;
        let last = if ends_month {
            next.checked_sub_months(months)?.pred_opt()
        } else {
            self.last.checked_sub_months(months)
        };
        self.first.checked_sub_months(months).zip(last)
    }

    /// The moments between which it lies in the community's time zone; the second one is the next day's.
    pub fn moments(self, timezone: Tz) -> (DateTime<Utc>, DateTime<Utc>) {
        (start_of(self.first, timezone), start_of(self.last.succ_opt().unwrap_or(self.last), timezone))
    }

    /// The days, weeks or months of the calendar that it is made of; of the first and the last one, what lies in it.
    pub fn steps(self, by: Period) -> Vec<Self> {
        let mut steps: Vec<Self> = Vec::new();
        for day in self.first.iter_days().take_while(|day| *day <= self.last) {
            match steps.last_mut().filter(|step| by.same(step.first, day)) {
                Some(step) => step.last = day,
                None => steps.push(Self { first: day, last: day }),
            }
        }
        steps
    }
}

#[cfg(test)]
mod tests {
    use super::{DaySpan, DaySpanError};
    use crate::calendar::Period;
    use chrono::NaiveDate;
    use chrono_tz::Asia::Shanghai;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn span(first: &str, last: &str) -> DaySpan {
        DaySpan::between(day(first), day(last)).unwrap()
    }

    #[test]
    fn a_span_has_a_day_at_least_and_a_leap_year_at_most() {
        assert_eq!(span("2026-03-01", "2026-03-01").days(), 1);
        assert_eq!(span("2028-01-01", "2028-12-31").days(), 366);
        let refused = |first, last| DaySpan::between(day(first), day(last)).unwrap_err();
        assert_eq!(refused("2026-03-02", "2026-03-01"), DaySpanError::Backwards);
        assert_eq!(refused("2026-03-01", "2027-03-02"), DaySpanError::TooLong);
    }

    #[test]
    fn a_month_a_quarter_and_a_year_are_held_against_the_one_before() {
        assert_eq!(span("2026-03-01", "2026-03-31").before(), span("2026-02-01", "2026-02-28"));
        assert_eq!(span("2026-02-01", "2026-02-28").before(), span("2026-01-01", "2026-01-31"));
        assert_eq!(span("2026-01-01", "2026-03-31").before(), span("2025-10-01", "2025-12-31"));
        assert_eq!(span("2026-01-01", "2026-12-31").before(), span("2025-01-01", "2025-12-31"));
    }

    #[test]
    fn one_that_goes_on_is_held_against_the_same_days_of_the_one_before() {
        assert_eq!(span("2026-11-01", "2026-11-23").before(), span("2026-10-01", "2026-10-23"));
        assert_eq!(span("2026-03-01", "2026-03-30").before(), span("2026-02-01", "2026-02-28"));
        assert_eq!(span("2026-10-01", "2026-11-23").before(), span("2026-07-01", "2026-08-23"));
        assert_eq!(span("2026-01-01", "2026-11-30").before(), span("2025-01-01", "2025-11-30"));
        assert_eq!(span("2028-01-01", "2028-02-29").before(), span("2027-10-01", "2027-11-30"));
    }

    #[test]
    fn other_days_are_held_against_as_many_directly_before() {
        assert_eq!(span("2026-03-02", "2026-03-31").before(), span("2026-01-31", "2026-03-01"));
        assert_eq!(span("2026-03-09", "2026-03-09").before(), span("2026-03-08", "2026-03-08"));
        assert_eq!(span("2025-11-01", "2026-02-28").before(), span("2025-07-04", "2025-10-31"));
        let days = span("2026-02-27", "2026-05-04");
        assert_eq!(days.before().moments(Shanghai).1, days.moments(Shanghai).0);
    }

    #[test]
    fn it_begins_and_ends_at_midnight_in_wuhan() {
        let (from, to) = span("2026-03-01", "2026-03-31").moments(Shanghai);
        assert_eq!(from.to_rfc3339(), "2026-02-28T16:00:00+00:00");
        assert_eq!(to.to_rfc3339(), "2026-03-31T16:00:00+00:00");
    }

    #[test]
    fn steps_are_those_of_the_calendar_cut_at_both_ends() {
        // 1 March 2026 is a Sunday.
        let weeks = span("2026-03-01", "2026-03-10").steps(Period::Week);
        assert_eq!(
            weeks,
            [
                span("2026-03-01", "2026-03-01"),
                span("2026-03-02", "2026-03-08"),
                span("2026-03-09", "2026-03-10")
            ]
        );
        let months = span("2026-01-15", "2026-02-28").steps(Period::Month);
        assert_eq!(months, [span("2026-01-15", "2026-01-31"), span("2026-02-01", "2026-02-28")]);
        assert_eq!(span("2026-03-01", "2026-03-03").steps(Period::Day).len(), 3);
    }
}
