//! Rules as they are drafted.

use linli_domain::calendar::Period;
use linli_domain::ids::{BuildingId, TeamId};
use linli_domain::points::Points;
use linli_domain::rulebooks::{
    Basis, Budget, Cap, Eligibility, Evidence, Level, Multiplier, Per, Reviewers, Rule, Unit,
};
use serde::Deserialize;
use utoipa::ToSchema;

use super::{DraftMultiplier, DraftReviewers};
use crate::input::{Many, Name, Text, Whole};

/// At most so many points in each period.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct DraftCap {
    /// In which period; one cap a period and whom it counts.
    pub period: Period,
    /// Whose points: a resident's unless given.
    #[serde(default)]
    pub per: Per,
    /// At most so many points.
    pub points: Whole<1, 1_000_000>,
}

/// What the community gives for a rule in each period.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct DraftBudget {
    /// In which period.
    pub period: Period,
    /// So many points, all residents together.
    pub points: Whole<1, 100_000_000>,
}

/// A level that a deed can have.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct DraftLevel {
    /// Its name, e.g. 区级表彰; once in the rule.
    pub name: Name,
    /// Points for a deed of this level.
    pub points: Whole<1, 10_000>,
}

/// Buildings that a rule is limited to.
pub type NamedBuildings = Many<BuildingId, 0, 200>;
/// Teams that a rule is limited to.
pub type NamedTeams = Many<TeamId, 0, 200>;

/// For whom a rule is; what is left out holds for everybody.
#[derive(Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct DraftEligibility {
    /// At least so old in the year of the deed.
    pub min_age: Option<Whole<0, 150>>,
    /// At most so old in the year of the deed.
    pub max_age: Option<Whole<0, 150>>,
    /// Who lives in one of these buildings.
    pub buildings: Option<NamedBuildings>,
    /// Who is a member of one of these teams.
    pub teams: Option<NamedTeams>,
}

/// Up to twelve caps.
pub type DraftCaps = Many<DraftCap, 0, 12>;
/// Up to twenty levels.
pub type DraftLevels = Many<DraftLevel, 0, 20>;
/// One for the night, one for hardship, and those of categories.
pub type DraftMultipliers = Many<DraftMultiplier, 0, 15>;

/// One rule: what a deed earns.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct DraftRule {
    /// Its short name in capital letters and digits, e.g. `CLEAN`; unique in the book.
    pub code: Text<1, 20>,
    /// What the deed is called, e.g. 清洁家园.
    pub title: Name,
    /// What is counted.
    pub basis: Basis,
    /// Points for each act or hour; 0 for rules by level.
    pub points: Whole<0, 10_000>,
    /// The levels, for rules by level.
    pub levels: Option<DraftLevels>,
    /// Whose deed it is: a resident's unless given. All caps of a household's deed are per household.
    #[serde(default)]
    pub unit: Unit,
    /// What makes a deed count more or less.
    pub multipliers: Option<DraftMultipliers>,
    /// The most a resident or a household earns by this rule.
    pub caps: DraftCaps,
    /// The most the whole community earns by this rule.
    pub budget: Option<DraftBudget>,
    /// For whom it is.
    pub eligibility: Option<DraftEligibility>,
    /// What has to show that the deed was done: nothing unless given.
    #[serde(default)]
    pub evidence: Evidence,
    /// How many must agree: one unless given.
    pub reviewers: Option<DraftReviewers>,
    /// Whether the word of the beneficiary counts as that of one who must agree, where the deed is claimed; not unless
    /// given.
    #[serde(default)]
    pub beneficiary_confirms: bool,
    /// Who checks it, in words.
    pub check: Text<0, 200>,
}

impl From<&DraftCap> for Cap {
    fn from(cap: &DraftCap) -> Self {
        Self { period: cap.period, per: cap.per, points: Points::new(cap.points.get()) }
    }
}

impl From<&DraftEligibility> for Eligibility {
    fn from(draft: &DraftEligibility) -> Self {
        Self {
            min_age: draft.min_age.map(Whole::small),
            max_age: draft.max_age.map(Whole::small),
            buildings: draft.buildings.as_deref().unwrap_or_default().to_vec(),
            teams: draft.teams.as_deref().unwrap_or_default().to_vec(),
        }
    }
}

impl From<&DraftRule> for Rule {
    fn from(rule: &DraftRule) -> Self {
        let level = |level: &DraftLevel| Level {
            name: level.name.as_str().to_owned(),
            points: Points::new(level.points.get()),
        };
        let budget =
            |budget: &DraftBudget| Budget { period: budget.period, points: Points::new(budget.points.get()) };
        Self {
            code: rule.code.as_str().to_owned(),
            title: rule.title.as_str().to_owned(),
            basis: rule.basis,
            points: Points::new(rule.points.get()),
            levels: rule.levels.iter().flat_map(|levels| levels.iter()).map(level).collect(),
            unit: rule.unit,
            multipliers: rule.multipliers.iter().flat_map(|all| all.iter()).map(Multiplier::from).collect(),
            caps: rule.caps.iter().map(Cap::from).collect(),
            budget: rule.budget.as_ref().map(budget),
            eligibility: rule.eligibility.as_ref().map(Eligibility::from).unwrap_or_default(),
            evidence: rule.evidence,
            reviewers: rule.reviewers.map(Reviewers::from).unwrap_or_default(),
            beneficiary_confirms: rule.beneficiary_confirms,
            check: rule.check.as_str().to_owned(),
        }
    }
}
