//! A month of the community's own calendar.

use std::borrow::Cow;
use std::fmt;
use std::str::FromStr;

use chrono::{DateTime, Datelike, Months, NaiveDate, Utc};
use chrono_tz::Tz;
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};
use utoipa::openapi::schema::{ObjectBuilder, Type};
use utoipa::openapi::{RefOr, Schema};
use utoipa::{PartialSchema, ToSchema};

use super::start_of;

/// A calendar month; written as `2026-03`, in the years 2000 to 2099.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Month(NaiveDate);

impl Month {
    const PATTERN: &str = "^20[0-9]{2}-(0[1-9]|1[0-2])$";

    /// The month in which a day lies.
    pub fn of(day: NaiveDate) -> Self {
        Self(day.with_day(1).unwrap_or(day))
    }

    /// Its first day.
    pub const fn first(self) -> NaiveDate {
        self.0
    }

    /// The month after.
    #[must_use]
    pub fn next(self) -> Self {
        Self(self.0.checked_add_months(Months::new(1)).unwrap_or(self.0))
    }

    /// The month that lies so many months before.
    #[must_use]
    pub fn before(self, months: u32) -> Self {
        Self(self.0.checked_sub_months(Months::new(months)).unwrap_or(self.0))
    }

    /// The moments between which it lies in the community's time zone; the second one is the next month's.
    pub fn span(self, timezone: Tz) -> (DateTime<Utc>, DateTime<Utc>) {
        (start_of(self.0, timezone), start_of(self.next().0, timezone))
    }
}

/// A text is no month.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("须为 2000-01 到 2099-12 之间的月份，如 2026-03")]
pub struct MonthError;

impl FromStr for Month {
    type Err = MonthError;

    fn from_str(text: &str) -> Result<Self, MonthError> {
        let day = NaiveDate::parse_from_str(&format!("{text}-01"), "%Y-%m-%d").map_err(|_| MonthError)?;
        let month = Self(day);
        // What chrono reads leniently, such as a single digit or a blank, has more than one spelling.
        let usual = (2000..2100).contains(&day.year()) && month.to_string() == text;
        if usual { Ok(month) } else { Err(MonthError) }
    }
}

impl fmt::Display for Month {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}", self.0.year(), self.0.month())
    }
}

impl Serialize for Month {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Month {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = Cow::<str>::deserialize(deserializer)?;
        text.parse().map_err(de::Error::custom)
    }
}

impl PartialSchema for Month {
    fn schema() -> RefOr<Schema> {
        let object = ObjectBuilder::new().schema_type(Type::String).pattern(Some(Self::PATTERN));
        object.description(Some("A month of the community's own calendar")).examples(["2026-10"]).into()
    }
}

impl ToSchema for Month {}

#[cfg(test)]
mod tests {
    use super::{Month, MonthError};
    use chrono_tz::Asia::Shanghai;

    fn month(text: &str) -> Month {
        text.parse().unwrap()
    }

    #[test]
    fn a_month_is_read_as_it_is_written_and_nothing_else_is_one() {
        for text in ["2000-01", "2026-03", "2099-12"] {
            assert_eq!(month(text).to_string(), text);
        }
        for text in
            ["", "2026", "2026-3", "2026-13", "2026-00", "1999-12", "2100-01", "2026-03-01", " 2026-03"]
        {
            assert_eq!(text.parse::<Month>(), Err(MonthError), "{text}");
        }
    }

    #[test]
    fn it_runs_from_midnight_to_midnight_in_wuhan() {
        let (from, to) = month("2026-02").span(Shanghai);
        assert_eq!(from.to_rfc3339(), "2026-01-31T16:00:00+00:00");
        assert_eq!(to.to_rfc3339(), "2026-02-28T16:00:00+00:00");
    }

    #[test]
    fn months_follow_one_another_over_the_end_of_the_year() {
        assert_eq!(month("2026-12").next(), month("2027-01"));
        assert_eq!(month("2027-01").before(14), month("2025-11"));
        assert_eq!(Month::of("2026-03-31".parse().unwrap()), month("2026-03"));
    }
}
