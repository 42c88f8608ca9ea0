//! Sign-ups for shifts: a place each, given back until the shift begins.

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
    /// The place was given back.
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
    /// When the place was given back.
    pub withdrawn_at: Option<DateTime<Utc>>,
}

/// Who wants to sign up.
#[derive(Debug, Clone, Copy)]
pub struct Applicant<'a> {
    /// The resident.
    pub resident: &'a Resident,
    /// Whether the resident is a member of the activity's team.
    pub is_member: bool,
    /// Whether the resident has a place in the shift.
    pub is_signed_up: bool,
}

impl Signup {
    /// A resident's sign-up for a shift that still has a place.
    ///
    /// # Errors
    /// [`Refusal::WrongState`], [`Refusal::ShiftStarted`], [`Refusal::ResidentNotActive`], [`Refusal::NotAMember`],
    /// [`Refusal::AlreadySignedUp`], [`Refusal::ShiftFull`].
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
        if shift.taken >= shift.capacity {
            return Err(Refusal::ShiftFull);
        }
        let resident = who.resident.id;
        let state = SignupState::SignedUp;
        Ok(Self { id, shift: shift.id, resident, state, signed_up_at: now, withdrawn_at: None })
    }

    /// The sign-up with its place given back.
    ///
    /// # Errors
    /// [`Refusal::WrongState`], [`Refusal::ShiftStarted`].
    pub fn withdraw(self, shift: &Shift, now: DateTime<Utc>) -> Result<Self, Refusal> {
        if self.state != SignupState::SignedUp {
            return Err(Refusal::WrongState { state: self.state.to_string() });
        }
        shift.check_ahead(now)?;
        Ok(Self { state: SignupState::Withdrawn, withdrawn_at: Some(now), ..self })
    }
}

#[cfg(test)]
mod tests {
    use super::{Applicant, Signup, SignupState};
    use crate::Refusal;
    use crate::activities::tests::{NOW, activity, shift};
    use crate::activities::{Activity, ActivityState, Recruit, Shift};
    use crate::ids::SignupId;
    use crate::residents::ResidentState;
    use crate::residents::tests::resident;
    use chrono::Duration;
    use uuid::Uuid;

    fn ahead() -> Shift {
        shift(NOW + Duration::hours(1), 60)
    }

    fn sign_up(
        (activity, shift): (&Activity, &Shift),
        standing: ResidentState,
        (is_member, is_signed_up): (bool, bool),
    ) -> Result<Signup, Refusal> {
        let resident = resident(standing);
        let who = Applicant { resident: &resident, is_member, is_signed_up };
        Signup::new(SignupId::new(Uuid::nil()), (activity, shift), who, NOW)
    }

    #[test]
    fn a_resident_signs_up_once_while_there_is_a_place() {
        let (open, shift) = (activity(ActivityState::Recruiting), ahead());
        let (full, active) = (Shift { taken: 2, ..ahead() }, ResidentState::Active);
        let made = sign_up((&open, &shift), active, (false, false)).unwrap();
        assert_eq!(made.state, SignupState::SignedUp);
        assert_eq!(sign_up((&open, &shift), active, (false, true)), Err(Refusal::AlreadySignedUp));
        assert_eq!(sign_up((&open, &full), active, (false, false)), Err(Refusal::ShiftFull));
    }

    #[test]
    fn nobody_signs_up_too_early_too_late_or_after_leaving() {
        let (open, shift, active) = (activity(ActivityState::Running), ahead(), ResidentState::Active);
        let begun = Shift { starts_at: NOW, ..ahead() };
        assert_eq!(sign_up((&open, &begun), active, (false, false)), Err(Refusal::ShiftStarted));
        let gone = sign_up((&open, &shift), ResidentState::MovedOut, (false, false));
        assert_eq!(gone, Err(Refusal::ResidentNotActive));
        let early = sign_up((&activity(ActivityState::Reviewed), &shift), active, (false, false));
        assert_eq!(early, Err(Refusal::WrongState { state: "reviewed".into() }));
    }

    #[test]
    fn an_activity_for_the_team_is_for_its_members() {
        let of_team = Activity { recruit: Recruit::Team, ..activity(ActivityState::Recruiting) };
        let (shift, active) = (ahead(), ResidentState::Active);
        assert_eq!(sign_up((&of_team, &shift), active, (false, false)), Err(Refusal::NotAMember));
        assert!(sign_up((&of_team, &shift), active, (true, false)).is_ok());
    }

    #[test]
    fn a_place_is_given_back_once_until_the_shift_begins() {
        let (open, shift) = (activity(ActivityState::Recruiting), ahead());
        let made = sign_up((&open, &shift), ResidentState::Active, (false, false)).unwrap();
        assert_eq!(made.clone().withdraw(&shift, shift.starts_at), Err(Refusal::ShiftStarted));
        let withdrawn = made.withdraw(&shift, NOW).unwrap();
        assert_eq!(withdrawn.withdraw(&shift, NOW), Err(Refusal::WrongState { state: "withdrawn".into() }));
    }
}
