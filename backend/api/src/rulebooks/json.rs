//! Rule books as they are sent.

use chrono::{DateTime, Utc};
use linli_domain::Refusal;
use linli_domain::ids::RulebookId;
use linli_domain::rulebooks::{Changes, ClauseChange, Rule, RuleChange, Rulebook, Version, changes};
use serde::Serialize;
use utoipa::ToSchema;

use crate::problem::Problem;

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

/// What is different between two versions of the rule book.
#[derive(Serialize, ToSchema)]
pub struct RulebookChanges {
    /// The earlier version; none of the first.
    pub since: Option<RulebookId>,
    /// The later version.
    pub id: RulebookId,
    /// What holds for all rules and is different.
    pub book: Vec<ClauseChange>,
    /// The rules that are new or different, as the later version lists them, then those that are gone.
    pub rules: Vec<RuleChangeJson>,
}

/// A rule that is new, different or gone.
#[derive(Serialize, ToSchema)]
#[schema(as = RuleChange)]
pub struct RuleChangeJson {
    /// The rule's code.
    pub code: String,
    /// The rule before; none if it is new.
    pub before: Option<Rule>,
    /// The rule now; none if it is gone.
    pub after: Option<Rule>,
    /// What is different, in words, if the rule was there before and is there now.
    pub clauses: Vec<ClauseChange>,
}

impl From<RuleChange> for RuleChangeJson {
    fn from(change: RuleChange) -> Self {
        let RuleChange { code, before, after, clauses } = change;
        Self { code, before, after, clauses }
    }
}

impl RulebookChanges {
    /// The changes from one version to another, or from nothing to the first.
    pub fn new(before: Option<&Version>, after: &Version) -> Self {
        let Changes { book, rules } = changes(before.map(|before| &before.book), &after.book);
        let rules = rules.into_iter().map(RuleChangeJson::from).collect();
        Self { since: before.map(|before| before.id), id: after.id, book, rules }
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
