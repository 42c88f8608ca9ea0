//! Days within the years that Linli works in.

use std::borrow::Cow;

use chrono::{Datelike, NaiveDate};
use serde::de::Error;
use serde::{Deserialize, Deserializer, Serialize};
use utoipa::openapi::schema::{KnownFormat, ObjectBuilder, SchemaFormat, Type};
use utoipa::openapi::{RefOr, Schema};
use utoipa::{PartialSchema, ToSchema};

/// A day of the community's own calendar, from 2000-01-01 up to 2100-01-01.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(transparent)]
pub struct Day(NaiveDate);

impl Day {
    /// The day.
    pub const fn get(self) -> NaiveDate {
        self.0
    }
}

/// The days of a filter that may say from when on, until when, or both; none if it says nothing.
pub fn days_between(from: Option<Day>, until: Option<Day>) -> Option<(NaiveDate, NaiveDate)> {
    let asked = from.is_some() || until.is_some();
    let whole = || Some((NaiveDate::from_ymd_opt(2000, 1, 1)?, NaiveDate::from_ymd_opt(2099, 12, 31)?));
    let (first, last) = whole().filter(|_| asked)?;
    Some((from.map_or(first, Day::get), until.map_or(last, Day::get)))
}

impl<'de> Deserialize<'de> for Day {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let day = NaiveDate::deserialize(deserializer)?;
        if (2000..2100).contains(&day.year()) {
            return Ok(Self(day));
        }
        Err(D::Error::custom("日期应在 2000 年到 2099 年之间"))
    }
}

impl PartialSchema for Day {
    fn schema() -> RefOr<Schema> {
        ObjectBuilder::new()
            .schema_type(Type::String)
            .format(Some(SchemaFormat::KnownFormat(KnownFormat::Date)))
            .description(Some("A day in the years 2000 to 2099"))
            .into()
    }
}

impl ToSchema for Day {
    fn name() -> Cow<'static, str> {
        "Day".into()
    }
}
