//! Hours of the week, on the community's own clocks: when vouchers of an offer are used 可用时段, when a store is open 营业时间.

use std::collections::BTreeSet;

use chrono::{DateTime, Datelike, Days, Utc};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::calendar::{Local, TimeOfDay, day_of, moment};
use crate::communities::DayOfWeek;

/// How many days ahead an opening is looked for: each day of the week comes within eight.
const LOOKED_AHEAD: u64 = 8;

/// From when to when, on some days of the week.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct OpenSpan {
    /// On which days it begins.
    pub weekdays: BTreeSet<DayOfWeek>,
    /// From this time on.
    pub from: TimeOfDay,
    /// Until this time, which itself is too late: of the next day, unless it is later than `from`. The same time is a whole day.
    pub to: TimeOfDay,
}

impl OpenSpan {
    /// Whether it is open then.
    fn includes(&self, local: Local) -> bool {
        let (weekday, time) = local.weekday_and_time();
        let (from, to) = (self.from.time(), self.to.time());
        let begun = |weekday| self.weekdays.contains(&DayOfWeek::from(weekday));
        if to <= from {
            return begun(weekday) && time >= from || begun(weekday.pred()) && time < to;
        }
        begun(weekday) && time >= from && time < to
    }
}

/// Spans of the week, any of which will do; at any time if there are none.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(transparent)]
pub struct Hours(pub Vec<OpenSpan>);

impl Hours {
    /// Whether a moment lies within them.
    pub fn include(&self, local: Local) -> bool {
        self.0.is_empty() || self.0.iter().any(|span| span.includes(local))
    }

    /// The first moment within them from now on; none if there is none before `until`.
    pub fn next_before(&self, until: DateTime<Utc>, local: Local) -> Option<DateTime<Utc>> {
        if self.include(local) {
            return Some(local.now).filter(|now| *now < until);
        }
        let today = day_of(local.now, local.timezone);
        let days = (0..=LOOKED_AHEAD).filter_map(|ahead| today.checked_add_days(Days::new(ahead)));
        let begins = days.flat_map(|day| {
            let spans = self.0.iter().filter(move |span| span.weekdays.contains(&day.weekday().into()));
            spans.map(move |span| moment(day, span.from.time(), local.timezone))
        });
        begins.filter(|at| *at > local.now).min().filter(|at| *at < until)
    }
}

#[cfg(test)]
#[path = "hours_tests.rs"]
mod tests;
