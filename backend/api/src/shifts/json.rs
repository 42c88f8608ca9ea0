//! What is asked of shifts, and the codes of their places.

use linli_db::activities::Names;
use linli_domain::activities::{Activity, ActivityState, Shift};
use linli_domain::ids::{ActivityId, ResidentId, TeamId};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::activities::ShiftJson;
use crate::input::{Text, Whole};

/// A shift with its activity.
#[derive(Serialize, ToSchema)]
pub struct ShiftOfActivity {
    /// The shift.
    #[serde(flatten)]
    pub shift: ShiftJson,
    /// The activity.
    pub activity_id: ActivityId,
    /// What it is called.
    pub activity_title: String,
    /// Where it stands.
    pub activity_state: ActivityState,
    /// Where people meet.
    pub place: String,
    /// The team that carries it out.
    pub team_id: TeamId,
    /// The team's name.
    pub team_name: String,
}

impl ShiftOfActivity {
    /// A shift of this activity.
    pub fn of(shift: &Shift, activity: Activity, names: Names) -> Self {
        Self {
            shift: ShiftJson::from(shift),
            activity_id: activity.id,
            activity_title: activity.title,
            activity_state: activity.state,
            place: activity.place,
            team_id: activity.team,
            team_name: names.team,
        }
    }
}

/// What changes of a shift.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ShiftChange {
    /// For how many it is from now on; at least for those who have signed up.
    pub capacity: Whole<1, 1000>,
}

/// Somebody who has come or goes.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct CheckAtPlace {
    /// The six digits that are shown at the place, or the token of its QR code. Left out by who guides the team, for a
    /// resident without a phone.
    pub code: Option<Text<6, 32>>,
    /// The resident whom somebody checks in or out by hand; the caller otherwise.
    pub resident_id: Option<ResidentId>,
}

/// The code of a place, as it is shown now.
#[derive(Serialize, ToSchema)]
pub struct ShownCode {
    /// Six digits to type.
    pub code: String,
    /// A token to scan as a QR code.
    pub token: String,
    /// For how many seconds it is still shown.
    pub seconds_left: i64,
}
