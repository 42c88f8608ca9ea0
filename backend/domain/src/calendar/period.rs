//! Spans of the calendar that caps and budgets count in.

use chrono::{Datelike, Days, NaiveDate};
use serde::{Deserialize, Serialize};
use strum::{Display, EnumString, VariantArray};
use utoipa::ToSchema;

/// A span of the calendar that a cap counts in.
#[derive(
    Debug,
    Clone,
    Copy,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Serialize,
    Deserialize,
    Display,
    EnumString,
    VariantArray,
    ToSchema,
)]
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
    /// One calendar year.
    Year,
    /// All time.
    Ever,
}

impl Period {
    /// The first day of the period that `day` lies in; of all time, a day before there was any Linli.
    pub fn start(self, day: NaiveDate) -> NaiveDate {
        let first = match self {
            Self::Day => Some(day),
            Self::Week => day.checked_sub_days(Days::new(u64::from(day.weekday().num_days_from_monday()))),
            Self::Month => day.with_day(1),
            Self::Quarter => NaiveDate::from_ymd_opt(day.year(), day.month0() / 3 * 3 + 1, 1),
            Self::Year => NaiveDate::from_ymd_opt(day.year(), 1, 1),
            Self::Ever => NaiveDate::from_ymd_opt(1, 1, 1),
        };
        first.unwrap_or(day)
    }

    /// Whether two days lie in the same period.
    pub fn same(self, one: NaiveDate, other: NaiveDate) -> bool {
        self.start(one) == self.start(other)
    }

    /// The period that a deed lies in, as people say it: 本日, 本周, 本月.
    pub const fn chinese(self) -> &'static str {
        match self {
            Self::Day => "本日",
            Self::Week => "本周",
            Self::Month => "本月",
            Self::Quarter => "本季度",
            Self::Year => "本年度",
            Self::Ever => "累计",
        }
    }

    /// Each of these periods, as a rule says it: 每日, 每周, 每月.
    pub const fn each_in_chinese(self) -> &'static str {
        match self {
            Self::Day => "每日",
            Self::Week => "每周",
            Self::Month => "每月",
            Self::Quarter => "每季度",
            Self::Year => "每年",
            Self::Ever => "累计",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Period;
    use chrono::NaiveDate;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn weeks_run_from_monday_to_sunday() {
        assert!(Period::Week.same(day("2026-03-02"), day("2026-03-08")));
        assert!(!Period::Week.same(day("2026-03-08"), day("2026-03-09")));
        // 1 April 2026 is a Wednesday; its week began in March.
        assert_eq!(Period::Week.start(day("2026-04-01")), day("2026-03-30"));
    }

    #[test]
    fn months_quarters_and_years_are_those_of_the_calendar() {
        assert!(!Period::Month.same(day("2026-02-28"), day("2026-03-01")));
        assert_eq!(Period::Month.start(day("2026-03-31")), day("2026-03-01"));
        assert_eq!(Period::Quarter.start(day("2026-03-31")), day("2026-01-01"));
        assert_eq!(Period::Quarter.start(day("2026-04-01")), day("2026-04-01"));
        assert_eq!(Period::Quarter.start(day("2026-12-31")), day("2026-10-01"));
        assert_eq!(Period::Year.start(day("2026-12-31")), day("2026-01-01"));
    }

    #[test]
    fn all_time_has_one_beginning() {
        assert!(Period::Ever.same(day("1949-10-01"), day("2099-12-31")));
    }
}
