//! The award: a pure function from a deed and what was earned before to points and their explanation.

use super::explanation::{AwardExplanation, CapCut, CapLeft, CapScope};
use super::{Arithmetic, Circumstances, Deed, Earned, Per, Rule, Version};
use crate::Refusal;
use crate::calendar::Period;
use crate::points::Points;

/// What a deed earns; no points if a cap or the budget left none.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Award {
    /// The points.
    pub points: Points,
    /// Why exactly these.
    pub explanation: AwardExplanation,
}

/// Returns what `deed` earns under `version`.
///
/// The rule's points are multiplied by what makes the deed count more or less, one after another, and rounded down once.
/// The figure is then cut by whatever leaves least: the rule's caps, the caps over all rules, the rule's budget, each
/// counted over the calendar period that the day of the deed lies in.
///
/// Source: 《普安社区治理积分管理办法》, "points" and "caps".
///
/// # Errors
/// [`Refusal::UnknownRule`] if the version has no such rule; [`Refusal::NotEligible`] if the rule is not for this
/// resident; [`Refusal::UnknownLevel`] if the rule is by level and the deed names none of its levels.
pub fn award(version: &Version, deed: &Deed, known: &Circumstances<'_>) -> Result<Award, Refusal> {
    let rule = version.book.rule(&deed.rule_code)?;
    if let Some(earner) = known.earner {
        let not_eligible = |missed| Refusal::NotEligible { rule_title: rule.title.clone(), missed };
        rule.eligibility.admit(earner, deed.on, deed.began_between(known.timezone)).map_err(not_eligible)?;
    }
    let arithmetic = Arithmetic::of(rule, deed, known.timezone)?;
    let computed = arithmetic.points();
    let rooms = rooms(version, rule, deed, known);
    let tightest = rooms.iter().min_by_key(|room| room.left).filter(|room| room.left < computed);
    let points = tightest.map_or(computed, |room| room.left);
    let explanation = AwardExplanation {
        rule_code: rule.code.clone(),
        rule_title: rule.title.clone(),
        version: version.number,
        arithmetic,
        computed,
        cut: tightest.map(Room::cut),
        awarded: points,
        left: rooms.iter().map(|room| room.left_after(points)).collect(),
        note: None,
    };
    Ok(Award { points, explanation })
}

/// Returns what a deed earns on one person's word, without a claim.
///
/// # Errors
/// Those of [`award`] and of [`Rule::check_single_hand`].
pub fn single_handed(version: &Version, deed: &Deed, known: &Circumstances<'_>) -> Result<Award, Refusal> {
    let given = award(version, deed, known)?;
    version.book.rule(&deed.rule_code)?.check_single_hand(given.explanation.computed)?;
    Ok(given)
}

/// What a cap or the budget has left for a deed.
struct Room {
    scope: CapScope,
    period: Period,
    most: Points,
    used: Points,
    left: Points,
}

impl Room {
    const fn cut(&self) -> CapCut {
        CapCut { scope: self.scope, period: self.period, cap: self.most, used: self.used }
    }

    const fn left_after(&self, awarded: Points) -> CapLeft {
        CapLeft { scope: self.scope, period: self.period, points: self.left.minus(awarded) }
    }
}

/// All that limits an award: the caps of the rule, those over all rules, the budget.
fn rooms(version: &Version, rule: &Rule, deed: &Deed, known: &Circumstances<'_>) -> Vec<Room> {
    let room = |scope, period: Period, most: Points| {
        let used = used(scope, deed, period, known);
        Room { scope, period, most, used, left: most.minus(used).or_none() }
    };
    let of_rule = rule.caps.iter().map(|cap| room(scope(cap.per, false), cap.period, cap.points));
    let over_all = version.book.caps.iter().map(|cap| room(scope(cap.per, true), cap.period, cap.points));
    let budget = rule.budget.map(|budget| room(CapScope::Budget, budget.period, budget.points));
    of_rule.chain(over_all).chain(budget).collect()
}

const fn scope(per: Per, any_rule: bool) -> CapScope {
    match (per, any_rule) {
        (Per::Resident, false) => CapScope::Rule,
        (Per::Resident, true) => CapScope::OverAll,
        (Per::Household, false) => CapScope::Household,
        (Per::Household, true) => CapScope::HouseholdOverAll,
    }
}

/// What was earned before in the period of the deed, of all that counts.
fn used(scope: CapScope, deed: &Deed, period: Period, known: &Circumstances<'_>) -> Points {
    let (whose, any_rule) = match scope {
        CapScope::Rule => (known.by_resident, false),
        CapScope::OverAll => (known.by_resident, true),
        CapScope::Household => (known.by_household, false),
        CapScope::HouseholdOverAll => (known.by_household, true),
        CapScope::Budget => (known.by_everybody, false),
    };
    let counts = |earned: &&Earned| {
        (any_rule || earned.rule_code == deed.rule_code) && period.same(earned.on, deed.on)
    };
    whose.iter().filter(counts).map(|earned| earned.points).sum()
}

#[cfg(test)]
#[path = "award_properties.rs"]
mod properties;
#[cfg(test)]
#[path = "award_tests.rs"]
mod tests;
