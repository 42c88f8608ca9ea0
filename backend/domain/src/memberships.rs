//! Memberships of residents in teams: asked for, approved or refused, ended; leaders are members in that position.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use strum::{Display, EnumString};
use utoipa::ToSchema;

use crate::Refusal;
use crate::ids::{MembershipId, ResidentId, TeamId};
use crate::residents::Resident;
use crate::teams::Team;

/// What a member is in the team.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Display, EnumString, ToSchema)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum Position {
    /// 队员.
    Member,
    /// 队长.
    Leader,
}

/// Where a membership stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Display, EnumString, ToSchema)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum MembershipState {
    /// The resident has asked to join.
    Requested,
    /// The resident is a member.
    Active,
    /// The request was refused.
    Refused,
    /// The resident has left, or taken the request back.
    Ended,
}

/// A resident's membership in a team.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Membership {
    /// Its identifier.
    pub id: MembershipId,
    /// The team.
    pub team: TeamId,
    /// The resident.
    pub resident: ResidentId,
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

impl Membership {
    /// A resident's request to join a team; `open` says whether the resident is a member or has asked before.
    ///
    /// # Errors
    /// [`Refusal::TeamDissolved`], [`Refusal::ResidentNotActive`], [`Refusal::AlreadyMember`].
    pub fn request(
        id: MembershipId,
        team: &Team,
        resident: &Resident,
        open: bool,
        now: DateTime<Utc>,
    ) -> Result<Self, Refusal> {
        team.check_active()?;
        resident.check_active()?;
        if open {
            return Err(Refusal::AlreadyMember);
        }
        Ok(Self {
            id,
            team: team.id,
            resident: resident.id,
            position: Position::Member,
            state: MembershipState::Requested,
            requested_at: now,
            decided_at: None,
            ended_at: None,
        })
    }

    /// The request approved: the resident is a member from now on.
    ///
    /// # Errors
    /// [`Refusal::WrongState`], [`Refusal::TeamDissolved`], [`Refusal::ResidentNotActive`].
    pub fn approve(self, team: &Team, resident: &Resident, now: DateTime<Utc>) -> Result<Self, Refusal> {
        self.check_requested()?;
        team.check_active()?;
        resident.check_active()?;
        Ok(Self { state: MembershipState::Active, decided_at: Some(now), ..self })
    }

    /// The request refused.
    ///
    /// # Errors
    /// [`Refusal::WrongState`].
    pub fn refuse(self, now: DateTime<Utc>) -> Result<Self, Refusal> {
        self.check_requested()?;
        Ok(Self { state: MembershipState::Refused, decided_at: Some(now), ..self })
    }

    /// The membership ended, or the request taken back.
    ///
    /// # Errors
    /// [`Refusal::WrongState`].
    pub fn end(self, now: DateTime<Utc>) -> Result<Self, Refusal> {
        match self.state {
            MembershipState::Requested | MembershipState::Active => {
                Ok(Self { state: MembershipState::Ended, ended_at: Some(now), ..self })
            }
            MembershipState::Refused | MembershipState::Ended => Err(self.wrong_state()),
        }
    }

    /// The member in another position.
    ///
    /// # Errors
    /// [`Refusal::NotAMember`].
    pub fn placed(self, position: Position) -> Result<Self, Refusal> {
        if self.state == MembershipState::Active {
            Ok(Self { position, ..self })
        } else {
            Err(Refusal::NotAMember)
        }
    }

    fn check_requested(&self) -> Result<(), Refusal> {
        if self.state == MembershipState::Requested { Ok(()) } else { Err(self.wrong_state()) }
    }

    fn wrong_state(&self) -> Refusal {
        Refusal::WrongState { state: self.state.to_string() }
    }
}

#[cfg(test)]
mod tests {
    use super::{Membership, MembershipState, Position};
    use crate::Refusal;
    use crate::ids::MembershipId;
    use crate::residents::ResidentState;
    use crate::residents::tests::resident;
    use crate::teams::tests::team;
    use crate::teams::{TeamKind, TeamState};
    use chrono::{DateTime, Utc};
    use uuid::Uuid;

    const NOW: DateTime<Utc> = DateTime::UNIX_EPOCH;

    fn request(team_state: TeamState, who: ResidentState, open: bool) -> Result<Membership, Refusal> {
        let id = MembershipId::new(Uuid::nil());
        Membership::request(id, &team(TeamKind::Core, team_state), &resident(who), open, NOW)
    }

    fn requested() -> Membership {
        request(TeamState::Active, ResidentState::Active, false).unwrap()
    }

    fn approved() -> Membership {
        let team = team(TeamKind::Core, TeamState::Active);
        requested().approve(&team, &resident(ResidentState::Active), NOW).unwrap()
    }

    fn wrong(state: &str) -> Refusal {
        Refusal::WrongState { state: state.into() }
    }

    #[test]
    fn residents_join_active_teams_once() {
        use {ResidentState as R, TeamState as T};
        assert_eq!(request(T::Dissolved, R::Active, false), Err(Refusal::TeamDissolved));
        assert_eq!(request(T::Active, R::MovedOut, false), Err(Refusal::ResidentNotActive));
        assert_eq!(request(T::Active, R::Active, true), Err(Refusal::AlreadyMember));
        assert_eq!((requested().state, requested().position), (MembershipState::Requested, Position::Member));
    }

    #[test]
    fn a_request_is_decided_once() {
        let (team, who) = (team(TeamKind::Core, TeamState::Active), resident(ResidentState::Active));
        assert_eq!(approved().approve(&team, &who, NOW), Err(wrong("active")));
        assert_eq!(approved().refuse(NOW), Err(wrong("active")));
        let refused = requested().refuse(NOW).unwrap();
        assert_eq!(refused.approve(&team, &who, NOW), Err(wrong("refused")));
    }

    #[test]
    fn nobody_is_approved_who_could_not_ask_any_more() {
        let (team, gone) = (team(TeamKind::Core, TeamState::Active), resident(ResidentState::Deceased));
        assert_eq!(requested().approve(&team, &gone, NOW), Err(Refusal::ResidentNotActive));
    }

    #[test]
    fn a_membership_or_a_request_ends_once() {
        let ended = approved().end(NOW).unwrap();
        assert_eq!(ended.end(NOW), Err(wrong("ended")));
        assert_eq!(requested().end(NOW).unwrap().state, MembershipState::Ended);
    }

    #[test]
    fn only_members_have_a_position() {
        assert_eq!(approved().placed(Position::Leader).unwrap().position, Position::Leader);
        assert_eq!(requested().placed(Position::Leader), Err(Refusal::NotAMember));
    }
}
