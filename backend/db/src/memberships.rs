//! Memberships of residents in teams.

use std::collections::BTreeSet;

use chrono::{DateTime, Utc};
use diesel::dsl::exists;
use diesel::{
    BoolExpressionMethods, ExpressionMethods, JoinOnDsl, OptionalExtension, QueryDsl, Queryable, Selectable,
    SelectableHelper,
};
use diesel_async::RunQueryDsl;
use linli_domain::ids::{CommunityId, MembershipId, ResidentId, TeamId};
use linli_domain::memberships::{Membership, MembershipState};
use uuid::Uuid;

use crate::error::read;
use crate::schema::{memberships, residents, teams};
use crate::{Connection, Error, Page, Result, Slice};

#[derive(Queryable, Selectable)]
#[diesel(table_name = memberships, check_for_backend(diesel::pg::Pg))]
struct Row {
    id: Uuid,
    team_id: Uuid,
    resident_id: Uuid,
    position: String,
    state: String,
    requested_at: DateTime<Utc>,
    decided_at: Option<DateTime<Utc>>,
    ended_at: Option<DateTime<Utc>>,
}

impl Row {
    fn read(self) -> Result<Membership> {
        Ok(Membership {
            id: MembershipId::new(self.id),
            team: TeamId::new(self.team_id),
            resident: ResidentId::new(self.resident_id),
            position: read(&self.position)?,
            state: read(&self.state)?,
            requested_at: self.requested_at,
            decided_at: self.decided_at,
            ended_at: self.ended_at,
        })
    }
}

/// What a membership names, as people call it.
#[derive(Debug, Clone)]
pub struct Names {
    /// The resident's full name.
    pub resident: String,
    /// The team's.
    pub team: String,
}

/// Which memberships are asked for.
#[derive(Debug, Clone, Copy, Default)]
pub struct Filter {
    /// Those in this team.
    pub team: Option<TeamId>,
    /// Those of this resident.
    pub resident: Option<ResidentId>,
    /// Those in this state.
    pub state: Option<MembershipState>,
}

/// Stores a new membership; answers false if the resident is in the team or has asked to be.
///
/// # Errors
/// If the data base does not answer.
pub async fn insert(connection: &mut Connection, community: CommunityId, new: &Membership) -> Result<bool> {
    let inserted = diesel::insert_into(memberships::table)
        .values((
            memberships::community_id.eq(community.uuid()),
            memberships::id.eq(new.id.uuid()),
            memberships::team_id.eq(new.team.uuid()),
            memberships::resident_id.eq(new.resident.uuid()),
            memberships::position.eq(new.position.to_string()),
            memberships::state.eq(new.state.to_string()),
            memberships::requested_at.eq(new.requested_at),
            memberships::decided_at.eq(new.decided_at),
            memberships::ended_at.eq(new.ended_at),
        ))
        .on_conflict_do_nothing()
        .execute(connection)
        .await?;
    Ok(inserted == 1)
}

/// Stores the position and the state of a membership as they are now.
///
/// # Errors
/// If the data base does not answer.
pub async fn update(connection: &mut Connection, community: CommunityId, new: &Membership) -> Result<()> {
    diesel::update(memberships::table.find((community.uuid(), new.id.uuid())))
        .set((
            memberships::position.eq(new.position.to_string()),
            memberships::state.eq(new.state.to_string()),
            memberships::decided_at.eq(new.decided_at),
            memberships::ended_at.eq(new.ended_at),
        ))
        .execute(connection)
        .await?;
    Ok(())
}

/// Whether the resident has a membership in the team that is in one of these states.
///
/// # Errors
/// If the data base does not answer.
pub async fn exists_in(
    connection: &mut Connection,
    community: CommunityId,
    (team, resident): (TeamId, ResidentId),
    states: &[MembershipState],
) -> Result<bool> {
    let states: Vec<String> = states.iter().map(ToString::to_string).collect();
    let found = memberships::table
        .filter(memberships::community_id.eq(community.uuid()))
        .filter(memberships::team_id.eq(team.uuid()).and(memberships::resident_id.eq(resident.uuid())))
        .filter(memberships::state.eq_any(states));
    diesel::select(exists(found)).get_result(connection).await.map_err(Error::from)
}

/// Those of these residents who are members of a team.
///
/// # Errors
/// If the data base does not answer.
pub async fn active_among(
    connection: &mut Connection,
    community: CommunityId,
    (team, residents): (TeamId, &[ResidentId]),
) -> Result<BTreeSet<ResidentId>> {
    let residents: Vec<Uuid> = residents.iter().map(|resident| resident.uuid()).collect();
    let members: Vec<Uuid> = memberships::table
        .filter(memberships::community_id.eq(community.uuid()).and(memberships::team_id.eq(team.uuid())))
        .filter(memberships::resident_id.eq_any(residents))
        .filter(memberships::state.eq(MembershipState::Active.to_string()))
        .select(memberships::resident_id)
        .load(connection)
        .await?;
    Ok(members.into_iter().map(ResidentId::new).collect())
}

/// The membership with this id.
///
/// # Errors
/// If the data base does not answer.
pub async fn find(
    connection: &mut Connection,
    community: CommunityId,
    id: MembershipId,
) -> Result<Option<Membership>> {
    let row: Option<Row> = memberships::table
        .find((community.uuid(), id.uuid()))
        .select(Row::as_select())
        .first(connection)
        .await
        .optional()?;
    row.map(Row::read).transpose()
}

/// The membership with this id, locked until the transaction ends.
///
/// # Errors
/// If the data base does not answer.
pub async fn lock(
    connection: &mut Connection,
    community: CommunityId,
    id: MembershipId,
) -> Result<Option<Membership>> {
    let row: Option<Row> = memberships::table
        .find((community.uuid(), id.uuid()))
        .select(Row::as_select())
        .for_no_key_update()
        .first(connection)
        .await
        .optional()?;
    row.map(Row::read).transpose()
}

/// The memberships and requests of a resident that have not ended, locked until the transaction ends.
///
/// # Errors
/// If the data base does not answer.
pub async fn lock_open_of(
    connection: &mut Connection,
    community: CommunityId,
    resident: ResidentId,
) -> Result<Vec<Membership>> {
    let open = [MembershipState::Requested, MembershipState::Active].map(|state| state.to_string());
    let rows: Vec<Row> = memberships::table
        .filter(memberships::community_id.eq(community.uuid()))
        .filter(memberships::resident_id.eq(resident.uuid()).and(memberships::state.eq_any(open)))
        .order(memberships::id)
        .select(Row::as_select())
        .for_no_key_update()
        .load(connection)
        .await?;
    rows.into_iter().map(Row::read).collect()
}

/// The memberships that a filter lets through with the names of who and of what, in the order of their requests.
///
/// # Errors
/// If the data base does not answer.
pub async fn list(
    connection: &mut Connection,
    community: CommunityId,
    filter: &Filter,
    slice: &Slice,
) -> Result<Page<(Membership, Names)>> {
    let of_membership =
        residents::community_id.eq(memberships::community_id).and(residents::id.eq(memberships::resident_id));
    let of_team = teams::community_id.eq(memberships::community_id).and(teams::id.eq(memberships::team_id));
    let mut query = memberships::table
        .inner_join(residents::table.on(of_membership))
        .inner_join(teams::table.on(of_team))
        .filter(memberships::community_id.eq(community.uuid()))
        .filter(memberships::id.gt(slice.after.unwrap_or_default()))
        .order(memberships::id)
        .limit(slice.probe())
        .select((Row::as_select(), residents::name, teams::name))
        .into_boxed();
    if let Some(team) = filter.team {
        query = query.filter(memberships::team_id.eq(team.uuid()));
    }
    if let Some(resident) = filter.resident {
        query = query.filter(memberships::resident_id.eq(resident.uuid()));
    }
    if let Some(state) = filter.state {
        query = query.filter(memberships::state.eq(state.to_string()));
    }
    let rows: Vec<(Row, String, String)> = query.load(connection).await?;
    let named = |(row, resident, team): (Row, _, _)| Ok((row.read()?, Names { resident, team }));
    slice.page(rows, |(row, ..)| row.id).try_map(named)
}
