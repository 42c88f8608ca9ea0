//! The award: a pure function from a deed and what was earned before to points and their explanation.

use chrono::NaiveDate;

use super::explanation::{AwardExplanation, CapCut, CapLeft, CapScope};
use super::{Basis, Cap, Rule, Version};
use crate::Refusal;
use crate::points::Points;

/// A deed that is to be rewarded.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Deed {
    /// The rule it falls under.
    pub rule_code: String,
    /// The community's day of the deed.
    pub on: NaiveDate,
    /// How long it took; counts for rules by the hour. Travel time is not part of it.
    pub minutes: i64,
}

/// What the same resident earned before, not reversed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Earned {
    /// By which rule.
    pub rule_code: String,
    /// For a deed of which day.
    pub on: NaiveDate,
    /// How much.
    pub points: Points,
}

/// What a deed earns; none if a cap left nothing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Award {
    /// The points.
    pub points: Points,
    /// Why exactly these.
    pub explanation: AwardExplanation,
}

/// Returns what `deed` earns under `version`, given what the resident earned `before`.
///
/// The figure of the rule is cut by the tightest of its caps and of the caps over all rules, each counted over the
/// calendar period the deed's day lies in.
///
/// Source: 《普安社区治理积分管理办法》, "points" and "caps".
///
/// # Errors
/// [`Refusal::UnknownRule`] if the version has no such rule.
pub fn award(version: &Version, deed: &Deed, before: &[Earned]) -> Result<Award, Refusal> {
    let rule = version.book.rule(&deed.rule_code)?;
    let computed = computed(rule, deed);
    let of_rule = rule.caps.iter().map(|cap| room(cap, CapScope::Rule, deed, before));
    let over_all = version.book.caps.iter().map(|cap| room(cap, CapScope::OverAll, deed, before));
    let rooms: Vec<Room> = of_rule.chain(over_all).collect();
    let tightest = rooms.iter().min_by_key(|room| room.left).filter(|room| room.left < computed);
    let points = tightest.map_or(computed, |room| room.left);
    let explanation = explain(version.number, rule, deed, computed, points, (&rooms, tightest));
    Ok(Award { points, explanation })
}

fn explain(
    version: i32,
    rule: &Rule,
    deed: &Deed,
    computed: Points,
    awarded: Points,
    (rooms, tightest): (&[Room], Option<&Room>),
) -> AwardExplanation {
    let left = |room: &Room| CapLeft {
        scope: room.scope,
        period: room.cap.period,
        points: room.left.minus(awarded),
    };
    let cut = |room: &Room| CapCut {
        scope: room.scope,
        period: room.cap.period,
        cap: room.cap.points,
        used: room.used,
    };
    AwardExplanation {
        rule_code: rule.code.clone(),
        rule_title: rule.title.clone(),
        version,
        basis: rule.basis,
        rate: rule.points,
        minutes: (rule.basis == Basis::Hour).then_some(deed.minutes),
        computed,
        cut: tightest.map(cut),
        awarded,
        left: rooms.iter().map(left).collect(),
    }
}

fn computed(rule: &Rule, deed: &Deed) -> Points {
    match rule.basis {
        Basis::Act => rule.points,
        Basis::Hour => Points::new(rule.points.times(deed.minutes.max(0)).get() / 60),
    }
}

struct Room {
    cap: Cap,
    scope: CapScope,
    used: Points,
    left: Points,
}

fn room(cap: &Cap, scope: CapScope, deed: &Deed, before: &[Earned]) -> Room {
    let used: Points = before
        .iter()
        .filter(|earned| scope == CapScope::OverAll || earned.rule_code == deed.rule_code)
        .filter(|earned| cap.period.same(earned.on, deed.on))
        .map(|earned| earned.points)
        .sum();
    Room { cap: *cap, scope, used, left: cap.points.minus(used).or_none() }
}

#[cfg(test)]
#[path = "award_tests.rs"]
mod tests;
