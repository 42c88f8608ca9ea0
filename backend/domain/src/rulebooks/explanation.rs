//! The explanation of an award.

use std::fmt;

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::Arithmetic;
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
    /// What the household earned by this rule.
    Household,
    /// What the household earned by all rules.
    HouseholdOverAll,
    /// What the whole community earned by this rule: its budget.
    Budget,
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

impl fmt::Display for CapCut {
    /// That nothing is left, e.g. 全家本日已达上限
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let whose = Whose(self.scope, self.period);
        match self.scope {
            CapScope::Budget => write!(f, "{whose}预算已用完"),
            _ => write!(f, "{whose}已达上限"),
        }
    }
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
    /// How the rule alone comes to its figure.
    #[serde(flatten)]
    pub arithmetic: Arithmetic,
    /// What the rule alone gives.
    pub computed: Points,
    /// The cap or budget that cut it, if one did.
    pub cut: Option<CapCut>,
    /// What was awarded.
    pub awarded: Points,
    /// What each cap and the budget leave.
    pub left: Vec<CapLeft>,
    /// What whoever reported the deed says about it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    pub note: Option<String>,
}

impl fmt::Display for AwardExplanation {
    /// e.g. 清洁家园（CLEAN，第 1 版）：每小时 2 分 × 180 分钟 ÷ 60 = 6 分；本日上限 6 分，已得 4 分，本次计 2 分；本日还可得 0 分
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}（{}，第 {} 版）：{}", self.rule_title, self.rule_code, self.version, self.arithmetic)?;
        if let Some(cut) = self.cut {
            let whose = Whose(cut.scope, cut.period);
            let (limit, used) = words(cut.scope);
            write!(f, "；{whose}{limit} {} 分，{used} {} 分，本次计 {} 分", cut.cap, cut.used, self.awarded)?;
        }
        for left in &self.left {
            let whose = Whose(left.scope, left.period);
            match left.scope {
                CapScope::Budget => write!(f, "；{whose}预算还剩 {} 分", left.points)?,
                _ => write!(f, "；{whose}还可得 {} 分", left.points)?,
            }
        }
        self.note.as_ref().map_or(Ok(()), |note| write!(f, "；备注：{note}"))
    }
}

/// Whose points of which period: 本日, 全家本日, 全部事项本月.
struct Whose(CapScope, Period);

impl fmt::Display for Whose {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let scope = match self.0 {
            CapScope::Rule => "",
            CapScope::OverAll => "全部事项",
            CapScope::Household => "全家",
            CapScope::HouseholdOverAll => "全家全部事项",
            CapScope::Budget => "全社区",
        };
        write!(f, "{scope}{}", self.1.chinese())
    }
}

/// What the limit is called, and what was used of it.
const fn words(scope: CapScope) -> (&'static str, &'static str) {
    match scope {
        CapScope::Budget => ("预算", "已发放"),
        _ => ("上限", "已得"),
    }
}
