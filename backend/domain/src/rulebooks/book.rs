//! What a version of the rule book says.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::cap::check_caps;
use super::{Cap, NoShowLadder, Rule, Stars, Unit};
use crate::Refusal;
use crate::ledger::Expiry;
use crate::points::Points;

/// Within which limits residents give points to one another or to a cause.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Giving {
    /// So many points a resident gives in a calendar month at most; 0 for none at all.
    pub per_month: Points,
}

/// What a version of the rule book says.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Rulebook {
    /// The rules.
    pub rules: Vec<Rule>,
    /// The most a resident or a household earns by all rules together.
    pub caps: Vec<Cap>,
    /// When points lapse that are posted while this version is in force.
    #[serde(default)]
    #[schema(required)]
    pub expiry: Expiry,
    /// Within which limits residents give points away; without if left out.
    #[serde(default)]
    pub giving: Option<Giving>,
    /// What happens to who signs up and does not come; nothing if left out.
    #[serde(default)]
    pub noshow: Option<NoShowLadder>,
    /// The hours of the honour levels 星级.
    #[serde(default)]
    #[schema(required)]
    pub stars: Stars,
}

/// Since when what was earned counts for an award.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Lookback {
    /// What the resident and the household earned; none if nothing of it counts.
    pub earned: Option<NaiveDate>,
    /// What the whole community earned by the rule; none if the rule has no budget.
    pub budget: Option<NaiveDate>,
}

impl Lookback {
    /// What is needed for this and for another award.
    #[must_use]
    pub fn or_earlier(self, other: Self) -> Self {
        let earlier = |one: Option<NaiveDate>, two: Option<NaiveDate>| one.into_iter().chain(two).min();
        Self { earned: earlier(self.earned, other.earned), budget: earlier(self.budget, other.budget) }
    }
}

impl Rulebook {
    /// The rule with this code.
    ///
    /// # Errors
    /// [`Refusal::UnknownRule`].
    pub fn rule(&self, code: &str) -> Result<&Rule, Refusal> {
        self.rules
            .iter()
            .find(|rule| rule.code == code)
            .ok_or_else(|| Refusal::UnknownRule { code: code.to_owned() })
    }

    /// Since when earlier awards count for a deed of this day under a rule.
    ///
    /// # Errors
    /// [`Refusal::UnknownRule`].
    pub fn lookback(&self, rule_code: &str, on: NaiveDate) -> Result<Lookback, Refusal> {
        let rule = self.rule(rule_code)?;
        let caps = rule.caps.iter().chain(&self.caps);
        Ok(Lookback {
            earned: caps.map(|cap| cap.period.start(on)).min(),
            budget: rule.budget.map(|budget| budget.period.start(on)),
        })
    }

    /// Whether the book makes sense: 1 to 200 rules, codes once, figures within their limits, nothing that contradicts
    /// itself.
    ///
    /// # Errors
    /// [`Refusal::RulebookInvalid`] with the place that does not.
    pub fn check(&self) -> Result<(), Refusal> {
        self.validate().map_err(|place| Refusal::RulebookInvalid { place })
    }

    fn validate(&self) -> Result<(), String> {
        if !(1..=200).contains(&self.rules.len()) {
            return Err("rules".into());
        }
        let mut codes = BTreeSet::new();
        for (index, rule) in self.rules.iter().enumerate() {
            rule.validate().map_err(|place| format!("rules[{index}].{place}"))?;
            if !codes.insert(rule.code.as_str()) {
                return Err(format!("rules[{index}].code"));
            }
        }
        check_caps(&self.caps, Unit::Resident)?;
        if !self.expiry.makes_sense() {
            return Err("expiry.months".into());
        }
        if self.giving.is_some_and(|giving| !(0..=1_000_000).contains(&giving.per_month.get())) {
            return Err("giving.per_month".into());
        }
        self.noshow.map_or(Ok(()), |noshow| noshow.check()).map_err(|place| format!("noshow.{place}"))?;
        self.stars.check()
    }
}

#[cfg(test)]
#[path = "book_tests.rs"]
mod tests;
