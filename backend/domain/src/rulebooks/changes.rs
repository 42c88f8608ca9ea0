//! What changes from one version of the rule book to another, rule by rule, for those who consult on it.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::words::{expiry_in_words, listed};
use super::{Rule, Rulebook};

/// A clause 条款 of a rule, or of the whole book.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Clause {
    /// What the deed is called.
    Title,
    /// What is counted.
    Basis,
    /// Points for each act or hour.
    Points,
    /// The levels.
    Levels,
    /// Whose deed it is.
    Unit,
    /// What makes a deed count more or less.
    Multipliers,
    /// The most that is earned.
    Caps,
    /// The most the whole community earns.
    Budget,
    /// For whom the rule is.
    Eligibility,
    /// What has to be shown.
    Evidence,
    /// How many must agree.
    Reviewers,
    /// Whether the beneficiary's word counts as a review.
    BeneficiaryConfirms,
    /// Who checks it.
    Check,
    /// When points lapse.
    Expiry,
    /// How points are given away.
    Giving,
    /// What happens to who signs up and does not come.
    Noshow,
    /// The honour levels.
    Stars,
}

/// What a clause said before and says now.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct ClauseChange {
    /// Which clause.
    pub clause: Clause,
    /// What it said, in words.
    pub before: String,
    /// What it says, in words.
    pub after: String,
}

/// What becomes of a rule; never all the same.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RuleChange {
    /// The rule's code.
    pub code: String,
    /// The rule before; none if it is new.
    pub before: Option<Rule>,
    /// The rule now; none if it is gone.
    pub after: Option<Rule>,
    /// What is different, if it was there before and is there now.
    pub clauses: Vec<ClauseChange>,
}

/// What is different between two versions.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Changes {
    /// What holds for all rules.
    pub book: Vec<ClauseChange>,
    /// The rules that are new or different, as the later version lists them, then those that are gone.
    pub rules: Vec<RuleChange>,
}

/// Returns what is different between two versions of the rule book; of the first version, everything is new.
pub fn changes(before: Option<&Rulebook>, after: &Rulebook) -> Changes {
    let nothing = Rulebook::default();
    let before = before.unwrap_or(&nothing);
    let of_code = |book: &Rulebook, code: &str| book.rules.iter().find(|rule| rule.code == code).cloned();
    let kept_or_new = after.rules.iter().filter_map(|rule| {
        let before = of_code(before, &rule.code);
        let clauses = before.as_ref().map_or_else(Vec::new, |before| of_rule(before, rule));
        let same = before.is_some() && clauses.is_empty();
        (!same).then(|| RuleChange { code: rule.code.clone(), before, after: Some(rule.clone()), clauses })
    });
    let gone = before.rules.iter().filter(|rule| of_code(after, &rule.code).is_none());
    let gone = gone.map(|rule| RuleChange {
        code: rule.code.clone(),
        before: Some(rule.clone()),
        after: None,
        clauses: Vec::new(),
    });
    Changes { book: of_book(before, after), rules: kept_or_new.chain(gone).collect() }
}

/// A clause, if it is different; in words.
fn clause<T: PartialEq>(
    clause: Clause,
    (before, after): (&T, &T),
    words: impl Fn(&T) -> String,
) -> Option<ClauseChange> {
    (before != after).then(|| ClauseChange { clause, before: words(before), after: words(after) })
}

fn of_rule(before: &Rule, after: &Rule) -> Vec<ClauseChange> {
    let clauses = [
        clause(Clause::Title, (&before.title, &after.title), Clone::clone),
        clause(Clause::Basis, (&before.basis, &after.basis), |basis| basis.chinese().into()),
        clause(Clause::Points, (&before.points, &after.points), |points| format!("{points} 分")),
        clause(Clause::Levels, (&before.levels, &after.levels), |levels| listed(levels, "、", "无")),
        clause(Clause::Unit, (&before.unit, &after.unit), |unit| unit.chinese().into()),
        clause(Clause::Multipliers, (&before.multipliers, &after.multipliers), |all| listed(all, "；", "无")),
        clause(Clause::Caps, (&before.caps, &after.caps), |caps| listed(caps, "；", "不设上限")),
        clause(Clause::Budget, (&before.budget, &after.budget), |budget| or_none(budget, "不设预算")),
        clause(Clause::Eligibility, (&before.eligibility, &after.eligibility), ToString::to_string),
        clause(Clause::Evidence, (&before.evidence, &after.evidence), |evidence| evidence.chinese().into()),
        clause(Clause::Reviewers, (&before.reviewers, &after.reviewers), ToString::to_string),
        clause(
            Clause::BeneficiaryConfirms,
            (&before.beneficiary_confirms, &after.beneficiary_confirms),
            |confirms| if *confirms { "受益人可确认" } else { "受益人不参与确认" }.into(),
        ),
        clause(Clause::Check, (&before.check, &after.check), Clone::clone),
    ];
    clauses.into_iter().flatten().collect()
}

fn of_book(before: &Rulebook, after: &Rulebook) -> Vec<ClauseChange> {
    let clauses = [
        clause(Clause::Caps, (&before.caps, &after.caps), |caps| listed(caps, "；", "不设上限")),
        clause(Clause::Expiry, (&before.expiry, &after.expiry), |expiry| expiry_in_words(*expiry)),
        clause(Clause::Giving, (&before.giving, &after.giving), |giving| or_none(giving, "赠送不设上限")),
        clause(Clause::Noshow, (&before.noshow, &after.noshow), |noshow| or_none(noshow, "不处理")),
        clause(Clause::Stars, (&before.stars, &after.stars), ToString::to_string),
    ];
    clauses.into_iter().flatten().collect()
}

fn or_none<T: ToString>(one: &Option<T>, none: &str) -> String {
    one.as_ref().map_or_else(|| none.to_owned(), ToString::to_string)
}

#[cfg(test)]
#[path = "changes_tests.rs"]
mod tests;
