//! Sign-ups as they are sent.

use chrono::{DateTime, Utc};
use linli_db::signups::SignupFor;
use linli_domain::activities::ActivityState;
use linli_domain::ids::{ActivityId, ResidentId, ShiftId, SignupId};
use linli_domain::signups::SignupState;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// Who is to sign up.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewSignup {
    /// The resident, if the desk acts for one; the caller otherwise.
    pub resident_id: Option<ResidentId>,
    /// Whether to wait for a place if the shift is full; not unless given.
    #[serde(default)]
    #[schema(required = false)]
    pub wait: bool,
}

/// A resident's sign-up for a shift.
#[derive(Serialize, ToSchema)]
#[schema(as = Signup)]
pub struct SignupJson {
    /// The identifier.
    pub id: SignupId,
    /// The resident.
    pub resident_id: ResidentId,
    /// Where it stands.
    pub state: SignupState,
    /// When the resident signed up.
    pub signed_up_at: DateTime<Utc>,
    /// Who waits: the place in the queue, 1 for the next to move up.
    pub queue_place: Option<i64>,
    /// When a place became free for who had waited for it.
    pub moved_up_at: Option<DateTime<Utc>>,
    /// When the place was given back.
    pub withdrawn_at: Option<DateTime<Utc>>,
    /// When the resident came to the place.
    pub checked_in_at: Option<DateTime<Utc>>,
    /// Whether that was written down by hand, without the code of the place.
    pub checked_in_by_hand: bool,
    /// When the resident left.
    pub checked_out_at: Option<DateTime<Utc>>,
    /// Whether that was written down by hand.
    pub checked_out_by_hand: bool,
    /// The shift.
    pub shift_id: ShiftId,
    /// When the shift begins; until then the place can be given back.
    pub starts_at: DateTime<Utc>,
    /// When the shift ends.
    pub ends_at: DateTime<Utc>,
    /// The activity.
    pub activity_id: ActivityId,
    /// What the activity is called.
    pub activity_title: String,
    /// Where the activity stands.
    pub activity_state: ActivityState,
    /// Where people meet.
    pub place: String,
}

impl From<SignupFor> for SignupJson {
    fn from(found: SignupFor) -> Self {
        let SignupFor { signup, shift, title, place, state, queue_place } = found;
        Self {
            id: signup.id,
            resident_id: signup.resident,
            state: signup.state,
            signed_up_at: signup.signed_up_at,
            queue_place,
            moved_up_at: signup.moved_up_at,
            withdrawn_at: signup.withdrawn_at,
            checked_in_at: signup.checked_in.map(|check| check.at),
            checked_in_by_hand: signup.checked_in.is_some_and(|check| check.by.is_some()),
            checked_out_at: signup.checked_out.map(|check| check.at),
            checked_out_by_hand: signup.checked_out.is_some_and(|check| check.by.is_some()),
            shift_id: shift.id,
            starts_at: shift.starts_at,
            ends_at: shift.ends_at,
            activity_id: shift.activity,
            activity_title: title,
            activity_state: state,
            place,
        }
    }
}
