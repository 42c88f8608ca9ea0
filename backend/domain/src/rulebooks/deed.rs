//! A deed that is to be rewarded.

use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use chrono_tz::Tz;

use crate::Refusal;
use crate::activities::{Category, Span};
use crate::calendar::{day_of, span_of, start_of};

/// A deed that is to be rewarded.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Deed {
    /// The rule it falls under.
    pub rule_code: String,
    /// The community's day of the deed; of one that crosses midnight, the day on which it began.
    pub on: NaiveDate,
    /// When it began, if that is known.
    pub began: Option<DateTime<Utc>>,
    /// How long it took; counts for rules by the hour. Travel time is not part of it.
    pub minutes: i64,
    /// Its level, for rules by level.
    pub level: Option<String>,
    /// What kind of volunteer work it was.
    pub category: Option<Category>,
    /// Whether it was done under hardship 艰苦条件.
    pub hardship: bool,
}

impl Deed {
    /// A deed of a day, of no length and nothing special.
    pub fn on(rule_code: impl Into<String>, on: NaiveDate) -> Self {
        Self {
            rule_code: rule_code.into(),
            on,
            began: None,
            minutes: 0,
            level: None,
            category: None,
            hardship: false,
        }
    }

    /// Whether it can be over: so long after it began, or after the beginning of its day if only that is known.
    ///
    /// # Errors
    /// [`Refusal::DeedNotOver`].
    pub fn check_over(&self, timezone: Tz, now: DateTime<Utc>) -> Result<(), Refusal> {
        let began = self.began.unwrap_or_else(|| start_of(self.on, timezone));
        let ends_at = began + TimeDelta::minutes(self.minutes);
        if ends_at > now { Err(Refusal::DeedNotOver { ends_at }) } else { Ok(()) }
    }

    /// From when to when it was done, if that is known and took time.
    pub fn span(&self) -> Option<Span> {
        let began = self.began.filter(|_| self.minutes > 0)?;
        Some((began, began + TimeDelta::minutes(self.minutes)))
    }

    /// Whether none of its time counts for its doer already.
    ///
    /// # Errors
    /// [`Refusal::TimeCounted`].
    pub fn check_apart(&self, counted: &[Span]) -> Result<(), Refusal> {
        let Some((began, ended)) = self.span() else { return Ok(()) };
        match counted.iter().find(|(from, to)| *from < ended && began < *to) {
            Some((starts_at, ends_at)) => {
                Err(Refusal::TimeCounted { starts_at: *starts_at, ends_at: *ends_at })
            }
            None => Ok(()),
        }
    }

    /// A deed that began at a moment and took so many minutes.
    pub fn at(rule_code: impl Into<String>, began: DateTime<Utc>, minutes: i64, timezone: Tz) -> Self {
        Self { began: Some(began), minutes, ..Self::on(rule_code, day_of(began, timezone)) }
    }

    /// The first and the last moment at which it may have begun: those of its day, if no more is known.
    pub fn began_between(&self, timezone: Tz) -> (DateTime<Utc>, DateTime<Utc>) {
        let (first, next) = span_of(self.on, timezone);
        self.began.map_or((first, next - TimeDelta::microseconds(1)), |began| (began, began))
    }
}
