//! Sign-ups for shifts: a place each, or a place in the queue for one; given back until the shift begins.

mod check_in;
mod waiting;

pub use check_in::{Check, MinutesFrom, PlaceCode, Tick, check_code};
pub use waiting::{Engagement, Waiting, clash_of, moved_up};

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use strum::{Display, EnumString};
use utoipa::ToSchema;

use crate::Refusal;
use crate::activities::{Activity, Recruit, Shift};
use crate::ids::{ResidentId, ShiftId, SignupId};
use crate::residents::Resident;

/// Where a sign-up stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Display, EnumString, ToSchema)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum SignupState {
    /// The resident has a place.
    SignedUp,
    /// The shift is full; the resident waits for a place.
    Waiting,
    /// The place, or the wait for one, was given up.
    Withdrawn,
}

/// A resident's sign-up for a shift.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Signup {
    /// Its identifier.
    pub id: SignupId,
    /// The shift.
    pub shift: ShiftId,
    /// The resident.
    pub resident: ResidentId,
    /// Where it stands.
    pub state: SignupState,
    /// When the resident signed up.
    pub signed_up_at: DateTime<Utc>,
    /// When a place became free for who had waited for it.
    pub moved_up_at: Option<DateTime<Utc>>,
    /// When the place was given back.
    pub withdrawn_at: Option<DateTime<Utc>>,
    /// When the resident came to the place.
    pub checked_in: Option<Check>,
    /// When the resident left it.
    pub checked_out: Option<Check>,
}

/// Who wants to sign up.
#[derive(Debug, Clone, Copy)]
pub struct Applicant<'a> {
    /// The resident.
    pub resident: &'a Resident,
    /// Whether the resident is a member of the activity's team.
    pub is_member: bool,
    /// Whether the resident has a place in the shift, or waits for one.
    pub is_signed_up: bool,
    /// Whether the resident would wait for a place.
    pub waits: bool,
    /// Where else the resident has a place.
    pub elsewhere: &'a [Engagement],
}

impl Signup {
    /// A resident's sign-up for a shift that still has a place, or for its queue if the resident would wait.
    ///
    /// # Errors
    /// [`Refusal::WrongState`], [`Refusal::ShiftStarted`], [`Refusal::ResidentNotActive`], [`Refusal::NotAMember`],
    /// [`Refusal::AlreadySignedUp`], [`Refusal::Clash`], [`Refusal::ShiftFull`].
    pub fn new(
        id: SignupId,
        (activity, shift): (&Activity, &Shift),
        who: Applicant<'_>,
        now: DateTime<Utc>,
    ) -> Result<Self, Refusal> {
        activity.check_open()?;
        shift.check_ahead(now)?;
        who.resident.check_active()?;
        if activity.recruit == Recruit::Team && !who.is_member {
            return Err(Refusal::NotAMember);
        }
        if who.is_signed_up {
            return Err(Refusal::AlreadySignedUp);
        }
        if let Some(other) = clash_of(shift, who.elsewhere) {
            return Err(other.refusal());
        }
        let state = match (shift.has_place(), who.waits) {
            (true, _) => SignupState::SignedUp,
            (false, true) => SignupState::Waiting,
            (false, false) => return Err(Refusal::ShiftFull),
        };
        let resident = who.resident.id;
        Ok(Self {
            id,
            shift: shift.id,
            resident,
            state,
            signed_up_at: now,
            moved_up_at: None,
            withdrawn_at: None,
            checked_in: None,
            checked_out: None,
        })
    }

    /// The sign-up with its place, or its wait for one, given up.
    ///
    /// # Errors
    /// [`Refusal::WrongState`], [`Refusal::ShiftStarted`].
    pub fn withdraw(self, shift: &Shift, now: DateTime<Utc>) -> Result<Self, Refusal> {
        if self.state == SignupState::Withdrawn {
            return Err(Refusal::WrongState { state: self.state.to_string() });
        }
        shift.check_ahead(now)?;
        Ok(Self { state: SignupState::Withdrawn, withdrawn_at: Some(now), ..self })
    }
}

#[cfg(test)]
#[path = "signups/tests.rs"]
mod tests;
