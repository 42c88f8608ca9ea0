//! A rule: what a deed earns, whom, how much at most, and who checks it.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::cap::check_caps;
use super::multiplier::check_multipliers;
use super::{Basis, Budget, Cap, Deed, Eligibility, Evidence, Level, Multiplier, Reviewers, Unit};
use crate::Refusal;
use crate::points::Points;

/// One rule: what a deed earns.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Rule {
    /// Its short name, e.g. `CLEAN`; unique in the book.
    pub code: String,
    /// What the deed is called, e.g. 清洁家园.
    pub title: String,
    /// What is counted.
    pub basis: Basis,
    /// Points for each act or hour; 0 for rules by level.
    pub points: Points,
    /// The levels, for rules by level.
    #[serde(default)]
    #[schema(required)]
    pub levels: Vec<Level>,
    /// Whose deed it is.
    #[serde(default)]
    #[schema(required)]
    pub unit: Unit,
    /// What makes a deed count more or less.
    #[serde(default)]
    #[schema(required)]
    pub multipliers: Vec<Multiplier>,
    /// The most a resident or a household earns by this rule.
    pub caps: Vec<Cap>,
    /// The most the whole community earns by this rule.
    #[serde(default)]
    pub budget: Option<Budget>,
    /// For whom it is.
    #[serde(default)]
    #[schema(required)]
    pub eligibility: Eligibility,
    /// What has to show that the deed was done.
    #[serde(default)]
    #[schema(required)]
    pub evidence: Evidence,
    /// How many must agree.
    #[serde(default)]
    #[schema(required)]
    pub reviewers: Reviewers,
    /// Whether the word of the beneficiary counts as that of one who must agree, where the deed is claimed.
    #[serde(default)]
    #[schema(required)]
    pub beneficiary_confirms: bool,
    /// Who checks it, in words.
    pub check: String,
}

impl Rule {
    /// Whether one person's word is enough for this rule, without a claim: it asks for one reviewer and no photo. A deed
    /// is judged by the `points` that the rule alone gives it, before caps; a plan, of which they are not known, by none.
    ///
    /// # Errors
    /// [`Refusal::TwoReviewersNeeded`], [`Refusal::PhotoNeeded`].
    pub fn check_single_hand(&self, points: Points) -> Result<(), Refusal> {
        let rule_title = || self.title.clone();
        if self.reviewers.needed(points) > 1 {
            return Err(Refusal::TwoReviewersNeeded { rule_title: rule_title() });
        }
        match self.evidence {
            Evidence::None => Ok(()),
            Evidence::Photo => Err(Refusal::PhotoNeeded { rule_title: rule_title() }),
        }
    }

    /// The level that a deed names, for rules by level.
    ///
    /// # Errors
    /// [`Refusal::UnknownLevel`] if it names none of them.
    pub(super) fn level_of(&self, deed: &Deed) -> Result<Option<&Level>, Refusal> {
        if self.basis != Basis::Level {
            return Ok(None);
        }
        let named = self.levels.iter().find(|level| Some(&level.name) == deed.level.as_ref());
        let levels = || self.levels.iter().map(|level| level.name.clone()).collect();
        named.map(Some).ok_or_else(|| Refusal::UnknownLevel { levels: levels() })
    }

    /// Whether the rule makes sense by itself.
    ///
    /// # Errors
    /// The place that does not, within the rule.
    pub(super) fn validate(&self) -> Result<(), String> {
        let within = |field: &'static str| move |place: String| format!("{field}.{place}");
        if !is_code(&self.code) {
            return Err("code".into());
        }
        if self.title.trim().is_empty() || self.title.chars().count() > 60 {
            return Err("title".into());
        }
        if self.check.chars().count() > 200 {
            return Err("check".into());
        }
        self.validate_points()?;
        check_multipliers(&self.multipliers)?;
        check_caps(&self.caps, self.unit)?;
        // A household earns once for all of it: without a cap each of its members would earn for it again.
        if self.unit == Unit::Household && self.caps.is_empty() {
            return Err("caps".into());
        }
        self.budget.map_or(Ok(()), |budget| budget.check()).map_err(within("budget"))?;
        self.eligibility.check().map_err(within("eligibility"))?;
        self.reviewers.check().map_err(within("reviewers"))
    }

    /// Points stand with the rule or with its levels, and not with both.
    fn validate_points(&self) -> Result<(), String> {
        let sensible = |points: Points| (1..=10_000).contains(&points.get());
        if self.basis != Basis::Level {
            return match (sensible(self.points), self.levels.is_empty()) {
                (true, true) => Ok(()),
                (false, _) => Err("points".into()),
                (true, false) => Err("levels".into()),
            };
        }
        if self.points != Points::ZERO {
            return Err("points".into());
        }
        if !(1..=20).contains(&self.levels.len()) {
            return Err("levels".into());
        }
        let mut names = BTreeSet::new();
        for (index, level) in self.levels.iter().enumerate() {
            let named = !level.name.trim().is_empty() && level.name.chars().count() <= 60;
            if !named || !names.insert(level.name.as_str()) {
                return Err(format!("levels[{index}].name"));
            }
            if !sensible(level.points) {
                return Err(format!("levels[{index}].points"));
            }
        }
        Ok(())
    }
}

fn is_code(code: &str) -> bool {
    (1..=20).contains(&code.len()) && code.chars().all(|c| c.is_ascii_uppercase() || c.is_ascii_digit())
}
