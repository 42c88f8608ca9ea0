//! Ballots of wish polls: cast, shown to their voters, and counted. Nothing here tells anybody else's.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, Utc};
use diesel::dsl::count_star;
use diesel::{
    BoolExpressionMethods, ExpressionMethods, JoinOnDsl, NullableExpressionMethods, OptionalExtension,
    QueryDsl,
};
use diesel_async::RunQueryDsl;
use linli_domain::ids::{CommunityId, ResidentId, UserId, WishCandidateId, WishPollId};
use linli_domain::rewards::AgeGroup;
use linli_domain::wish_polls::{Votes, WishBallot};
use uuid::Uuid;

use crate::error::read;
use crate::schema::{wish_ballots, wish_candidates, wish_choices};
use crate::{Connection, Page, Result, Slice};

diesel::allow_columns_to_appear_in_same_group_by_clause!(wish_choices::candidate_id, wish_ballots::age_group);

/// What voters wish for beside the candidates, and how many of them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Suggestion {
    /// As they wrote it.
    pub name: String,
    /// How many wrote it.
    pub count: i64,
}

/// Stores a ballot, in the place of the resident's earlier one if there is one. Ballots of one resident take turns at
/// its row.
///
/// # Errors
/// If the data base does not answer.
pub async fn cast(connection: &mut Connection, community: CommunityId, ballot: &WishBallot) -> Result<()> {
    let said = (
        wish_ballots::age_group.eq(ballot.age_group.map(|group| group.to_string())),
        wish_ballots::suggestion.eq(ballot.suggestion.clone()),
        wish_ballots::cast_by.eq(ballot.cast_by.uuid()),
        wish_ballots::cast_at.eq(ballot.cast_at),
    );
    let (poll, resident) = (ballot.poll.uuid(), ballot.resident.uuid());
    diesel::insert_into(wish_ballots::table)
        .values((
            wish_ballots::community_id.eq(community.uuid()),
            wish_ballots::poll_id.eq(poll),
            wish_ballots::resident_id.eq(resident),
            said.clone(),
        ))
        .on_conflict((wish_ballots::community_id, wish_ballots::poll_id, wish_ballots::resident_id))
        .do_update()
        .set(said)
        .execute(connection)
        .await?;
    let before = wish_choices::table
        .filter(wish_choices::community_id.eq(community.uuid()))
        .filter(wish_choices::poll_id.eq(poll).and(wish_choices::resident_id.eq(resident)));
    diesel::delete(before).execute(connection).await?;
    let row = |candidate: &WishCandidateId| {
        (
            wish_choices::community_id.eq(community.uuid()),
            wish_choices::poll_id.eq(poll),
            wish_choices::resident_id.eq(resident),
            wish_choices::candidate_id.eq(candidate.uuid()),
        )
    };
    let rows: Vec<_> = ballot.candidates.iter().map(row).collect();
    diesel::insert_into(wish_choices::table).values(rows).execute(connection).await?;
    Ok(())
}

/// Age group, suggestion, who entered it and when.
type Said = (Option<String>, Option<String>, Uuid, DateTime<Utc>);

/// The ballot of a resident, for the resident alone.
///
/// # Errors
/// If the data base does not answer.
pub async fn own_ballot(
    connection: &mut Connection,
    community: CommunityId,
    (poll, resident): (WishPollId, ResidentId),
) -> Result<Option<WishBallot>> {
    let found: Option<Said> = wish_ballots::table
        .find((community.uuid(), poll.uuid(), resident.uuid()))
        .select((
            wish_ballots::age_group,
            wish_ballots::suggestion,
            wish_ballots::cast_by,
            wish_ballots::cast_at,
        ))
        .first(connection)
        .await
        .optional()?;
    let Some((age_group, suggestion, cast_by, cast_at)) = found else { return Ok(None) };
    let chosen: Vec<Uuid> = wish_choices::table
        .filter(wish_choices::community_id.eq(community.uuid()))
        .filter(wish_choices::poll_id.eq(poll.uuid()).and(wish_choices::resident_id.eq(resident.uuid())))
        .select(wish_choices::candidate_id)
        .load(connection)
        .await?;
    let age_group = age_group.as_deref().map(read).transpose()?;
    let candidates: BTreeSet<_> = chosen.into_iter().map(WishCandidateId::new).collect();
    let cast_by = UserId::new(cast_by);
    Ok(Some(WishBallot { poll, resident, age_group, candidates, suggestion, cast_by, cast_at }))
}

/// How many have voted in these polls, by the voters' age groups; those in which nobody has are left out.
///
/// # Errors
/// If the data base does not answer.
pub async fn ballots(
    connection: &mut Connection,
    community: CommunityId,
    polls: &[WishPollId],
) -> Result<BTreeMap<WishPollId, Votes>> {
    let ids: Vec<Uuid> = polls.iter().map(|poll| poll.uuid()).collect();
    let rows: Vec<(Uuid, Option<String>, i64)> = wish_ballots::table
        .filter(wish_ballots::community_id.eq(community.uuid()).and(wish_ballots::poll_id.eq_any(ids)))
        .group_by((wish_ballots::poll_id, wish_ballots::age_group))
        .select((wish_ballots::poll_id, wish_ballots::age_group, count_star()))
        .load(connection)
        .await?;
    counted(rows, WishPollId::new)
}

/// How many have voted for each candidate of a poll, by the voters' age groups; those for whom nobody has are left out.
///
/// # Errors
/// If the data base does not answer.
pub async fn votes(
    connection: &mut Connection,
    community: CommunityId,
    poll: WishPollId,
) -> Result<BTreeMap<WishCandidateId, Votes>> {
    let rows: Vec<(Uuid, Option<String>, i64)> = wish_choices::table
        .inner_join(
            wish_ballots::table.on(wish_ballots::community_id
                .eq(wish_choices::community_id)
                .and(wish_ballots::poll_id.eq(wish_choices::poll_id))
                .and(wish_ballots::resident_id.eq(wish_choices::resident_id))),
        )
        .filter(wish_choices::community_id.eq(community.uuid()).and(wish_choices::poll_id.eq(poll.uuid())))
        .group_by((wish_choices::candidate_id, wish_ballots::age_group))
        .select((wish_choices::candidate_id, wish_ballots::age_group, count_star()))
        .load(connection)
        .await?;
    counted(rows, WishCandidateId::new)
}

fn counted<K: Ord>(
    rows: Vec<(Uuid, Option<String>, i64)>,
    id: impl Fn(Uuid) -> K,
) -> Result<BTreeMap<K, Votes>> {
    let mut all: BTreeMap<K, Votes> = BTreeMap::new();
    for (of, group, count) in rows {
        let group: Option<AgeGroup> = group.as_deref().map(read).transpose()?;
        all.entry(id(of)).or_default().add(group, count);
    }
    Ok(all)
}

/// What voters of a poll wish for that is no candidate of it, in the order of the signs.
///
/// # Errors
/// If the data base does not answer.
pub async fn suggestions(
    connection: &mut Connection,
    community: CommunityId,
    poll: WishPollId,
    slice: &Slice<String>,
) -> Result<Page<Suggestion, String>> {
    let candidates = wish_candidates::table
        .filter(wish_candidates::community_id.eq(community.uuid()))
        .filter(wish_candidates::poll_id.eq(poll.uuid()))
        .select(wish_candidates::name);
    let mut query = wish_ballots::table
        .filter(wish_ballots::community_id.eq(community.uuid()).and(wish_ballots::poll_id.eq(poll.uuid())))
        .filter(wish_ballots::suggestion.is_not_null())
        .filter(wish_ballots::suggestion.assume_not_null().ne_all(candidates))
        .group_by(wish_ballots::suggestion)
        .order(wish_ballots::suggestion)
        .limit(slice.probe())
        .select((wish_ballots::suggestion.assume_not_null(), count_star()))
        .into_boxed();
    if let Some(after) = &slice.after {
        query = query.filter(wish_ballots::suggestion.gt(after.clone()));
    }
    let rows: Vec<(String, i64)> = query.load(connection).await?;
    let page = slice.page(rows, |(name, _)| name.clone());
    page.try_map(|(name, count)| Ok(Suggestion { name, count }))
}
