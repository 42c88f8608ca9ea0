//! The community's own calendar: times are UTC, days are local.

mod period;
mod time_of_day;

pub use period::Period;
pub use time_of_day::TimeOfDay;

use chrono::{DateTime, Datelike, NaiveDate, NaiveTime, TimeDelta, TimeZone, Utc};
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

/// The moments between which `day` lies in the community's time zone; the second one is the next day's.
pub fn span_of(day: NaiveDate, timezone: Tz) -> (DateTime<Utc>, DateTime<Utc>) {
    let next = day.succ_opt().unwrap_or(day);
    (start_of(day, timezone), start_of(next, timezone))
}

/// The moment of `day` that is nearest to `now`: now itself if it is today, else the first or the last of that day.
pub fn nearest_moment(day: NaiveDate, timezone: Tz, now: DateTime<Utc>) -> DateTime<Utc> {
    let (first, next) = span_of(day, timezone);
    now.min(next - TimeDelta::microseconds(1)).max(first)
}

/// A span of the calendar that a cap counts in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, Display, ToSchema)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum Period {
    /// One day.
    Day,
    /// Monday to Sunday (ISO 8601).
    Week,
    /// One calendar month.
    Month,
    /// Three calendar months, from January, April, July or October on.
    Quarter,
}

impl Period {
    /// The first day of the period that `day` lies in.
    pub fn start(self, day: NaiveDate) -> NaiveDate {
        match self {
            Self::Day => day,
            Self::Week => {
                let since_monday = u64::from(day.weekday().num_days_from_monday());
                day.checked_sub_days(Days::new(since_monday)).unwrap_or(day)
            }
            Self::Month => day.with_day(1).unwrap_or(day),
            Self::Quarter => NaiveDate::from_ymd_opt(day.year(), day.month0() / 3 * 3 + 1, 1).unwrap_or(day),
        }
    }

    /// The first day of all periods that `day` lies in: what was earned before counts for none of them.
    pub fn earliest_start(day: NaiveDate) -> NaiveDate {
        Self::Week.start(day).min(Self::Quarter.start(day))
    }

    /// Whether two days lie in the same period.
    pub fn same(self, one: NaiveDate, other: NaiveDate) -> bool {
        self.start(one) == self.start(other)
    }

    /// The period as people say it: 本日, 本周, 本月.
    pub const fn chinese(self) -> &'static str {
        match self {
            Self::Day => "本日",
            Self::Week => "本周",
            Self::Month => "本月",
            Self::Quarter => "本季度",
        }
    }
}

/// The age that a person of this birth year reaches in the year of `today`: age rules count by year of birth.
pub fn age_in_year(birth_year: i32, today: NaiveDate) -> i32 {
    today.year().saturating_sub(birth_year)
}

#[cfg(test)]
mod tests {
    use super::{age_in_year, day_of, nearest_moment, span_of, start_of};
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
    fn a_week_may_begin_in_the_month_before() {
        assert_eq!(Period::earliest_start(day("2026-04-01")), day("2026-03-30"));
        assert_eq!(Period::earliest_start(day("2026-04-30")), day("2026-04-01"));
        assert_eq!(Period::earliest_start(day("2026-12-31")), day("2026-10-01"));
    }

    #[test]
    fn a_day_spans_from_midnight_to_midnight_in_wuhan() {
        let (from, to) = span_of(day("2026-04-01"), Shanghai);
        assert_eq!((day_of(from, Shanghai), day_of(to, Shanghai)), (day("2026-04-01"), day("2026-04-02")));
        assert_eq!(from.to_rfc3339(), "2026-03-31T16:00:00+00:00");
    }

    #[test]
    fn age_counts_by_year_of_birth() {
        assert_eq!(age_in_year(1951, day("2026-01-01")), 75);
    }
}
