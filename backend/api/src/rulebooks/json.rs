//! Rule books as they are sent.

use chrono::{DateTime, Utc};
use linli_domain::Refusal;
use linli_domain::calendar::Period;
use linli_domain::ids::{ResidentId, RulebookId};
use linli_domain::ledger::Expiry;
use linli_domain::points::Points;
use linli_domain::rulebooks::{AwardExplanation, Basis, Cap, Rule, Rulebook, Version};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::input::{Day, Many, Moment, Name, Text, Whole};
use crate::problem::Problem;

/// At most so many points in each period.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct DraftCap {
    /// In which period; one cap a period.
    pub period: Period,
    /// At most so many points.
    pub points: Whole<1, 1_000_000>,
}

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
    /// Points for each act or hour.
    pub points: Whole<1, 10_000>,
    /// The most a resident earns by this rule.
    pub caps: Vec<DraftCap>,
    /// Who checks it, in words.
    pub check: Text<0, 200>,
}

/// One to two hundred rules.
pub type DraftRules = Many<DraftRule, 1, 200>;

/// What a draft says.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct DraftBook {
    /// The rules.
    pub rules: DraftRules,
    /// The most a resident earns by all rules together.
    pub caps: Vec<DraftCap>,
    /// When points lapse: at the end of the year after they were posted, unless given.
    #[serde(default)]
    pub expiry: Expiry,
}

/// A rule book to be drafted.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewRulebook {
    /// Its name, e.g. 《普安社区治理积分管理办法》.
    pub title: Name,
    /// What it says.
    pub book: DraftBook,
}

/// What changes of a draft; what is left out stays.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct RulebookChange {
    /// Its name.
    pub title: Option<Name>,
    /// What it says, all of it.
    pub book: Option<DraftBook>,
}

/// How a draft is published.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Publication {
    /// From when it is in force; at once unless given.
    pub in_force_from: Option<Moment>,
}

/// A version of the rule book.
#[derive(Serialize, ToSchema)]
#[schema(as = RulebookVersion)]
pub struct RulebookJson {
    /// The identifier.
    pub id: RulebookId,
    /// 1, 2, 3 …
    pub version: i32,
    /// Its name.
    pub title: String,
    /// From when it is in force, until the next version is; none while a draft.
    pub in_force_from: Option<DateTime<Utc>>,
    /// What it says.
    pub book: Rulebook,
    /// When it was drafted.
    pub created_at: DateTime<Utc>,
}

/// A deed whose award is asked for.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct AwardQuestion {
    /// The rule it falls under.
    pub rule_code: Text<1, 20>,
    /// The community's day of the deed.
    pub on: Day,
    /// How long it took; counts for rules by the hour, and is 0 unless given.
    pub minutes: Option<Whole<0, 1440>>,
    /// Whose deed: caps then count what this resident earned before.
    pub resident_id: Option<ResidentId>,
    /// Under which version, which may be a draft; the one in force on that day unless given.
    pub rulebook_id: Option<RulebookId>,
}

/// What a deed would earn.
#[derive(Serialize, ToSchema)]
pub struct AwardPreview {
    /// The points; 0 if a cap leaves nothing.
    pub points: Points,
    /// The version it was worked out by.
    pub rulebook_id: RulebookId,
    /// Why exactly these, in values.
    pub explanation: AwardExplanation,
    /// The same as a sentence.
    pub text: String,
}

impl From<&DraftCap> for Cap {
    fn from(cap: &DraftCap) -> Self {
        Self { period: cap.period, points: Points::new(cap.points.get()) }
    }
}

impl From<&DraftRule> for Rule {
    fn from(rule: &DraftRule) -> Self {
        Self {
            code: rule.code.as_str().to_owned(),
            title: rule.title.as_str().to_owned(),
            basis: rule.basis,
            points: Points::new(rule.points.get()),
            caps: rule.caps.iter().map(Cap::from).collect(),
            check: rule.check.as_str().to_owned(),
        }
    }
}

impl From<&DraftBook> for Rulebook {
    fn from(book: &DraftBook) -> Self {
        Self {
            rules: book.rules.iter().map(Rule::from).collect(),
            caps: book.caps.iter().map(Cap::from).collect(),
            expiry: book.expiry,
        }
    }
}

impl From<&Version> for RulebookJson {
    fn from(version: &Version) -> Self {
        Self {
            id: version.id,
            version: version.number,
            title: version.title.clone(),
            in_force_from: version.in_force_from,
            book: version.book.clone(),
            created_at: version.created_at,
        }
    }
}

/// The problem that a refused draft is; if the book makes no sense, it names the field of the request.
pub fn refused(refusal: Refusal) -> Problem {
    let field = match &refusal {
        Refusal::RulebookInvalid { place } => Some(format!("book.{place}")),
        _ => None,
    };
    let problem = Problem::from(refusal);
    match field {
        Some(field) => problem.at(field, "不合要求或有重复"),
        None => problem,
    }
}
