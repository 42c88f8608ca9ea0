//! A moment as a community's clocks show it.

use chrono::{DateTime, Datelike, NaiveDate, NaiveTime, Utc, Weekday};
use chrono_tz::Tz;

use super::{day_of, start_of};
use crate::calendar::Period;

/// A moment, and the clocks that show it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Local {
    /// The moment.
    pub now: DateTime<Utc>,
    /// The community's time zone.
    pub timezone: Tz,
}

impl Local {
    /// The community's day.
    pub fn today(self) -> NaiveDate {
        day_of(self.now, self.timezone)
    }

    /// The day of the week, and the time on the clocks.
    pub fn weekday_and_time(self) -> (Weekday, NaiveTime) {
        let local = self.now.with_timezone(&self.timezone).naive_local();
        (local.weekday(), local.time())
    }

    /// The moment at which the period began that it lies in.
    pub fn start_of(self, period: Period) -> DateTime<Utc> {
        start_of(period.start(self.today()), self.timezone)
    }

    /// Another moment on the same clocks.
    #[must_use]
    pub const fn at(self, now: DateTime<Utc>) -> Self {
        Self { now, ..self }
    }
}
