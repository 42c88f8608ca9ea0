//! Awards 奖励 that the desk posts many at a time, for deeds that were written down elsewhere.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};

use crate::Refusal;
use crate::activities::Span;
use crate::ids::{ResidentId, RulebookId, TransferId};
use crate::ledger::{Cause, CauseKind, Lapse, Posting};
use crate::residents::{Own, Resident};
use crate::rulebooks::{Award, Deed, Earned, Lookback, Records, Version, in_force_at, single_handed};

/// The time that counts for residents already.
pub type Counted = BTreeMap<ResidentId, Vec<Span>>;

/// A deed that the desk reports.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Report {
    /// Whose deed.
    pub resident: Resident,
    /// The deed.
    pub deed: Deed,
    /// The moment whose rule book judges it.
    pub at: DateTime<Utc>,
    /// What the desk says about it; the resident reads it.
    pub note: String,
}

/// What a deed earned; no points if a cap or the budget left none.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Given {
    /// The version that judged it.
    pub rulebook: RulebookId,
    /// The points and why exactly these.
    pub award: Award,
}

/// Since when earlier awards count for one of these deeds, for each rule. What no rule book was in force for, or has no
/// such rule in it, earns nothing, and nothing counts for it.
pub fn lookbacks(versions: &[Version], reports: &[Report]) -> BTreeMap<String, Lookback> {
    let mut all: BTreeMap<String, Lookback> = BTreeMap::new();
    for Report { deed, at, .. } in reports {
        let version = in_force_at(versions, *at);
        let Ok(since) = version.and_then(|version| version.book.lookback(&deed.rule_code, deed.on)) else {
            continue;
        };
        let known = all.entry(deed.rule_code.clone()).or_default();
        *known = known.or_earlier(since);
    }
    all
}

/// Returns what each deed earns, or why a rule refuses it, in their order. Caps and budgets count what the earlier ones
/// give; none hinders the others.
///
/// The desk is one reviewer, and has no photos: a rule that asks for two, or for a photo, is not awarded this way, and
/// nobody awards a wallet of their `own`, or time that was `counted` before, by an earlier line neither.
pub fn award_each(
    versions: &[Version],
    reports: &[Report],
    (own, mut counted): (&Own, Counted),
    mut records: Records,
) -> Vec<Result<Given, Refusal>> {
    let mut one = |report: &Report| {
        own.check_other(report.resident.id)?;
        report.resident.check_active()?;
        report.deed.check_apart(counted.get(&report.resident.id).map_or(&[], Vec::as_slice))?;
        let version = in_force_at(versions, report.at)?;
        let mut award = single_handed(version, &report.deed, &records.of(report.resident.id)?)?;
        counted.entry(report.resident.id).or_default().extend(report.deed.span());
        award.explanation.note = Some(report.note.clone()).filter(|note| !note.is_empty());
        if award.points.is_positive() {
            let (rule_code, on) = (report.deed.rule_code.clone(), report.deed.on);
            records.add(report.resident.id, Earned { rule_code, on, points: award.points });
        }
        Ok(Given { rulebook: version.id, award })
    };
    reports.iter().map(&mut one).collect()
}

impl Given {
    /// Returns the transfer that posts it; none if it is no points.
    pub fn posting(&self, report: &Report, lapse: Lapse, id: TransferId) -> Option<Posting> {
        let (resident, rule) = (report.resident.id, (self.rulebook, report.deed.on));
        Posting::award((id, resident), &self.award, rule, (lapse, Cause::new(CauseKind::Resident, resident)))
    }
}

#[cfg(test)]
#[path = "awards_tests.rs"]
mod tests;
