//! The programme's figures of a period, and of the period before. What each counts stands here, once.

use chrono::{Days, NaiveDate};
use serde::{Deserialize, Serialize};
use strum::{Display, EnumString};
use utoipa::ToSchema;

use crate::calendar::{DaySpan, Period};
use crate::points::Points;

/// How far ahead the points are looked for that lapse next.
const LAPSING_DAYS: u64 = 90;

/// How a period is cut up for a chart.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Display, EnumString, ToSchema)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
#[schema(as = StepLength)]
pub enum Step {
    /// Day by day.
    Day,
    /// Week by week, from Monday on.
    Week,
    /// Month by month.
    Month,
}

impl Step {
    /// The step by which a period can be read: days up to a month, weeks up to half a year, months beyond.
    pub fn fitting(span: DaySpan) -> Self {
        match span.days() {
            ..=31 => Self::Day,
            32..=182 => Self::Week,
            _ => Self::Month,
        }
    }

    /// The span of the calendar that it is.
    pub const fn period(self) -> Period {
        match self {
            Self::Day => Period::Day,
            Self::Week => Period::Week,
            Self::Month => Period::Month,
        }
    }
}

/// A figure of a period, and of the period before.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Figure {
    /// Of the period.
    pub value: i64,
    /// Of the period before.
    pub before: i64,
}

/// Points that were posted one way in a period, and what reversals posted in it took back of that, whenever it had been posted:
/// what is over does not change any more.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Flow {
    /// What was posted.
    pub posted: Points,
    /// What reversals took back.
    pub reversed: Points,
}

impl Flow {
    /// What is left of it; below zero if more was taken back.
    pub const fn net(self) -> Points {
        self.posted.minus(self.reversed)
    }
}

/// Points of a period, and of the period before.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Flows {
    /// Of the period.
    pub this: Flow,
    /// Of the period before.
    pub before: Flow,
}

/// The programme's figures of a period.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Figures {
    /// How many residents are registered now.
    pub registered: i64,
    /// How many of them did at least one thing in the period that was accepted.
    pub participants: Figure,
    /// How many teams had a shift in the period that is settled.
    pub active_teams: Figure,
    /// How many settled activities had a shift in the period.
    pub activities: Figure,
    /// How many minutes of volunteer work the settled rosters of these shifts have.
    pub volunteer_minutes: Figure,
    /// What was earned.
    pub issued: Flows,
    /// What was spent with partners and in the points supermarket.
    pub spent: Flows,
    /// What lapsed; that is never reversed.
    pub lapsed: Flows,
    /// How many confirmations were made in the period and stand: neither undone nor corrected.
    pub services: Figure,
    /// How many points lapse from today on, up to the last of the days of [`lapsing`], unless they are spent.
    pub lapsing: Points,
}

/// What a step of a period comes to; each figure counts as in [`Figures`].
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct StepFigures {
    /// How many registered residents took part; who did in two steps counts in both.
    pub participants: i64,
    /// Points issued, less what was taken back.
    pub issued: Points,
    /// Points spent, less what was given back.
    pub spent: Points,
    /// Confirmations that stand.
    pub services: i64,
}

/// The last of the days on which points lapse next.
pub fn lapsing(today: NaiveDate) -> NaiveDate {
    today.checked_add_days(Days::new(LAPSING_DAYS)).unwrap_or(today)
}

#[cfg(test)]
mod tests {
    use super::{Flow, Step, lapsing};
    use crate::calendar::DaySpan;
    use crate::points::Points;

    #[test]
    fn a_month_is_read_by_days_half_a_year_by_weeks_and_a_year_by_months() {
        let step = |last: &str| {
            let span = DaySpan::between("2026-01-01".parse().unwrap(), last.parse().unwrap());
            Step::fitting(span.unwrap())
        };
        assert_eq!(
            (step("2026-01-01"), step("2026-01-31"), step("2026-02-01")),
            (Step::Day, Step::Day, Step::Week)
        );
        assert_eq!(
            (step("2026-07-01"), step("2026-07-02"), step("2026-12-31")),
            (Step::Week, Step::Month, Step::Month)
        );
    }

    #[test]
    fn more_may_be_taken_back_than_was_posted() {
        let flow = Flow { posted: Points::new(3), reversed: Points::new(5) };
        assert_eq!(flow.net(), Points::new(-2));
    }

    #[test]
    fn what_lapses_within_ninety_days_is_told() {
        assert_eq!(lapsing("2026-10-02".parse().unwrap()), "2026-12-31".parse().unwrap());
    }
}
