//! The arithmetic of an award: from the figures of the rule and the deed to points, and the same as people write it.

use std::fmt;

use chrono_tz::Tz;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::{Basis, Deed, Factor, Rule, Unit};
use crate::Refusal;
use crate::points::Points;

/// What a rule alone gives for a deed, step by step.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Arithmetic {
    /// What was counted.
    pub basis: Basis,
    /// Whose deed it was.
    #[serde(default)]
    #[schema(required)]
    pub unit: Unit,
    /// Points for each act or hour, or for the deed's level.
    pub rate: Points,
    /// How long the deed took, for rules by the hour.
    pub minutes: Option<i64>,
    /// The deed's level, for rules by level.
    #[serde(default)]
    pub level: Option<String>,
    /// What multiplied it, in this order; rounded down once, at the end.
    #[serde(default)]
    #[schema(required)]
    pub factors: Vec<Factor>,
}

impl Arithmetic {
    /// The steps for a deed under a rule.
    ///
    /// # Errors
    /// [`Refusal::UnknownLevel`] if the rule is by level and the deed names none of its levels.
    pub(super) fn of(rule: &Rule, deed: &Deed, timezone: Tz) -> Result<Self, Refusal> {
        let level = rule.level_of(deed)?;
        let factors = rule.multipliers.iter().filter_map(|one| one.factor(rule.basis, deed, timezone));
        Ok(Self {
            basis: rule.basis,
            unit: rule.unit,
            rate: level.map_or(rule.points, |level| level.points),
            minutes: (rule.basis == Basis::Hour).then_some(deed.minutes.max(0)),
            level: level.map(|level| level.name.clone()),
            factors: factors.collect(),
        })
    }

    /// The points: whole ones, the rest is dropped.
    pub fn points(&self) -> Points {
        let (dividend, divisor) = self.fraction();
        Points::new(dividend.get() / divisor)
    }

    /// Whether nothing was dropped.
    fn is_whole(&self) -> bool {
        let (dividend, divisor) = self.fraction();
        dividend.get() % divisor == 0
    }

    /// The points before they are rounded, as a fraction. All figures have limits that keep it far inside of `bigint`;
    /// were it to reach the end, it would stay there.
    fn fraction(&self) -> (Points, i64) {
        let by_time = match self.minutes {
            // In hundredths of minutes: those of the night count so many percent, the others a hundred.
            Some(minutes) => {
                let more = self.night().map_or(0, |(percent, night)| night.saturating_mul(percent - 100));
                (self.rate.times(minutes.saturating_mul(100).saturating_add(more)), 6000)
            }
            None => (self.rate, 1),
        };
        self.of_the_whole().fold(by_time, |(dividend, divisor), (percent, _)| {
            (dividend.times(percent), divisor.saturating_mul(100))
        })
    }

    /// How much the minutes of the night count, and how many they were.
    fn night(&self) -> Option<(i64, i64)> {
        let night = |factor: &Factor| match *factor {
            Factor::Night { percent, minutes } => minutes.map(|minutes| (percent, minutes)),
            Factor::Hardship { .. } | Factor::Category { .. } => None,
        };
        self.factors.iter().find_map(night)
    }

    /// What multiplies all of it, in percent, and why.
    fn of_the_whole(&self) -> impl Iterator<Item = (i64, &'static str)> {
        self.factors.iter().filter_map(|factor| match *factor {
            Factor::Night { minutes: Some(_), .. } => None,
            Factor::Night { percent, minutes: None } => Some((percent, "夜间")),
            Factor::Hardship { percent } => Some((percent, "艰苦条件")),
            Factor::Category { category, percent } => Some((percent, category.chinese())),
        })
    }
}

impl fmt::Display for Arithmetic {
    /// e.g. 每小时 2 分 ×（夜间 120 分钟 × 2 + 其余 60 分钟）÷ 60 = 10 分
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut said = match &self.level {
            Some(level) => format!("等级「{level}」{} 分", self.rate),
            None => format!("{} {} 分", each(self.basis, self.unit), self.rate),
        };
        if let Some(minutes) = self.minutes {
            said += &match self.night() {
                Some((percent, night)) if night == minutes => {
                    format!(" × 夜间 {night} 分钟 × {} ÷ 60", Times(percent))
                }
                Some((percent, night)) => {
                    let rest = minutes.saturating_sub(night);
                    format!(" ×（夜间 {night} 分钟 × {} + 其余 {rest} 分钟）÷ 60", Times(percent))
                }
                None => format!(" × {minutes} 分钟 ÷ 60"),
            };
        }
        for (percent, why) in self.of_the_whole() {
            said += &format!(" × {}（{why}）", Times(percent));
        }
        if self.minutes.is_some() || !self.factors.is_empty() {
            said += &format!(" = {} 分", self.points());
        }
        // So that the arithmetic adds up for whoever works it out again.
        if !self.is_whole() {
            said += "（不足 1 分舍去）";
        }
        // Chinese brackets bring their own space.
        f.write_str(&said.replace("） ", "）"))
    }
}

/// What the points are for, each time.
pub(super) const fn each(basis: Basis, unit: Unit) -> &'static str {
    match (basis, unit) {
        (Basis::Hour, Unit::Resident) => "每小时",
        (Basis::Hour, Unit::Household) => "每户每小时",
        (Basis::Act | Basis::Level, Unit::Resident) => "每次",
        (Basis::Act | Basis::Level, Unit::Household) => "每户每次",
    }
}

/// Percent as a number to multiply by: 150 percent is 1.5.
pub(super) struct Times(pub(super) i64);

impl fmt::Display for Times {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (whole, hundredths) = (self.0 / 100, self.0 % 100);
        match (hundredths / 10, hundredths % 10) {
            (0, 0) => write!(f, "{whole}"),
            (tenths, 0) => write!(f, "{whole}.{tenths}"),
            (tenths, rest) => write!(f, "{whole}.{tenths}{rest}"),
        }
    }
}
