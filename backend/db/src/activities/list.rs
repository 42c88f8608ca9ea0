//! The list of activities: the latest to begin first, or by time from some day on.

use chrono::{DateTime, Utc};
use diesel::dsl::{exists, not};
use diesel::{
    BoolExpressionMethods, ExpressionMethods, JoinOnDsl, NullableExpressionMethods, PgTextExpressionMethods,
    QueryDsl, SelectableHelper, alias,
};
use diesel_async::RunQueryDsl;
use linli_domain::activities::{Activity, ActivityState};
use linli_domain::ids::{CommunityId, ResidentId, TeamId, UserId};
use uuid::Uuid;

use super::{Names, Row};
use crate::page::like_literal;
use crate::schema::{activities, shifts, signups, teams, users};
use crate::{Connection, Page, Result, Slice};

/// The place of an activity in the list: when it begins, or its first shift from some moment on; then its id.
pub type ActivityKey = (DateTime<Utc>, Uuid);

/// Which activities are asked for.
#[derive(Debug, Clone, Default)]
pub struct Filter {
    /// Those of this team.
    pub team: Option<TeamId>,
    /// Those in one of these states; none for any.
    pub states: Option<Vec<ActivityState>>,
    /// Those with a shift that begins at this moment or later; the soonest first.
    pub since: Option<DateTime<Utc>>,
    /// Those with a shift that begins before this moment.
    pub before: Option<DateTime<Utc>>,
    /// Those whose title has this text in it.
    pub search: Option<String>,
    /// Those that somebody sees; none for all of them.
    pub seen_by: Option<Viewer>,
}

/// Somebody who sees what is announced, what is of the own teams or making, and what was called off after signing up.
#[derive(Debug, Clone)]
pub struct Viewer {
    /// The teams that the person guides.
    pub guides: Vec<TeamId>,
    /// The account.
    pub user: UserId,
    /// The resident the account belongs to, if any.
    pub resident: Option<ResidentId>,
}

/// What is seen by somebody: the rule of `Principal::may_see_activity`, for lists.
macro_rules! seen_by {
    ($viewer:expr) => {{
        let announced = activities::state.ne_all(["draft", "returned", "reviewed", "cancelled"]);
        let guides: Vec<Uuid> = $viewer.guides.iter().map(|team| team.uuid()).collect();
        let signed_up =
            exists(
                signups::table
                    .inner_join(shifts::table.on(
                        shifts::community_id.eq(signups::community_id).and(shifts::id.eq(signups::shift_id)),
                    ))
                    .filter(signups::community_id.eq(activities::community_id))
                    .filter(signups::resident_id.nullable().eq($viewer.resident.map(ResidentId::uuid)))
                    .filter(signups::state.ne("withdrawn").and(shifts::activity_id.eq(activities::id))),
            );
        announced
            .or(activities::team_id.eq_any(guides))
            .or(activities::organiser_id.eq($viewer.user.uuid()))
            .or(activities::state.eq("cancelled").and(signed_up).assume_not_null())
    }};
}

/// Activities with who carries them out and who proposed them.
macro_rules! with_names {
    ($of:expr) => {
        $of.inner_join(
            teams::table
                .on(teams::community_id.eq(activities::community_id).and(teams::id.eq(activities::team_id))),
        )
        .inner_join(
            users::table.on(users::community_id
                .eq(activities::community_id)
                .and(users::id.eq(activities::organiser_id))),
        )
    };
}

/// The query with what both orders are filtered by. A title is looked for in what the order walks through: a community has
/// some hundreds of activities a year.
macro_rules! let_through {
    ($query:expr, $filter:expr) => {{
        let mut query = $query;
        if let Some(team) = $filter.team {
            query = query.filter(activities::team_id.eq(team.uuid()));
        }
        if let Some(states) = &$filter.states {
            let states: Vec<String> = states.iter().map(ToString::to_string).collect();
            query = query.filter(activities::state.eq_any(states));
        }
        if let Some(search) = &$filter.search {
            query = query.filter(activities::title.ilike(format!("%{}%", like_literal(search.trim()))));
        }
        if let Some(viewer) = &$filter.seen_by {
            query = query.filter(seen_by!(viewer));
        }
        query
    }};
}

/// An activity with the names of its team and of who proposed it, and the time it is listed by.
type Found = (Row, (String, String), DateTime<Utc>);

/// The activities that a filter lets through: the latest to begin first, or from some moment on the soonest first.
///
/// # Errors
/// If the data base does not answer.
pub async fn list(
    connection: &mut Connection,
    community: CommunityId,
    filter: &Filter,
    slice: &Slice<ActivityKey>,
) -> Result<Page<(Activity, Names), ActivityKey>> {
    let found = match filter.since {
        Some(since) => soonest(connection, community, (filter, since), slice).await?,
        None => latest(connection, community, filter, slice).await?,
    };
    slice
        .page(found, |(row, _, at)| (*at, row.id))
        .try_map(|(row, (team, organiser), _)| Ok((row.read()?, Names { team, organiser })))
}

async fn latest(
    connection: &mut Connection,
    community: CommunityId,
    filter: &Filter,
    slice: &Slice<ActivityKey>,
) -> Result<Vec<Found>> {
    let of_community = with_names!(activities::table)
        .filter(activities::community_id.eq(community.uuid()))
        .order((activities::starts_at.desc(), activities::id.desc()))
        .limit(slice.probe())
        .select((Row::as_select(), (teams::name, users::name), activities::starts_at))
        .into_boxed();
    let mut query = let_through!(of_community, filter);
    if let Some(before) = filter.before {
        // An activity begins with its first shift.
        query = query.filter(activities::starts_at.lt(before));
    }
    if let Some((starts_at, id)) = slice.after {
        let same_time = activities::starts_at.eq(starts_at).and(activities::id.lt(id));
        // The first condition is the index's, the second one the exact place.
        query = query.filter(activities::starts_at.le(starts_at));
        query = query.filter(activities::starts_at.lt(starts_at).or(same_time));
    }
    Ok(query.load(connection).await?)
}

/// By the first shift of each that begins at `since` or later.
async fn soonest(
    connection: &mut Connection,
    community: CommunityId,
    (filter, since): (&Filter, DateTime<Utc>),
    slice: &Slice<ActivityKey>,
) -> Result<Vec<Found>> {
    let (first, other) = alias!(shifts as first, shifts as other);
    let (begins, shift) = (first.field(shifts::starts_at), first.field(shifts::id));
    let (begins_other, other_shift) = (other.field(shifts::starts_at), other.field(shifts::id));
    let of_first = first.field(shifts::community_id).eq(activities::community_id);
    let earlier = other
        .filter(other.field(shifts::community_id).eq(activities::community_id))
        .filter(other.field(shifts::activity_id).eq(activities::id).and(begins_other.ge(since)))
        .filter(begins_other.lt(begins).or(begins_other.eq(begins).and(other_shift.lt(shift))));
    let of_community = with_names!(
        activities::table
            .inner_join(first.on(of_first.and(first.field(shifts::activity_id).eq(activities::id))))
    )
    .filter(first.field(shifts::community_id).eq(community.uuid()))
    .filter(begins.ge(since).and(not(exists(earlier))))
    .order((begins, first.field(shifts::activity_id)))
    .limit(slice.probe())
    .select((Row::as_select(), (teams::name, users::name), begins))
    .into_boxed();
    let mut query = let_through!(of_community, filter);
    if let Some(before) = filter.before {
        query = query.filter(begins.lt(before));
    }
    if let Some((starts_at, id)) = slice.after {
        let same_time = begins.eq(starts_at).and(first.field(shifts::activity_id).gt(id));
        query = query.filter(begins.ge(starts_at));
        query = query.filter(begins.gt(starts_at).or(same_time));
    }
    Ok(query.load(connection).await?)
}
