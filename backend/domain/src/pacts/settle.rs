//! Settling a pact: what each household that kept it earns, and who of it gets that.

use std::fmt;

use super::Chosen;
use crate::Refusal;
use crate::activities::{NoAward, Outcome, outcome_of};
use crate::calendar::Month;
use crate::ids::{HouseholdId, PactMarkId, ResidentId, RulebookId, TransferId};
use crate::ledger::{Cause, CauseKind, Lapse, Posting};
use crate::residents::ResidentState;
use crate::rulebooks::{Deed, Lookback, Records, Rule, Version};

/// A household that kept the pact.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Kept {
    /// Its mark.
    pub mark: PactMarkId,
    /// The household.
    pub household: HouseholdId,
    /// Who gets what it earns, and why this one; none if nobody is registered in it.
    pub recipient: Option<(ResidentId, Chosen)>,
}

/// What came of a household's mark.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SettledMark {
    /// The mark, and who gets what the household earned.
    pub kept: Kept,
    /// What it earned.
    pub outcome: Outcome,
}

impl SettledMark {
    /// Returns the transfer that posts it, by this version for the last day of the month; none if it earned nothing.
    pub fn posting(
        &self,
        (rulebook, month): (RulebookId, Month),
        lapse: Lapse,
        id: TransferId,
    ) -> Option<Posting> {
        let (award, (resident, _)) = self.outcome.award().zip(self.kept.recipient)?;
        let cause = Cause::new(CauseKind::PactMark, self.kept.mark);
        Posting::award((id, resident), award, (rulebook, month.last_day()), (lapse, cause))
    }
}

impl fmt::Display for SettledMark {
    /// Why exactly these points, and why to this resident, as a sentence.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.outcome.fmt(f)?;
        match self.kept.recipient {
            Some((_, chosen)) => write!(f, "；{}", chosen.chinese()),
            None => Ok(()),
        }
    }
}

/// The deed: keeping the pact until the last day of the month.
fn deed(rule: &Rule, month: Month) -> Deed {
    Deed::on(&rule.code, month.last_day())
}

/// Since when earlier awards count.
///
/// # Errors
/// [`Refusal::UnknownRule`].
pub fn lookback(version: &Version, rule: &Rule, month: Month) -> Result<Lookback, Refusal> {
    version.book.lookback(&rule.code, month.last_day())
}

/// Returns what each household that kept the pact earns by a rule of the version in force at the end of the month. What
/// its members earned before counts against the caps. A household in which nobody is registered, or whose recipient the
/// rule is not for, earns nothing and does not hinder the others.
///
/// # Errors
/// [`Refusal::ResidentNotActive`] if the records leave somebody out.
pub fn settle(
    (version, rule): (&Version, &Rule),
    month: Month,
    kept: &[Kept],
    mut records: Records,
) -> Result<Vec<SettledMark>, Refusal> {
    let deed = deed(rule, month);
    let settle_one = |one: &Kept| {
        let outcome = match one.recipient {
            Some((resident, _)) => {
                outcome_of(version, &deed, (resident, ResidentState::Active), &mut records)?
            }
            None => Outcome::NotAwarded(NoAward::NobodyRegistered),
        };
        Ok(SettledMark { kept: *one, outcome })
    };
    kept.iter().map(settle_one).collect()
}
