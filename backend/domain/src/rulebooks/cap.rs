//! Caps and budgets: how much there is to earn in a period.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::Unit;
use crate::calendar::Period;
use crate::points::Points;

/// The most caps in one list.
const CAPS: usize = 12;

/// Whose points a cap counts.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Per {
    /// A resident's.
    #[default]
    Resident,
    /// Those of all who are registered in a household 户 now.
    Household,
}

impl Per {
    /// As a limit says it: 每人, 每户.
    pub const fn each_in_chinese(self) -> &'static str {
        match self {
            Self::Resident => "每人",
            Self::Household => "每户",
        }
    }
}

/// At most so many points in each period.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Cap {
    /// In which period.
    pub period: Period,
    /// Whose points.
    #[serde(default)]
    #[schema(required)]
    pub per: Per,
    /// At most so many points.
    pub points: Points,
}

/// What the community gives for a rule in each period, all residents together.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Budget {
    /// In which period.
    pub period: Period,
    /// So many points.
    pub points: Points,
}

impl Budget {
    /// Whether it makes sense.
    pub(super) fn check(&self) -> Result<(), String> {
        if (1..=100_000_000).contains(&self.points.get()) { Ok(()) } else { Err("points".into()) }
    }
}

/// Whether caps make sense for a rule of this unit: figures above zero, and one for each period and whom it counts.
pub(super) fn check_caps(caps: &[Cap], unit: Unit) -> Result<(), String> {
    if caps.len() > CAPS {
        return Err("caps".into());
    }
    let mut seen = BTreeSet::new();
    for (index, cap) in caps.iter().enumerate() {
        let invalid = |field: &str| Err(format!("caps[{index}].{field}"));
        if !(1..=1_000_000).contains(&cap.points.get()) {
            return invalid("points");
        }
        if unit == Unit::Household && cap.per == Per::Resident {
            return invalid("per");
        }
        if !seen.insert((cap.period, cap.per)) {
            return invalid("period");
        }
    }
    Ok(())
}
