//! The rule book in words, as it is read out, printed and compared.

use std::fmt;

use super::arithmetic::{Times, each};
use super::{
    Basis, Budget, Cap, Eligibility, Evidence, Giving, Level, Multiplier, NoShowLadder, Reviewers, Rule,
    Stars, Unit,
};
use crate::ledger::Expiry;

/// Things one after another, or a word for none.
pub(super) fn listed<T: fmt::Display>(things: &[T], between: &str, none: &str) -> String {
    let words: Vec<String> = things.iter().map(ToString::to_string).collect();
    if words.is_empty() { none.to_owned() } else { words.join(between) }
}

impl Rule {
    /// What a deed earns before anything multiplies or cuts it: 每小时 2 分.
    pub fn points_in_words(&self) -> String {
        if self.basis != Basis::Level {
            return format!("{} {} 分", each(self.basis, self.unit), self.points);
        }
        listed(&self.levels, "、", "")
    }
}

impl fmt::Display for Rule {
    /// e.g. 平安巡逻（PATROL）：每小时 2 分；22:00 至 06:00 按 2 倍；每人每日最多 8 分；一人审核（队长）
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}（{}）：{}", self.title, self.code, self.points_in_words())?;
        for multiplier in &self.multipliers {
            write!(f, "；{multiplier}")?;
        }
        for cap in &self.caps {
            write!(f, "；{cap}")?;
        }
        if let Some(budget) = self.budget {
            write!(f, "；{budget}")?;
        }
        if self.eligibility != Eligibility::default() {
            write!(f, "；{}", self.eligibility)?;
        }
        if self.evidence != Evidence::None {
            write!(f, "；{}", self.evidence.chinese())?;
        }
        write!(f, "；{}", self.reviewers)?;
        if self.check.is_empty() { Ok(()) } else { write!(f, "（{}）", self.check) }
    }
}

impl fmt::Display for Level {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {} 分", self.name, self.points)
    }
}

impl fmt::Display for Multiplier {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let times = Times(self.percent());
        match self {
            Self::Night { from, to, .. } => write!(f, "{from} 至 {to} 按 {times} 倍"),
            Self::Hardship { .. } => write!(f, "艰苦条件按 {times} 倍"),
            Self::Category { categories, .. } => {
                let names: Vec<&str> = categories.iter().map(|category| category.chinese()).collect();
                write!(f, "{}按 {times} 倍", names.join("、"))
            }
        }
    }
}

impl fmt::Display for Cap {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (whose, period) = (self.per.each_in_chinese(), self.period.each_in_chinese());
        write!(f, "{whose}{period}最多 {} 分", self.points)
    }
}

impl fmt::Display for Budget {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "全社区{}预算 {} 分", self.period.each_in_chinese(), self.points)
    }
}

impl fmt::Display for Eligibility {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut terms: Vec<String> = Vec::new();
        match (self.min_age, self.max_age) {
            (Some(least), Some(most)) => terms.push(format!("限当年满 {least} 至 {most} 岁")),
            (Some(least), None) => terms.push(format!("限当年满 {least} 岁及以上")),
            (None, Some(most)) => terms.push(format!("限当年 {most} 岁及以下")),
            (None, None) => {}
        }
        if !self.buildings.is_empty() {
            terms.push(format!("限指定的 {} 个楼栋", self.buildings.len()));
        }
        if !self.teams.is_empty() {
            terms.push(format!("限指定的 {} 支队伍", self.teams.len()));
        }
        f.write_str(&listed(&terms, "，", "不限"))
    }
}

impl fmt::Display for Reviewers {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::One => f.write_str("一人审核"),
            Self::Two => f.write_str("两人审核"),
            Self::TwoAbove { points } => write!(f, "超过 {points} 分须两人审核"),
        }
    }
}

impl fmt::Display for Giving {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.per_month.is_positive() {
            return write!(f, "每人每月最多赠送 {} 分", self.per_month);
        }
        f.write_str("不可赠送")
    }
}

impl fmt::Display for NoShowLadder {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { notices, points, late_minutes } = self;
        write!(
            f,
            "报名未到：每年前 {notices} 次只提醒，之后每次扣 {points} 分；晚到超过 {late_minutes} 分钟记迟到"
        )
    }
}

impl fmt::Display for Stars {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.0.is_empty() {
            return f.write_str("不设星级");
        }
        write!(f, "{} 小时", listed(&self.0, "、", ""))
    }
}

impl Basis {
    /// What is counted.
    pub const fn chinese(self) -> &'static str {
        match self {
            Self::Act => "按次",
            Self::Hour => "按小时",
            Self::Level => "按等级",
        }
    }
}

impl Unit {
    /// Whose deed it is.
    pub const fn chinese(self) -> &'static str {
        match self {
            Self::Resident => "按人",
            Self::Household => "按户",
        }
    }
}

impl Evidence {
    /// What has to be shown.
    pub const fn chinese(self) -> &'static str {
        match self {
            Self::None => "不需凭证",
            Self::Photo => "需附照片",
        }
    }
}

/// When points lapse.
pub(super) fn expiry_in_words(expiry: Expiry) -> String {
    match expiry {
        Expiry::EndOfNextYear {} => "次年 12 月 31 日到期".to_owned(),
        Expiry::Months { months } => format!("{months} 个月后的月底到期"),
        Expiry::Never {} => "长期有效".to_owned(),
    }
}
