//! A time of day, as the community's clocks show it.

use std::borrow::Cow;
use std::fmt;
use std::str::FromStr;

use chrono::{NaiveTime, Timelike};
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};
use utoipa::openapi::schema::{ObjectBuilder, Type};
use utoipa::openapi::{RefOr, Schema};
use utoipa::{PartialSchema, ToSchema};

/// A time of day to the minute, from 00:00 to 23:59; written as `22:00`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct TimeOfDay(NaiveTime);

impl TimeOfDay {
    /// How a time is written: two digits each.
    const PATTERN: &str = "^([01][0-9]|2[0-3]):[0-5][0-9]$";

    /// The time on a clock.
    pub const fn time(self) -> NaiveTime {
        self.0
    }
}

/// A text is no time of day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("须为 HH:MM 格式的时间，如 22:00")]
pub struct TimeOfDayError;

impl FromStr for TimeOfDay {
    type Err = TimeOfDayError;

    fn from_str(text: &str) -> Result<Self, TimeOfDayError> {
        let time = NaiveTime::parse_from_str(text, "%H:%M").map(Self).map_err(|_| TimeOfDayError)?;
        // What chrono reads leniently, such as a single digit or a blank, has more than one spelling.
        if time.to_string() == text { Ok(time) } else { Err(TimeOfDayError) }
    }
}

impl fmt::Display for TimeOfDay {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:02}:{:02}", self.0.hour(), self.0.minute())
    }
}

impl Serialize for TimeOfDay {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for TimeOfDay {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = Cow::<str>::deserialize(deserializer)?;
        text.parse().map_err(de::Error::custom)
    }
}

impl PartialSchema for TimeOfDay {
    fn schema() -> RefOr<Schema> {
        let object = ObjectBuilder::new().schema_type(Type::String).pattern(Some(Self::PATTERN));
        object.description(Some("A time of day on the community's clocks.")).examples(["22:00"]).into()
    }
}

impl ToSchema for TimeOfDay {}

#[cfg(test)]
mod tests {
    use super::{TimeOfDay, TimeOfDayError};

    #[test]
    fn a_time_of_day_is_read_as_it_is_written() {
        for text in ["00:00", "06:30", "23:59"] {
            let time: TimeOfDay = text.parse().unwrap();
            assert_eq!(time.to_string(), text);
            assert_eq!(serde_json::from_value::<TimeOfDay>(serde_json::json!(text)).unwrap(), time);
            assert_eq!(serde_json::to_value(time).unwrap(), text);
        }
    }

    #[test]
    fn nothing_else_is_a_time_of_day() {
        for text in ["", "6:30", "24:00", "12:60", "12:00:00", " 12:00", "12:00 ", "+1:00", "noon"] {
            assert_eq!(text.parse::<TimeOfDay>(), Err(TimeOfDayError), "{text}");
        }
    }
}
