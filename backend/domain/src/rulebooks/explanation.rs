//! The explanation of an award.

use std::fmt;

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::Basis;
use crate::calendar::Period;
use crate::points::Points;

/// What a cap counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum CapScope {
    /// What the resident earned by this rule.
    Rule,
    /// What the resident earned by all rules.
    OverAll,
}

/// The cap that cut an award.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct CapCut {
    /// What it counts.
    pub scope: CapScope,
    /// Over which period.
    pub period: Period,
    /// At most so many points.
    pub cap: Points,
    /// Of these, earned before.
    pub used: Points,
}

/// What a cap leaves after an award.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct CapLeft {
    /// What it counts.
    pub scope: CapScope,
    /// Over which period.
    pub period: Period,
    /// So many points can still be earned in it.
    pub points: Points,
}

/// Why an award has the figure it has.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct AwardExplanation {
    /// The rule's code.
    pub rule_code: String,
    /// The rule's title.
    pub rule_title: String,
    /// The number of the rule book's version.
    pub version: i32,
    /// What was counted.
    pub basis: Basis,
    /// Points for each act or hour.
    pub rate: Points,
    /// How long the deed took, for rules by the hour.
    pub minutes: Option<i64>,
    /// What the rule alone gives.
    pub computed: Points,
    /// The cap that cut it, if one did.
    pub cut: Option<CapCut>,
    /// What was awarded.
    pub awarded: Points,
    /// What each cap leaves.
    pub left: Vec<CapLeft>,
}

impl fmt::Display for AwardExplanation {
    /// e.g. 清洁家园（CLEAN，第 1 版）：每小时 2 分 × 180 分钟 ÷ 60 = 6 分；本日上限 6 分，已得 4 分，本次计 2 分；本日还可得 0 分
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}（{}，第 {} 版）：", self.rule_title, self.rule_code, self.version)?;
        match (self.basis, self.minutes) {
            (Basis::Hour, Some(minutes)) => {
                write!(f, "每小时 {} 分 × {minutes} 分钟 ÷ 60 = {} 分", self.rate, self.computed)?;
                // So that the arithmetic adds up for whoever works it out again.
                if self.rate.times(minutes) != self.computed.times(60) {
                    f.write_str("（不足 1 分舍去）")?;
                }
            }
            _ => write!(f, "每次 {} 分", self.rate)?,
        }
        if let Some(cut) = self.cut {
            let (period, scope) = (cut.period.chinese(), scope_in_chinese(cut.scope));
            write!(
                f,
                "；{scope}{period}上限 {} 分，已得 {} 分，本次计 {} 分",
                cut.cap, cut.used, self.awarded
            )?;
        }
        for left in &self.left {
            let (period, scope) = (left.period.chinese(), scope_in_chinese(left.scope));
            write!(f, "；{scope}{period}还可得 {} 分", left.points)?;
        }
        Ok(())
    }
}

const fn scope_in_chinese(scope: CapScope) -> &'static str {
    match scope {
        CapScope::Rule => "",
        CapScope::OverAll => "全部事项",
    }
}
