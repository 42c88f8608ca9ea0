//! Teams: the tree of agency, core and derived teams, with how many are in each and who leads it.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use diesel::dsl::{count_star, exists, sql};
use diesel::sql_types::{Bool, Date, Uuid as SqlUuid};
use diesel::{
    BoolExpressionMethods, ExpressionMethods, JoinOnDsl, OptionalExtension, QueryDsl, Queryable, Selectable,
    SelectableHelper,
};
use diesel_async::RunQueryDsl;
use linli_domain::ids::{CommunityId, TeamId};
use linli_domain::memberships::{MembershipState, Position};
use linli_domain::residents::ResidentState;
use linli_domain::teams::{Team, TeamState};
use uuid::Uuid;

use crate::error::{read, unless_taken};
use crate::schema::{memberships, residents, teams};
use crate::{Connection, Error, Page, Result, Slice};

#[derive(Queryable, Selectable)]
#[diesel(table_name = teams, check_for_backend(diesel::pg::Pg))]
struct Row {
    id: Uuid,
    kind: String,
    parent_id: Option<Uuid>,
    name: String,
    purpose: String,
    state: String,
    founded_on: NaiveDate,
}

impl Row {
    fn read(self) -> Result<Team> {
        Ok(Team {
            id: TeamId::new(self.id),
            kind: read(&self.kind)?,
            parent: self.parent_id.map(TeamId::new),
            name: self.name,
            purpose: self.purpose,
            state: read(&self.state)?,
            founded_on: self.founded_on,
        })
    }
}

/// Who is in a team.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Crew {
    /// How many active members, leaders among them.
    pub members: i64,
    /// The full names of the leaders, the longest-serving first.
    pub leaders: Vec<String>,
}

/// Stores a new team; answers false if its name is taken.
///
/// # Errors
/// If the data base does not answer.
pub async fn insert(connection: &mut Connection, community: CommunityId, team: &Team) -> Result<bool> {
    let inserted = diesel::insert_into(teams::table)
        .values((
            teams::community_id.eq(community.uuid()),
            teams::id.eq(team.id.uuid()),
            teams::kind.eq(team.kind.to_string()),
            teams::parent_id.eq(team.parent.map(TeamId::uuid)),
            teams::name.eq(&team.name),
            teams::purpose.eq(&team.purpose),
            teams::state.eq(team.state.to_string()),
            teams::founded_on.eq(team.founded_on),
        ))
        .on_conflict_do_nothing()
        .execute(connection)
        .await?;
    Ok(inserted == 1)
}

/// Stores the team's name, purpose and state as they are now; answers false if the name is taken.
///
/// # Errors
/// If the data base does not answer.
pub async fn update(connection: &mut Connection, community: CommunityId, team: &Team) -> Result<bool> {
    let updated = diesel::update(teams::table.find((community.uuid(), team.id.uuid())))
        .set((
            teams::name.eq(&team.name),
            teams::purpose.eq(&team.purpose),
            teams::state.eq(team.state.to_string()),
        ))
        .execute(connection)
        .await;
    unless_taken(updated)
}

/// Whether an active team is below this one.
///
/// # Errors
/// If the data base does not answer.
pub async fn has_active_below(
    connection: &mut Connection,
    community: CommunityId,
    id: TeamId,
) -> Result<bool> {
    let below = teams::table
        .filter(teams::community_id.eq(community.uuid()).and(teams::parent_id.eq(id.uuid())))
        .filter(teams::state.eq(TeamState::Active.to_string()));
    diesel::select(exists(below)).get_result(connection).await.map_err(Error::from)
}

/// The team with this id.
///
/// # Errors
/// If the data base does not answer.
pub async fn find(connection: &mut Connection, community: CommunityId, id: TeamId) -> Result<Option<Team>> {
    let row: Option<Row> = teams::table
        .find((community.uuid(), id.uuid()))
        .select(Row::as_select())
        .first(connection)
        .await
        .optional()?;
    row.map(Row::read).transpose()
}

/// The team with this id, locked until the transaction ends.
///
/// # Errors
/// If the data base does not answer.
pub async fn lock(connection: &mut Connection, community: CommunityId, id: TeamId) -> Result<Option<Team>> {
    let row: Option<Row> = teams::table
        .find((community.uuid(), id.uuid()))
        .select(Row::as_select())
        .for_no_key_update()
        .first(connection)
        .await
        .optional()?;
    row.map(Row::read).transpose()
}

/// The team with this id, kept from changing until the transaction ends; others may keep it so too.
///
/// # Errors
/// If the data base does not answer.
pub async fn share(connection: &mut Connection, community: CommunityId, id: TeamId) -> Result<Option<Team>> {
    let row: Option<Row> = teams::table
        .find((community.uuid(), id.uuid()))
        .select(Row::as_select())
        .for_share()
        .first(connection)
        .await
        .optional()?;
    row.map(Row::read).transpose()
}

/// The teams of a community, in the order of their creation: the parent before what is derived from it; if days are given,
/// those that had a shift between them, both included, that is settled.
///
/// # Errors
/// If the data base does not answer.
pub async fn list(
    connection: &mut Connection,
    community: CommunityId,
    active: Option<(NaiveDate, NaiveDate)>,
    slice: &Slice,
) -> Result<Page<Team>> {
    let mut query = teams::table
        .filter(teams::community_id.eq(community.uuid()))
        .filter(teams::id.gt(slice.after.unwrap_or_default()))
        .order(teams::id)
        .limit(slice.probe())
        .select(Row::as_select())
        .into_boxed();
    if let Some((from, until)) = active {
        let shifts = sql::<Bool>("teams.id IN (SELECT s.team_id FROM settled_shifts(");
        let shifts = shifts.bind::<SqlUuid, _>(community.uuid()).sql(", ").bind::<Date, _>(from);
        query = query.filter(shifts.sql(", ").bind::<Date, _>(until).sql(") s)"));
    }
    let rows: Vec<Row> = query.load(connection).await?;
    slice.page(rows, |row| row.id).try_map(Row::read)
}

/// Which of these teams there are.
///
/// # Errors
/// If the data base does not answer.
pub async fn known(
    connection: &mut Connection,
    community: CommunityId,
    ids: &[TeamId],
) -> Result<BTreeSet<TeamId>> {
    let ids: Vec<Uuid> = ids.iter().map(|id| id.uuid()).collect();
    let known: Vec<Uuid> = teams::table
        .filter(teams::community_id.eq(community.uuid()).and(teams::id.eq_any(ids)))
        .select(teams::id)
        .load(connection)
        .await?;
    Ok(known.into_iter().map(TeamId::new).collect())
}

/// Who is in each of these teams, as far as they are registered; a team without members is left out.
///
/// # Errors
/// If the data base does not answer.
pub async fn crews(
    connection: &mut Connection,
    community: CommunityId,
    of: &[TeamId],
) -> Result<BTreeMap<TeamId, Crew>> {
    let ids: Vec<Uuid> = of.iter().map(|team| team.uuid()).collect();
    let active = memberships::community_id
        .eq(community.uuid())
        .and(memberships::state.eq(MembershipState::Active.to_string()))
        .and(memberships::team_id.eq_any(ids));
    let of_membership =
        residents::community_id.eq(memberships::community_id).and(residents::id.eq(memberships::resident_id));
    let crew = memberships::table
        .inner_join(residents::table.on(of_membership))
        .filter(active)
        .filter(residents::state.eq(ResidentState::Active.to_string()));
    let counts: Vec<(Uuid, i64)> = crew
        .clone()
        .group_by(memberships::team_id)
        .select((memberships::team_id, count_star()))
        .load(connection)
        .await?;
    let leaders: Vec<(Uuid, String)> = crew
        .filter(memberships::position.eq(Position::Leader.to_string()))
        .order(memberships::id)
        .select((memberships::team_id, residents::name))
        .load(connection)
        .await?;
    let crew = |(team, members)| (TeamId::new(team), Crew { members, leaders: Vec::new() });
    let mut crews: BTreeMap<TeamId, Crew> = counts.into_iter().map(crew).collect();
    for (team, name) in leaders {
        crews.entry(TeamId::new(team)).or_default().leaders.push(name);
    }
    Ok(crews)
}
