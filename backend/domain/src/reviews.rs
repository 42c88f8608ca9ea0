//! Reviews: what somebody says about something that needs another pair of eyes.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use strum::{Display, EnumString};
use utoipa::ToSchema;

use crate::Refusal;
use crate::ids::{ReviewId, UserId};

/// What a reviewer says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Display, EnumString, ToSchema)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
#[schema(as = ReviewVerdict)]
pub enum Verdict {
    /// It is right.
    Accept,
    /// Something is missing: who submitted it mends it and submits it again.
    Return,
    /// It is not right.
    Refuse,
}

/// What one person said.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Review {
    /// Its identifier.
    pub id: ReviewId,
    /// In which round: each time something is submitted again, or appealed about, a new one begins.
    pub round: i32,
    /// Who.
    pub reviewer: UserId,
    /// What.
    pub verdict: Verdict,
    /// Why; may be empty if it is accepted.
    pub note: String,
    /// When.
    pub at: DateTime<Utc>,
}

impl Review {
    /// Whether it says why, where it has to: whoever is told no can see the reason.
    ///
    /// # Errors
    /// [`Refusal::ReasonMissing`].
    pub fn check(&self) -> Result<(), Refusal> {
        let said = self.verdict == Verdict::Accept || self.note.chars().count() >= 2;
        if said { Ok(()) } else { Err(Refusal::ReasonMissing) }
    }
}
