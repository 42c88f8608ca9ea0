//! Claims 申报: a resident reports a good deed; reviewers accept it, return it or refuse it; the resident may appeal once.
//!
//! `submitted → accepted | returned (mended, submitted again) | refused`; `refused → appealed → accepted | refused`;
//! `withdrawn` by the resident as long as nobody has decided.

mod review;

pub use review::{History, Next, Reviewer};

use chrono::{DateTime, Utc};
use chrono_tz::Tz;
use serde::{Deserialize, Serialize};
use strum::{Display, EnumString};
use utoipa::ToSchema;

use crate::Refusal;
use crate::ids::{ClaimId, ResidentId, RulebookId, TransferId};
use crate::points::Points;
use crate::rulebooks::{AwardExplanation, Basis, Circumstances, Deed, Earner, Evidence, Version, award};

/// Where a claim stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Display, EnumString, ToSchema)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum ClaimState {
    /// Waits for its reviewers.
    Submitted,
    /// Returned with a reason: it can be mended and submitted again.
    Returned,
    /// Refused with a reason; can be appealed against once.
    Refused,
    /// The resident has appealed: waits for somebody who took no part before.
    Appealed,
    /// Accepted, and awarded.
    Accepted,
    /// Taken back.
    Withdrawn,
}

/// For whom a deed was done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Beneficiary {
    /// A resident of the community.
    Resident(ResidentId),
    /// Somebody by name.
    Named(String),
}

/// What is reported.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Report {
    /// The deed, as the rule book wants to know it.
    pub deed: Deed,
    /// When it began.
    pub began_at: DateTime<Utc>,
    /// What was done.
    pub description: String,
    /// Where; may be empty.
    pub place: String,
    /// For whom.
    pub beneficiary: Option<Beneficiary>,
}

/// What the rule book says to a report.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Terms {
    /// The version in force when the deed began.
    pub rulebook: RulebookId,
    /// What its rule calls the deed.
    pub rule_title: String,
    /// Whether the beneficiary's word counts as a review.
    pub beneficiary_confirms: bool,
    /// How many different people must accept it.
    pub reviews_needed: u8,
}

/// What came of a claim that was accepted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Accepted {
    /// What it earned; nothing if a cap left nothing.
    pub points: Points,
    /// Why exactly that much.
    pub explanation: AwardExplanation,
    /// The transfer; none if there was nothing to give.
    pub transfer: Option<TransferId>,
}

/// A claim.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Claim {
    /// Its identifier.
    pub id: ClaimId,
    /// Whose deed it is.
    pub resident: ResidentId,
    /// What is reported.
    pub report: Report,
    /// What the rule book says to it.
    pub terms: Terms,
    /// Where it stands.
    pub state: ClaimState,
    /// The round of reviews that it is in; 1 at first.
    pub round: i32,
    /// What the resident says against a refusal.
    pub appeal: Option<String>,
    /// What came of it.
    pub accepted: Option<Accepted>,
    /// When it was submitted first.
    pub created_at: DateTime<Utc>,
}

/// Returns what `version` says to a report with so many photos: whether the deed earns by it at all, and how many must agree.
/// That is settled by what the rule gives for the deed before caps, so that it does not change while the claim waits.
///
/// # Errors
/// [`Refusal::DeedNotOver`]; [`Refusal::DeedLengthMissing`]; [`Refusal::PhotoMissing`];
/// [`Refusal::BeneficiaryIsClaimant`]; those of [`award`].
pub fn terms(
    version: &Version,
    (resident, earner): (ResidentId, &Earner),
    (report, photos): (&Report, usize),
    (timezone, now): (Tz, DateTime<Utc>),
) -> Result<Terms, Refusal> {
    report.deed.check_over(timezone, now)?;
    if report.beneficiary == Some(Beneficiary::Resident(resident)) {
        return Err(Refusal::BeneficiaryIsClaimant);
    }
    let rule = version.book.rule(&report.deed.rule_code)?;
    let rule_title = rule.title.clone();
    if rule.basis == Basis::Hour && report.deed.minutes == 0 {
        return Err(Refusal::DeedLengthMissing { rule_title });
    }
    if rule.evidence == Evidence::Photo && photos == 0 {
        return Err(Refusal::PhotoMissing { rule_title });
    }
    let before = Circumstances {
        timezone,
        earner: Some(earner),
        by_resident: &[],
        by_household: &[],
        by_everybody: &[],
    };
    let worth = award(version, &report.deed, &before)?.explanation.computed;
    Ok(Terms {
        rulebook: version.id,
        rule_title,
        beneficiary_confirms: rule.beneficiary_confirms,
        reviews_needed: rule.reviewers.needed(worth),
    })
}

impl Claim {
    /// A new claim, which waits for its reviewers.
    pub fn submitted(
        (id, resident): (ClaimId, ResidentId),
        (report, terms): (Report, Terms),
        now: DateTime<Utc>,
    ) -> Self {
        let (state, round) = (ClaimState::Submitted, 1);
        Self { id, resident, report, terms, state, round, appeal: None, accepted: None, created_at: now }
    }

    /// Whether it can be mended.
    ///
    /// # Errors
    /// [`Refusal::WrongState`] unless it was returned.
    pub fn check_returned(&self) -> Result<(), Refusal> {
        if self.state == ClaimState::Returned { Ok(()) } else { Err(self.wrong_state()) }
    }

    /// The claim, mended and submitted again.
    ///
    /// # Errors
    /// [`Refusal::WrongState`] unless it was returned.
    pub fn mend(self, report: Report, terms: Terms) -> Result<Self, Refusal> {
        self.check_returned()?;
        Ok(Self { report, terms, state: ClaimState::Submitted, round: self.round.saturating_add(1), ..self })
    }

    /// The claim, taken back.
    ///
    /// # Errors
    /// [`Refusal::WrongState`] unless it waits for its first decision or was returned.
    pub fn withdraw(self) -> Result<Self, Refusal> {
        match self.state {
            ClaimState::Submitted | ClaimState::Returned => Ok(Self { state: ClaimState::Withdrawn, ..self }),
            ClaimState::Refused | ClaimState::Appealed | ClaimState::Accepted | ClaimState::Withdrawn => {
                Err(self.wrong_state())
            }
        }
    }

    /// The claim, appealed about: once, after it was refused.
    ///
    /// # Errors
    /// [`Refusal::AlreadyAppealed`]; [`Refusal::WrongState`].
    pub fn appeal(self, reason: String) -> Result<Self, Refusal> {
        if self.appeal.is_some() {
            return Err(Refusal::AlreadyAppealed);
        }
        if self.state != ClaimState::Refused {
            return Err(self.wrong_state());
        }
        let (state, round) = (ClaimState::Appealed, self.round.saturating_add(1));
        Ok(Self { state, round, appeal: Some(reason), ..self })
    }

    /// The claim, accepted with what it earned.
    #[must_use]
    pub fn accept(self, accepted: Accepted) -> Self {
        Self { state: ClaimState::Accepted, accepted: Some(accepted), ..self }
    }

    /// Whether it waits for reviewers.
    pub const fn waits(&self) -> bool {
        matches!(self.state, ClaimState::Submitted | ClaimState::Appealed)
    }

    /// The resident whose word counts as a review: the beneficiary, if the rule says so.
    pub const fn confirmer(&self) -> Option<ResidentId> {
        match self.report.beneficiary {
            Some(Beneficiary::Resident(resident)) if self.terms.beneficiary_confirms => Some(resident),
            _ => None,
        }
    }

    fn wrong_state(&self) -> Refusal {
        Refusal::WrongState { state: self.state.to_string() }
    }
}

#[cfg(test)]
#[path = "claims_tests.rs"]
mod tests;
