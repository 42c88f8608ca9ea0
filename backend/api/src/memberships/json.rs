//! Memberships as they are sent.

use chrono::{DateTime, Utc};
use linli_db::memberships::Names;
use linli_domain::ids::{MembershipId, ResidentId, TeamId};
use linli_domain::memberships::{Membership, MembershipState, Position};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// Who is to join a team.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewMembership {
    /// The resident, if the desk acts for one; the caller otherwise.
    pub resident_id: Option<ResidentId>,
    /// True to approve the request at once, for those who may approve it.
    #[serde(default)]
    pub active: bool,
}

/// What a member shall be in the team.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewPosition {
    /// Member or leader.
    pub position: Position,
}

/// A resident's membership in a team.
#[derive(Serialize, ToSchema)]
#[schema(as = Membership)]
pub struct MembershipJson {
    /// The identifier.
    pub id: MembershipId,
    /// The team.
    pub team_id: TeamId,
    /// Its name.
    pub team_name: String,
    /// The resident.
    pub resident_id: ResidentId,
    /// The resident's full name.
    pub resident_name: String,
    /// What the resident is in the team.
    pub position: Position,
    /// Where it stands.
    pub state: MembershipState,
    /// When the resident asked.
    pub requested_at: DateTime<Utc>,
    /// When it was approved or refused.
    pub decided_at: Option<DateTime<Utc>>,
    /// When it ended.
    pub ended_at: Option<DateTime<Utc>>,
}

impl MembershipJson {
    /// A membership with the names of who is in what.
    pub fn of(membership: &Membership, names: Names) -> Self {
        Self {
            id: membership.id,
            team_id: membership.team,
            team_name: names.team,
            resident_id: membership.resident,
            resident_name: names.resident,
            position: membership.position,
            state: membership.state,
            requested_at: membership.requested_at,
            decided_at: membership.decided_at,
            ended_at: membership.ended_at,
        }
    }
}
