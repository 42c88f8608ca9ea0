//! On which days the points supermarket is open 开放日.

use std::collections::BTreeSet;

use chrono::{Datelike, NaiveDate, Weekday};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::Refusal;

/// How far ahead the next day is looked for: every day of the month comes within two months.
const LOOKED_AHEAD: usize = 62;

/// A day of the week.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum DayOfWeek {
    /// 星期一.
    Mon,
    /// 星期二.
    Tue,
    /// 星期三.
    Wed,
    /// 星期四.
    Thu,
    /// 星期五.
    Fri,
    /// 星期六.
    Sat,
    /// 星期日.
    Sun,
}

impl From<Weekday> for DayOfWeek {
    fn from(day: Weekday) -> Self {
        match day {
            Weekday::Mon => Self::Mon,
            Weekday::Tue => Self::Tue,
            Weekday::Wed => Self::Wed,
            Weekday::Thu => Self::Thu,
            Weekday::Fri => Self::Fri,
            Weekday::Sat => Self::Sat,
            Weekday::Sun => Self::Sun,
        }
    }
}

/// Days of the month and of the week, any of which will do; every day if none is named.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OpeningDays {
    /// Days of the month, 1 to 31; in a month that ends before, its last day.
    pub month_days: BTreeSet<u32>,
    /// Days of the week.
    pub weekdays: BTreeSet<DayOfWeek>,
}

impl OpeningDays {
    /// Whether the supermarket is open on this day.
    pub fn includes(&self, day: NaiveDate) -> bool {
        let every = self.month_days.is_empty() && self.weekdays.is_empty();
        every || self.weekdays.contains(&day.weekday().into()) || self.includes_of_month(day)
    }

    fn includes_of_month(&self, day: NaiveDate) -> bool {
        let is_last = day.succ_opt().is_none_or(|next| next.day() == 1);
        self.month_days.contains(&day.day())
            || is_last && self.month_days.iter().any(|other| *other > day.day())
    }

    /// The first day after this one on which the supermarket is open.
    pub fn next_after(&self, day: NaiveDate) -> NaiveDate {
        day.iter_days().skip(1).take(LOOKED_AHEAD).find(|next| self.includes(*next)).unwrap_or(day)
    }

    /// Whether residents are served on this day. The desk may say why it serves them on another one.
    ///
    /// # Errors
    /// [`Refusal::CounterClosed`] with the next day on which it is open.
    pub fn check(&self, day: NaiveDate, has_reason: bool) -> Result<(), Refusal> {
        if has_reason || self.includes(day) {
            return Ok(());
        }
        let next = day.iter_days().take(LOOKED_AHEAD).find(|next| self.includes(*next)).unwrap_or(day);
        Err(Refusal::CounterClosed { next })
    }
}

#[cfg(test)]
mod tests {
    use super::{DayOfWeek, OpeningDays};
    use crate::Refusal;
    use chrono::NaiveDate;
    use proptest::prelude::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn days(month_days: &[u32], weekdays: &[DayOfWeek]) -> OpeningDays {
        let (month_days, weekdays) = (month_days.iter().copied(), weekdays.iter().copied());
        OpeningDays { month_days: month_days.collect(), weekdays: weekdays.collect() }
    }

    #[test]
    fn unless_days_are_named_it_is_open_every_day() {
        assert_eq!(OpeningDays::default().check(day("2026-02-28"), false), Ok(()));
    }

    #[test]
    fn on_other_days_the_next_one_is_told_and_the_desk_may_say_why_it_serves() {
        let fifteenth = days(&[15], &[]);
        let refused = fifteenth.check(day("2026-11-16"), false);
        assert_eq!(refused, Err(Refusal::CounterClosed { next: day("2026-12-15") }));
        assert_eq!(fifteenth.check(day("2026-11-16"), true), Ok(()));
        assert_eq!(fifteenth.check(day("2026-11-15"), false), Ok(()));
    }

    #[test]
    fn either_kind_of_day_will_do_and_a_short_month_has_its_last_day() {
        let both = days(&[31], &[DayOfWeek::Sat]);
        assert!(both.includes(day("2026-11-28")), "a Saturday");
        assert!(both.includes(day("2026-11-30")), "the last of the month");
        assert!(!both.includes(day("2026-11-29")) && !both.includes(day("2026-12-30")));
    }

    proptest! {
        #[test]
        fn the_day_that_is_told_is_the_first_open_one(
            month_days in prop::collection::btree_set(1_u32..=31, 1..4), from in 0_u64..4_000,
        ) {
            let today = day("2024-01-01") + chrono::Days::new(from);
            let opening = OpeningDays { month_days, ..OpeningDays::default() };
            if let Err(Refusal::CounterClosed { next }) = opening.check(today, false) {
                prop_assert!(opening.includes(next));
                prop_assert!(today.iter_days().take_while(|day| *day < next).all(|day| !opening.includes(day)));
            }
        }
    }
}
