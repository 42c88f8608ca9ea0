//! Multipliers: what makes a deed count more, or less.

use chrono::{DateTime, Days, NaiveDate, TimeDelta, Utc};
use chrono_tz::Tz;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::{Basis, Deed};
use crate::activities::Category;
use crate::calendar::{TimeOfDay, day_of, moment};

/// What makes deeds of a rule count more or less: 200 percent is twice the points. Where several apply, the points are
/// multiplied by one after another, and rounded down once, at the end.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(tag = "kind", rename_all = "snake_case", deny_unknown_fields)]
pub enum Multiplier {
    /// At night: by the hour, the minutes of the deed that lie in it; otherwise deeds that begin in it.
    Night {
        /// From this time of the community's day on.
        from: TimeOfDay,
        /// Until this time, of the next day if it is the earlier one.
        to: TimeOfDay,
        /// 1 to 1000.
        percent: i64,
    },
    /// Under hardship 艰苦条件, as who records the deed says.
    Hardship {
        /// 1 to 1000.
        percent: i64,
    },
    /// For some categories of volunteer work.
    Category {
        /// Which.
        categories: Vec<Category>,
        /// 1 to 1000.
        percent: i64,
    },
}

/// A multiplier that applied to a deed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Factor {
    /// At night.
    Night {
        /// 200 is twice the points.
        percent: i64,
        /// By the hour: so many minutes of the deed were at night.
        minutes: Option<i64>,
    },
    /// Under hardship.
    Hardship {
        /// 200 is twice the points.
        percent: i64,
    },
    /// For the category.
    Category {
        /// Which.
        category: Category,
        /// 200 is twice the points.
        percent: i64,
    },
}

impl Multiplier {
    /// So many percent.
    pub const fn percent(&self) -> i64 {
        match self {
            Self::Night { percent, .. } | Self::Hardship { percent } | Self::Category { percent, .. } => {
                *percent
            }
        }
    }

    /// How it applies to a deed, if it does. A deed whose time is not known has nothing of the night.
    pub(super) fn factor(&self, basis: Basis, deed: &Deed, timezone: Tz) -> Option<Factor> {
        match self {
            Self::Night { from, to, percent } => {
                let counted = if basis == Basis::Hour { deed.minutes } else { 1 };
                let minutes = minutes_between((*from, *to), deed.began?, counted, timezone);
                let minutes = (minutes > 0).then_some(minutes)?;
                Some(Factor::Night { percent: *percent, minutes: (basis == Basis::Hour).then_some(minutes) })
            }
            Self::Hardship { percent } => deed.hardship.then_some(Factor::Hardship { percent: *percent }),
            Self::Category { categories, percent } => {
                let category = deed.category.filter(|category| categories.contains(category))?;
                Some(Factor::Category { category, percent: *percent })
            }
        }
    }

    fn check(&self) -> Result<(), &'static str> {
        if !(1..=1000).contains(&self.percent()) {
            return Err("percent");
        }
        match self {
            Self::Night { from, to, .. } if from == to => Err("to"),
            Self::Category { categories, .. } if categories.is_empty() => Err("categories"),
            Self::Night { .. } | Self::Hardship { .. } | Self::Category { .. } => Ok(()),
        }
    }

    /// Whether this and another could both claim the same thing of a deed.
    fn overlaps(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Night { .. }, Self::Night { .. }) | (Self::Hardship { .. }, Self::Hardship { .. }) => true,
            (Self::Category { categories: one, .. }, Self::Category { categories: two, .. }) => {
                one.iter().any(|category| two.contains(category))
            }
            _ => false,
        }
    }
}

/// Whether multipliers make sense together: one for the night, one for hardship, one for each category.
pub(super) fn check_multipliers(multipliers: &[Multiplier]) -> Result<(), String> {
    for (index, multiplier) in multipliers.iter().enumerate() {
        multiplier.check().map_err(|field| format!("multipliers[{index}].{field}"))?;
        if multipliers.iter().take(index).any(|earlier| earlier.overlaps(multiplier)) {
            return Err(format!("multipliers[{index}].kind"));
        }
    }
    Ok(())
}

/// How many of so many `minutes` since `began` lie between two times of day.
fn minutes_between(
    (from, to): (TimeOfDay, TimeOfDay),
    began: DateTime<Utc>,
    minutes: i64,
    timezone: Tz,
) -> i64 {
    let Some(ended) = TimeDelta::try_minutes(minutes).and_then(|lasted| began.checked_add_signed(lasted))
    else {
        return 0;
    };
    let (first, last) = (day_of(began, timezone), day_of(ended, timezone));
    // A night that began the day before may reach into the deed.
    let days =
        first.checked_sub_days(Days::new(1)).unwrap_or(first).iter_days().take_while(|day| *day <= last);
    let in_night_of = |day: NaiveDate| {
        let morning = if to > from { Days::new(0) } else { Days::new(1) };
        let until = day.checked_add_days(morning).map_or(ended, |day| moment(day, to.time(), timezone));
        let overlap = until.min(ended).signed_duration_since(moment(day, from.time(), timezone).max(began));
        overlap.num_minutes().max(0)
    };
    days.map(in_night_of).sum::<i64>().min(minutes)
}

#[cfg(test)]
#[path = "multiplier_tests.rs"]
mod tests;
