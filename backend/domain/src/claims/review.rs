//! Who may review a claim, and what follows from what they say: maker and checker.

use std::collections::BTreeSet;

use super::{Claim, ClaimState};
use crate::Refusal;
use crate::ids::{HouseholdId, ResidentId, UserId};
use crate::reviews::{Review, Verdict};

/// Who wants to review a claim.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Reviewer {
    /// The account.
    pub user: UserId,
    /// The resident it belongs to.
    pub resident: Option<ResidentId>,
    /// That resident's household.
    pub household: Option<HouseholdId>,
}

/// What has happened to a claim before.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct History {
    /// The household of the resident whose deed it is.
    pub household: HouseholdId,
    /// Who has put it before the reviewers, by turns.
    pub submitters: BTreeSet<UserId>,
    /// What reviewers have said, in all rounds.
    pub reviews: Vec<Review>,
}

/// What follows from a review.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Next {
    /// Somebody else has to agree too.
    Waits,
    /// All who must agree have done so: the deed is awarded.
    Accept,
    /// It was returned or refused.
    Ended(ClaimState),
}

impl Claim {
    /// Whether this person may review the claim: nobody their own, nor one that they have submitted, nor one of their
    /// household; nobody twice in a round; and an appeal is decided by somebody who has taken no part before.
    ///
    /// # Errors
    /// [`Refusal::WrongState`], [`Refusal::ReviewerIsClaimant`], [`Refusal::ReviewerInHousehold`],
    /// [`Refusal::AlreadyReviewed`], [`Refusal::ReviewerTookPart`].
    pub fn check_reviewer(&self, reviewer: Reviewer, before: &History) -> Result<(), Refusal> {
        if before.reviews.iter().any(|one| one.reviewer == reviewer.user && one.round == self.round) {
            return Err(Refusal::AlreadyReviewed);
        }
        if !self.waits() {
            return Err(self.wrong_state());
        }
        if reviewer.resident == Some(self.resident) || before.submitters.contains(&reviewer.user) {
            return Err(Refusal::ReviewerIsClaimant);
        }
        if reviewer.household == Some(before.household) {
            return Err(Refusal::ReviewerInHousehold);
        }
        let took_part = before.reviews.iter().any(|one| one.reviewer == reviewer.user);
        if self.state == ClaimState::Appealed && took_part {
            return Err(Refusal::ReviewerTookPart);
        }
        Ok(())
    }

    /// What follows from a verdict, after what others have said in the same round.
    ///
    /// # Errors
    /// [`Refusal::AppealNotReturned`].
    pub fn next(&self, verdict: Verdict, before: &History) -> Result<Next, Refusal> {
        let accepts = |one: &&Review| one.round == self.round && one.verdict == Verdict::Accept;
        let accepted = before.reviews.iter().filter(accepts).count().saturating_add(1);
        match verdict {
            Verdict::Accept if accepted >= usize::from(self.terms.reviews_needed) => Ok(Next::Accept),
            Verdict::Accept => Ok(Next::Waits),
            Verdict::Return if self.state == ClaimState::Appealed => Err(Refusal::AppealNotReturned),
            Verdict::Return => Ok(Next::Ended(ClaimState::Returned)),
            Verdict::Refuse => Ok(Next::Ended(ClaimState::Refused)),
        }
    }

    /// The claim, returned or refused.
    #[must_use]
    pub fn ended(self, state: ClaimState) -> Self {
        Self { state, ..self }
    }
}
