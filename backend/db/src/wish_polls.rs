//! Wish polls with their candidates.

mod ballots;

pub use ballots::{Suggestion, ballots, cast, own_ballot, suggestions, votes};

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use diesel::{
    BoolExpressionMethods, ExpressionMethods, OptionalExtension, QueryDsl, Queryable, Selectable,
    SelectableHelper,
};
use diesel_async::RunQueryDsl;
use linli_domain::ids::{CommunityId, WishCandidateId, WishPollId};
use linli_domain::wish_polls::{WishCandidate, WishPoll, WishPollState};
use uuid::Uuid;

use crate::error::read;
use crate::schema::{wish_candidates, wish_polls};
use crate::{Connection, Page, Result, Slice};

#[derive(Queryable, Selectable)]
#[diesel(table_name = wish_polls, check_for_backend(diesel::pg::Pg))]
struct Row {
    id: Uuid,
    title: String,
    choices: i32,
    opens_at: DateTime<Utc>,
    closes_at: DateTime<Utc>,
    closed_at: Option<DateTime<Utc>>,
}

/// Stores a new poll with its candidates.
///
/// # Errors
/// If the data base does not answer.
pub async fn insert(connection: &mut Connection, community: CommunityId, poll: &WishPoll) -> Result<()> {
    let row = (
        wish_polls::community_id.eq(community.uuid()),
        wish_polls::id.eq(poll.id.uuid()),
        wish_polls::title.eq(&poll.title),
        wish_polls::choices.eq(poll.choices),
        wish_polls::opens_at.eq(poll.opens_at),
        wish_polls::closes_at.eq(poll.closes_at),
        wish_polls::closed_at.eq(poll.closed_at),
    );
    diesel::insert_into(wish_polls::table).values(row).execute(connection).await?;
    insert_candidates(connection, community, poll.id, &poll.candidates).await
}

/// Stores candidates of a poll.
///
/// # Errors
/// If the data base does not answer.
pub async fn insert_candidates(
    connection: &mut Connection,
    community: CommunityId,
    poll: WishPollId,
    new: &[WishCandidate],
) -> Result<()> {
    let row = |one: &WishCandidate| {
        (
            wish_candidates::community_id.eq(community.uuid()),
            wish_candidates::id.eq(one.id.uuid()),
            wish_candidates::poll_id.eq(poll.uuid()),
            wish_candidates::name.eq(one.name.clone()),
            wish_candidates::age_group.eq(one.age_group.to_string()),
        )
    };
    let rows: Vec<_> = new.iter().map(row).collect();
    diesel::insert_into(wish_candidates::table).values(rows).execute(connection).await?;
    Ok(())
}

/// Stores a locked poll as it is now, but for its candidates.
///
/// # Errors
/// If the data base does not answer.
pub async fn update(connection: &mut Connection, community: CommunityId, poll: &WishPoll) -> Result<()> {
    diesel::update(wish_polls::table.find((community.uuid(), poll.id.uuid())))
        .set((
            wish_polls::title.eq(&poll.title),
            wish_polls::choices.eq(poll.choices),
            wish_polls::opens_at.eq(poll.opens_at),
            wish_polls::closes_at.eq(poll.closes_at),
            wish_polls::closed_at.eq(poll.closed_at),
        ))
        .execute(connection)
        .await?;
    Ok(())
}

/// Puts these candidates in the place of those of a locked poll in which nobody has voted.
///
/// # Errors
/// If the data base does not answer.
pub async fn replace_candidates(
    connection: &mut Connection,
    community: CommunityId,
    poll: WishPollId,
    new: &[WishCandidate],
) -> Result<()> {
    let before = wish_candidates::table
        .filter(wish_candidates::community_id.eq(community.uuid()))
        .filter(wish_candidates::poll_id.eq(poll.uuid()));
    diesel::delete(before).execute(connection).await?;
    insert_candidates(connection, community, poll, new).await
}

/// The poll with this id.
///
/// # Errors
/// If the data base does not answer.
pub async fn find(
    connection: &mut Connection,
    community: CommunityId,
    id: WishPollId,
) -> Result<Option<WishPoll>> {
    let query = wish_polls::table.find((community.uuid(), id.uuid())).select(Row::as_select());
    let row: Option<Row> = query.first(connection).await.optional()?;
    Ok(whole(connection, community, row.into_iter().collect()).await?.pop())
}

/// The poll with this id, locked for a change until the transaction ends: nobody votes meanwhile.
///
/// # Errors
/// If the data base does not answer.
pub async fn lock(
    connection: &mut Connection,
    community: CommunityId,
    id: WishPollId,
) -> Result<Option<WishPoll>> {
    let query = wish_polls::table.find((community.uuid(), id.uuid())).select(Row::as_select());
    let row: Option<Row> = query.for_no_key_update().first(connection).await.optional()?;
    Ok(whole(connection, community, row.into_iter().collect()).await?.pop())
}

/// The poll with this id, which nobody changes or closes until the transaction ends; many may vote at once.
///
/// # Errors
/// If the data base does not answer.
pub async fn lock_to_vote(
    connection: &mut Connection,
    community: CommunityId,
    id: WishPollId,
) -> Result<Option<WishPoll>> {
    let query = wish_polls::table.find((community.uuid(), id.uuid())).select(Row::as_select());
    let row: Option<Row> = query.for_share().first(connection).await.optional()?;
    Ok(whole(connection, community, row.into_iter().collect()).await?.pop())
}

/// The polls of a community, the newest first; those in this state at this moment, if one is given.
///
/// # Errors
/// If the data base does not answer.
pub async fn list(
    connection: &mut Connection,
    community: CommunityId,
    (state, now): (Option<WishPollState>, DateTime<Utc>),
    slice: &Slice,
) -> Result<Page<WishPoll>> {
    let mut query = wish_polls::table
        .filter(wish_polls::community_id.eq(community.uuid()))
        .order(wish_polls::id.desc())
        .limit(slice.probe())
        .select(Row::as_select())
        .into_boxed();
    if let Some(state) = state {
        let goes_on = wish_polls::closed_at.is_null().and(wish_polls::closes_at.gt(now));
        let is_over = wish_polls::closed_at.is_not_null().or(wish_polls::closes_at.le(now));
        query = match state {
            WishPollState::Upcoming => query.filter(goes_on).filter(wish_polls::opens_at.gt(now)),
            WishPollState::Open => query.filter(goes_on).filter(wish_polls::opens_at.le(now)),
            WishPollState::Closed => query.filter(is_over),
        };
    }
    if let Some(after) = slice.after {
        query = query.filter(wish_polls::id.lt(after));
    }
    let page = slice.page(query.load(connection).await?, |row: &Row| row.id);
    Ok(Page { items: whole(connection, community, page.items).await?, next: page.next })
}

/// The polls of these rows with their candidates.
async fn whole(
    connection: &mut Connection,
    community: CommunityId,
    found: Vec<Row>,
) -> Result<Vec<WishPoll>> {
    let ids: Vec<Uuid> = found.iter().map(|row| row.id).collect();
    let rows: Vec<(Uuid, Uuid, String, String)> = wish_candidates::table
        .filter(wish_candidates::community_id.eq(community.uuid()))
        .filter(wish_candidates::poll_id.eq_any(ids))
        .order((wish_candidates::poll_id, wish_candidates::id))
        .select((
            wish_candidates::poll_id,
            wish_candidates::id,
            wish_candidates::name,
            wish_candidates::age_group,
        ))
        .load(connection)
        .await?;
    let mut candidates: BTreeMap<Uuid, Vec<WishCandidate>> = BTreeMap::new();
    for (poll, id, name, age_group) in rows {
        let one = WishCandidate { id: WishCandidateId::new(id), name, age_group: read(&age_group)? };
        candidates.entry(poll).or_default().push(one);
    }
    let poll = |row: Row| WishPoll {
        candidates: candidates.remove(&row.id).unwrap_or_default(),
        id: WishPollId::new(row.id),
        title: row.title,
        choices: row.choices,
        opens_at: row.opens_at,
        closes_at: row.closes_at,
        closed_at: row.closed_at,
    };
    Ok(found.into_iter().map(poll).collect())
}
