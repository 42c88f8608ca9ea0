//! Teams as they are sent.

use chrono::NaiveDate;
use linli_db::teams::Crew;
use linli_domain::ids::TeamId;
use linli_domain::residents::masked_name;
use linli_domain::teams::{Team, TeamKind, TeamState};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::input::{Day, Name, Note};

/// A team to be founded.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewTeam {
    /// Its place in the tree.
    pub kind: TeamKind,
    /// The team above it: none for the agency, the agency for a core team, a core team for a derived one.
    pub parent_id: Option<TeamId>,
    /// Its name, unique in the community.
    pub name: Name,
    /// What it is for.
    pub purpose: Note,
    /// When it was founded; today unless given.
    pub founded_on: Option<Day>,
}

/// What changes of a team; what is left out stays.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct TeamChange {
    /// Its name.
    pub name: Option<Name>,
    /// What it is for.
    pub purpose: Option<Note>,
    /// Where it stands.
    pub state: Option<TeamState>,
}

/// A team.
#[derive(Serialize, ToSchema)]
#[schema(as = Team)]
pub struct TeamJson {
    /// The identifier.
    pub id: TeamId,
    /// Its place in the tree.
    pub kind: TeamKind,
    /// The team above it; none for the agency.
    pub parent_id: Option<TeamId>,
    /// The name.
    pub name: String,
    /// What it is for.
    pub purpose: String,
    /// Where it stands.
    pub state: TeamState,
    /// When it was founded.
    pub founded_on: NaiveDate,
    /// How many active members it has, leaders among them.
    pub members: i64,
    /// The names of its leaders; masked unless the desk or a social worker asks.
    pub leaders: Vec<String>,
}

impl TeamJson {
    /// A team with those who are in it; `named` if the caller may see full names.
    pub fn of(team: Team, crew: Crew, named: bool) -> Self {
        let shown = |name: String| if named { name } else { masked_name(&name) };
        Self {
            id: team.id,
            kind: team.kind,
            parent_id: team.parent,
            name: team.name,
            purpose: team.purpose,
            state: team.state,
            founded_on: team.founded_on,
            members: crew.members,
            leaders: crew.leaders.into_iter().map(shown).collect(),
        }
    }
}
