//! A calendar month, as people name it: 2026-10.

use std::borrow::Cow;
use std::fmt;
use std::str::FromStr;

use chrono::{DateTime, Datelike, Days, Months, NaiveDate, TimeDelta, Utc};
use chrono_tz::Tz;
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};
use utoipa::openapi::schema::{ObjectBuilder, Type};
use utoipa::openapi::{RefOr, Schema};
use utoipa::{PartialSchema, ToSchema};

use super::start_of;

/// A month of the community's own calendar, from 2000-01 to 2099-12; written as `2026-10`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Month(NaiveDate);

impl Month {
    /// How a month is written.
    const PATTERN: &str = "^20[0-9]{2}-(0[1-9]|1[0-2])$";

    /// The month that a day lies in.
    pub fn of(day: NaiveDate) -> Self {
        Self(day.with_day(1).unwrap_or(day))
    }

    /// Its first day.
    pub const fn first_day(self) -> NaiveDate {
        self.0
    }

    /// Its last day.
    pub fn last_day(self) -> NaiveDate {
        self.next().0.checked_sub_days(Days::new(1)).unwrap_or(self.0)
    }

    /// The month after it.
    #[must_use]
    pub fn next(self) -> Self {
        Self(self.0.checked_add_months(Months::new(1)).unwrap_or(self.0))
    }

    /// The month that lies so many months before it.
    #[must_use]
    pub fn before(self, months: u32) -> Self {
        Self(self.0.checked_sub_months(Months::new(months)).unwrap_or(self.0))
    }

    /// The moments between which it lies in the community's time zone; the second one is the next month's.
    pub fn span(self, timezone: Tz) -> (DateTime<Utc>, DateTime<Utc>) {
        (start_of(self.0, timezone), self.end(timezone))
    }

    /// The moment at which it is over in the community's time zone.
    pub fn end(self, timezone: Tz) -> DateTime<Utc> {
        start_of(self.next().0, timezone)
    }

    /// Its last moment in the community's time zone.
    pub fn last_moment(self, timezone: Tz) -> DateTime<Utc> {
        self.end(timezone) - TimeDelta::microseconds(1)
    }
}

/// A text is no month.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("须为 2000 年到 2099 年之间的月份，如 2026-10")]
pub struct MonthError;

impl FromStr for Month {
    type Err = MonthError;

    fn from_str(text: &str) -> Result<Self, MonthError> {
        let first: NaiveDate = format!("{text}-01").parse().map_err(|_| MonthError)?;
        let month = Self(first);
        // What chrono reads leniently, such as a single digit, has more than one spelling.
        let plain = (2000..2100).contains(&first.year()) && month.to_string() == text;
        if plain { Ok(month) } else { Err(MonthError) }
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
        object.description(Some("A month of the community's calendar.")).examples(["2026-10"]).into()
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
    fn a_month_is_read_as_it_is_written() {
        for text in ["2000-01", "2026-10", "2099-12"] {
            assert_eq!(month(text).to_string(), text);
            assert_eq!(serde_json::from_value::<Month>(serde_json::json!(text)).unwrap(), month(text));
            assert_eq!(serde_json::to_value(month(text)).unwrap(), text);
        }
    }

    #[test]
    fn nothing_else_is_a_month() {
        for text in
            ["", "2026", "2026-1", "2026-13", "2026-10-01", "1999-12", "2100-01", " 2026-10", "+2026-10"]
        {
            assert_eq!(text.parse::<Month>(), Err(MonthError), "{text}");
        }
    }

    #[test]
    fn a_month_ends_with_its_last_day_at_midnight_in_wuhan() {
        let february = Month::of("2028-02-11".parse().unwrap());
        assert_eq!((february, february.first_day()), (month("2028-02"), "2028-02-01".parse().unwrap()));
        assert_eq!(february.last_day(), "2028-02-29".parse().unwrap());
        assert_eq!(february.end(Shanghai).to_rfc3339(), "2028-02-29T16:00:00+00:00");
        assert!(february.last_moment(Shanghai) < february.end(Shanghai));
        assert_eq!(
            (month("2026-12").next(), month("2027-01").before(14)),
            (month("2027-01"), month("2025-11"))
        );
        let (from, to) = month("2026-02").span(Shanghai);
        assert_eq!(from.to_rfc3339(), "2026-01-31T16:00:00+00:00");
        assert_eq!(to.to_rfc3339(), "2026-02-28T16:00:00+00:00");
    }
}
