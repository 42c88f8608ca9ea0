//! Volunteer teams 志愿队伍 in the 1+6+N tree: an agency, core teams under it, derived teams under those.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use strum::{Display, EnumString};
use utoipa::ToSchema;

use crate::Refusal;
use crate::ids::TeamId;

/// A team's place in the tree.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Display, EnumString, ToSchema)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum TeamKind {
    /// 社工机构: the social-work agency at the root.
    Agency,
    /// 核心队伍: under the agency.
    Core,
    /// 衍生队伍: under a core team.
    Derived,
}

/// Where a team stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Display, EnumString, ToSchema)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum TeamState {
    /// At work.
    Active,
    /// Dissolved: it takes no members and proposes no activities; what it did stays.
    Dissolved,
}

/// A volunteer team.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Team {
    /// Its identifier.
    pub id: TeamId,
    /// Its place in the tree.
    pub kind: TeamKind,
    /// The team above it; none for the agency.
    pub parent: Option<TeamId>,
    /// Its name, unique in the community.
    pub name: String,
    /// What it is for.
    pub purpose: String,
    /// Where it stands.
    pub state: TeamState,
    /// When it was founded.
    pub founded_on: NaiveDate,
}

impl Team {
    /// Whether the team is at work.
    ///
    /// # Errors
    /// [`Refusal::TeamDissolved`].
    pub fn check_active(&self) -> Result<(), Refusal> {
        if self.state == TeamState::Active { Ok(()) } else { Err(Refusal::TeamDissolved) }
    }

    /// Whether the team fits under `parent`: the agency under none, a core team under an active agency, a derived
    /// team under an active core team.
    ///
    /// # Errors
    /// [`Refusal::UnsuitableParent`].
    pub fn check_parent(&self, parent: Option<&Self>) -> Result<(), Refusal> {
        let under = parent.filter(|parent| parent.state == TeamState::Active).map(|parent| parent.kind);
        match (self.kind, parent, under) {
            (TeamKind::Agency, None, _)
            | (TeamKind::Core, _, Some(TeamKind::Agency))
            | (TeamKind::Derived, _, Some(TeamKind::Core)) => Ok(()),
            _ => Err(Refusal::UnsuitableParent),
        }
    }

    /// The team in another state: dissolved once no active team is below it and none of its activities is announced, at work
    /// again if its parent is.
    ///
    /// # Errors
    /// [`Refusal::TeamHasDerivedTeams`], [`Refusal::TeamHasActivities`], [`Refusal::UnsuitableParent`].
    pub fn with_state(
        self,
        state: TeamState,
        parent: Option<&Self>,
        (has_active_below, has_announced): (bool, bool),
    ) -> Result<Self, Refusal> {
        match (self.state, state) {
            (TeamState::Active, TeamState::Dissolved) if has_active_below => {
                return Err(Refusal::TeamHasDerivedTeams);
            }
            (TeamState::Active, TeamState::Dissolved) if has_announced => {
                return Err(Refusal::TeamHasActivities);
            }
            (TeamState::Dissolved, TeamState::Active) => self.check_parent(parent)?,
            _ => {}
        }
        Ok(Self { state, ..self })
    }
}

#[cfg(test)]
pub(crate) mod tests {
    use super::{Team, TeamKind, TeamState};
    use crate::Refusal;
    use crate::ids::TeamId;
    use chrono::NaiveDate;
    use uuid::Uuid;

    pub(crate) fn team(kind: TeamKind, state: TeamState) -> Team {
        Team {
            id: TeamId::new(Uuid::from_u128(53)),
            kind,
            parent: None,
            name: "绿色家园队".into(),
            purpose: "清洁".into(),
            state,
            founded_on: NaiveDate::MIN,
        }
    }

    fn active(kind: TeamKind) -> Team {
        team(kind, TeamState::Active)
    }

    #[test]
    fn each_kind_of_team_has_its_place_in_the_tree() {
        let [agency, core, derived] = [TeamKind::Agency, TeamKind::Core, TeamKind::Derived].map(active);
        assert_eq!(agency.check_parent(None), Ok(()));
        assert_eq!(core.check_parent(Some(&agency)), Ok(()));
        assert_eq!(derived.check_parent(Some(&core)), Ok(()));
        let wrong = [
            (&agency, Some(&agency)),
            (&core, None),
            (&core, Some(&core)),
            (&core, Some(&derived)),
            (&derived, None),
            (&derived, Some(&agency)),
            (&derived, Some(&derived)),
        ];
        for (team, parent) in wrong {
            assert_eq!(team.check_parent(parent), Err(Refusal::UnsuitableParent), "{team:?} {parent:?}");
        }
    }

    #[test]
    fn nothing_grows_under_a_dissolved_team() {
        let gone = team(TeamKind::Core, TeamState::Dissolved);
        assert_eq!(active(TeamKind::Derived).check_parent(Some(&gone)), Err(Refusal::UnsuitableParent));
        let derived = team(TeamKind::Derived, TeamState::Dissolved);
        assert_eq!(
            derived.with_state(TeamState::Active, Some(&gone), (false, false)),
            Err(Refusal::UnsuitableParent)
        );
    }

    #[test]
    fn a_team_is_dissolved_once_none_is_active_below_it() {
        let core = active(TeamKind::Core);
        let refused = core.clone().with_state(TeamState::Dissolved, None, (true, false));
        assert_eq!(refused, Err(Refusal::TeamHasDerivedTeams));
        let refused = core.clone().with_state(TeamState::Dissolved, None, (false, true));
        assert_eq!(refused, Err(Refusal::TeamHasActivities));
        let gone = core.with_state(TeamState::Dissolved, None, (false, false)).unwrap();
        assert_eq!(gone.check_active(), Err(Refusal::TeamDissolved));
        assert_eq!(gone.clone().with_state(TeamState::Dissolved, None, (true, true)), Ok(gone));
    }
}
