//! The community's own calendar: times are UTC, days are local.

mod day_span;
mod local;
mod month;
mod period;
mod time_of_day;

pub use day_span::{DaySpan, DaySpanError};
pub use local::Local;
pub use month::{Month, MonthError};
pub use period::Period;
pub use time_of_day::TimeOfDay;

use chrono::{DateTime, Datelike, Months, NaiveDate, NaiveTime, TimeDelta, TimeZone, Utc};
use chrono_tz::Tz;

/// The day on which `at` falls in the community's time zone.
pub fn day_of(at: DateTime<Utc>, timezone: Tz) -> NaiveDate {
    at.with_timezone(&timezone).date_naive()
}

/// The moment at which `day` begins in the community's time zone; where clocks skip midnight, an hour later.
pub fn start_of(day: NaiveDate, timezone: Tz) -> DateTime<Utc> {
    moment(day, NaiveTime::MIN, timezone)
}

/// The moment of `day` at which the community's clocks show `time`; where they skip it, an hour later.
pub fn moment(day: NaiveDate, time: NaiveTime, timezone: Tz) -> DateTime<Utc> {
    let local = day.and_time(time);
    let found = timezone.from_local_datetime(&local).earliest();
    let found = found.or_else(|| timezone.from_local_datetime(&(local + TimeDelta::hours(1))).earliest());
    found.map_or_else(|| local.and_utc(), |found| found.to_utc())
}

/// The moment at which a year begins in the community's time zone.
pub fn start_of_year(year: i32, timezone: Tz) -> DateTime<Utc> {
    start_of(NaiveDate::from_ymd_opt(year, 1, 1).unwrap_or(NaiveDate::MIN), timezone)
}

/// The moments between which the quarter of `day` lies in the community's time zone; the second one is the next quarter's.
pub fn quarter_of(day: NaiveDate, timezone: Tz) -> (DateTime<Utc>, DateTime<Utc>) {
    let first = Period::Quarter.start(day);
    let next = first.checked_add_months(Months::new(3)).unwrap_or(first);
    (start_of(first, timezone), start_of(next, timezone))
}

/// The moments between which `day` lies in the community's time zone; the second one is the next day's.
pub fn span_of(day: NaiveDate, timezone: Tz) -> (DateTime<Utc>, DateTime<Utc>) {
    let next = day.succ_opt().unwrap_or(day);
    (start_of(day, timezone), start_of(next, timezone))
}

/// A span of time that may be open on either side: from the first moment on, and before the second.
pub type OpenSpan = (Option<DateTime<Utc>>, Option<DateTime<Utc>>);

/// The moments between which the days from `first` to `last` lie, both of them included; without one of them, the span is
/// open on that side.
pub fn span_of_days(first: Option<NaiveDate>, last: Option<NaiveDate>, timezone: Tz) -> OpenSpan {
    (first.map(|day| start_of(day, timezone)), last.map(|day| span_of(day, timezone).1))
}

/// The moment of `day` that is nearest to `now`: now itself if it is today, else the first or the last of that day.
pub fn nearest_moment(day: NaiveDate, timezone: Tz, now: DateTime<Utc>) -> DateTime<Utc> {
    let (first, next) = span_of(day, timezone);
    now.min(next - TimeDelta::microseconds(1)).max(first)
}

/// The age that a person of this birth year reaches in the year of `today`: age rules count by year of birth.
pub fn age_in_year(birth_year: i32, today: NaiveDate) -> i32 {
    today.year().saturating_sub(birth_year)
}

#[cfg(test)]
mod tests {
    use super::{age_in_year, day_of, nearest_moment, span_of, span_of_days, start_of};
    use chrono::{DateTime, NaiveDate, Utc};
    use chrono_tz::Asia::Shanghai;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn the_day_changes_at_midnight_in_wuhan_not_in_greenwich() {
        let before: DateTime<Utc> = "2026-03-31T15:59:59Z".parse().unwrap();
        let after: DateTime<Utc> = "2026-03-31T16:00:00Z".parse().unwrap();
        assert_eq!(day_of(before, Shanghai), day("2026-03-31"));
        assert_eq!(day_of(after, Shanghai), day("2026-04-01"));
    }

    fn at(text: &str) -> DateTime<Utc> {
        text.parse().unwrap()
    }

    #[test]
    fn a_day_begins_at_the_community_s_midnight() {
        assert_eq!(start_of(day("2026-04-01"), Shanghai), at("2026-03-31T16:00:00Z"));
    }

    #[test]
    fn the_nearest_moment_of_today_is_now_and_of_another_day_its_edge() {
        let now = at("2026-04-01T04:00:00Z");
        let nearest = |text| nearest_moment(day(text), Shanghai, now);
        assert_eq!(nearest("2026-04-01"), now);
        assert_eq!(nearest("2026-04-02"), at("2026-04-01T16:00:00Z"));
        assert_eq!(nearest("2026-03-31"), at("2026-03-31T15:59:59.999999Z"));
    }

    #[test]
    fn a_day_spans_from_midnight_to_midnight_in_wuhan() {
        let (from, to) = span_of(day("2026-04-01"), Shanghai);
        assert_eq!((day_of(from, Shanghai), day_of(to, Shanghai)), (day("2026-04-01"), day("2026-04-02")));
        assert_eq!(from.to_rfc3339(), "2026-03-31T16:00:00+00:00");
    }

    #[test]
    fn days_from_and_to_are_both_included_and_either_may_be_open() {
        let (first, last) = (Some(day("2026-04-01")), Some(day("2026-04-02")));
        let (begin, end) = (at("2026-03-31T16:00:00Z"), at("2026-04-02T16:00:00Z"));
        assert_eq!(span_of_days(first, last, Shanghai), (Some(begin), Some(end)));
        assert_eq!(span_of_days(first, None, Shanghai), (Some(begin), None));
        assert_eq!(span_of_days(None, last, Shanghai), (None, Some(end)));
    }

    #[test]
    fn age_counts_by_year_of_birth() {
        assert_eq!(age_in_year(1951, day("2026-01-01")), 75);
    }
}
