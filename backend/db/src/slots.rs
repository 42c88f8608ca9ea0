//! Slots: stored, listed, and locked while their seats are taken and given back.

mod attendees;
mod seats;

pub use attendees::attendees;
pub use seats::{count_all_seats, count_seats, seats_of};

use chrono::{DateTime, Utc};
use diesel::dsl::{max, min};
use diesel::{
    BoolExpressionMethods, ExpressionMethods, OptionalExtension, QueryDsl, Queryable, Selectable,
    SelectableHelper,
};
use diesel_async::RunQueryDsl;
use linli_domain::activities::Span;
use linli_domain::ids::{CommunityId, OfferId, RewardId, SlotId};
use linli_domain::slots::{Slot, SlotOf, SlotState};
use uuid::Uuid;

use crate::error::read;
use crate::schema::slots;
use crate::{Connection, Error, Page, Result, Slice};

/// Where a page of slots begins: after a slot that begins at this time and has this id.
pub type SlotKey = (DateTime<Utc>, Uuid);

#[derive(Queryable, Selectable)]
#[diesel(table_name = slots, check_for_backend(diesel::pg::Pg))]
struct Row {
    id: Uuid,
    offer_id: Option<Uuid>,
    reward_id: Option<Uuid>,
    starts_at: DateTime<Utc>,
    ends_at: DateTime<Utc>,
    seats: i32,
    taken: i32,
    state: String,
    cancel_reason: Option<String>,
    created_at: DateTime<Utc>,
}

impl Row {
    fn read(self) -> Result<Slot> {
        let offer = self.offer_id.map(|id| SlotOf::Offer(OfferId::new(id)));
        let of = offer.or_else(|| self.reward_id.map(|id| SlotOf::Reward(RewardId::new(id))));
        Ok(Slot {
            id: SlotId::new(self.id),
            of: of.ok_or_else(|| Error::Corrupt("a slot of nothing".to_owned()))?,
            starts_at: self.starts_at,
            ends_at: self.ends_at,
            seats: self.seats,
            taken: self.taken,
            state: read(&self.state)?,
            cancel_reason: self.cancel_reason,
            created_at: self.created_at,
        })
    }
}

const fn offer_of(of: SlotOf) -> Option<Uuid> {
    match of {
        SlotOf::Offer(offer) => Some(offer.uuid()),
        SlotOf::Reward(_) => None,
    }
}

const fn reward_of(of: SlotOf) -> Option<Uuid> {
    match of {
        SlotOf::Offer(_) => None,
        SlotOf::Reward(reward) => Some(reward.uuid()),
    }
}

/// Stores new slots.
///
/// # Errors
/// If the data base does not answer.
pub async fn insert_all(connection: &mut Connection, community: CommunityId, new: &[Slot]) -> Result<()> {
    let row = |slot: &Slot| {
        (
            slots::community_id.eq(community.uuid()),
            slots::id.eq(slot.id.uuid()),
            slots::offer_id.eq(offer_of(slot.of)),
            slots::reward_id.eq(reward_of(slot.of)),
            slots::starts_at.eq(slot.starts_at),
            slots::ends_at.eq(slot.ends_at),
            slots::seats.eq(slot.seats),
            slots::taken.eq(slot.taken),
            slots::state.eq(slot.state.to_string()),
            slots::cancel_reason.eq(slot.cancel_reason.clone()),
            slots::created_at.eq(slot.created_at),
        )
    };
    let rows: Vec<_> = new.iter().map(row).collect();
    diesel::insert_into(slots::table).values(rows).execute(connection).await?;
    Ok(())
}

/// Stores a locked slot as it is now, but for its seats that are taken.
///
/// # Errors
/// If the data base does not answer.
pub async fn update(connection: &mut Connection, community: CommunityId, slot: &Slot) -> Result<()> {
    diesel::update(slots::table.find((community.uuid(), slot.id.uuid())))
        .set((
            slots::starts_at.eq(slot.starts_at),
            slots::ends_at.eq(slot.ends_at),
            slots::seats.eq(slot.seats),
            slots::state.eq(slot.state.to_string()),
            slots::cancel_reason.eq(slot.cancel_reason.as_deref()),
        ))
        .execute(connection)
        .await?;
    Ok(())
}

/// The slot with this id.
///
/// # Errors
/// If the data base does not answer.
pub async fn find(connection: &mut Connection, community: CommunityId, id: SlotId) -> Result<Option<Slot>> {
    let row: Option<Row> = slots::table
        .find((community.uuid(), id.uuid()))
        .select(Row::as_select())
        .first(connection)
        .await
        .optional()?;
    row.map(Row::read).transpose()
}

/// Those of these slots that exist.
///
/// # Errors
/// If the data base does not answer.
pub async fn find_all(
    connection: &mut Connection,
    community: CommunityId,
    ids: &[SlotId],
) -> Result<Vec<Slot>> {
    let ids: Vec<Uuid> = ids.iter().map(|id| id.uuid()).collect();
    let rows: Vec<Row> = slots::table
        .filter(slots::community_id.eq(community.uuid()).and(slots::id.eq_any(ids)))
        .select(Row::as_select())
        .load(connection)
        .await?;
    rows.into_iter().map(Row::read).collect()
}

/// Those of these slots that exist, locked until the transaction ends, in the order of their ids.
///
/// # Errors
/// If the data base does not answer.
pub async fn lock_all(
    connection: &mut Connection,
    community: CommunityId,
    ids: &[SlotId],
) -> Result<Vec<Slot>> {
    let ids: Vec<Uuid> = ids.iter().map(|id| id.uuid()).collect();
    let rows: Vec<Row> = slots::table
        .filter(slots::community_id.eq(community.uuid()).and(slots::id.eq_any(ids)))
        .order(slots::id)
        .select(Row::as_select())
        .for_no_key_update()
        .load(connection)
        .await?;
    rows.into_iter().map(Row::read).collect()
}

/// The slot with this id, locked until the transaction ends: its seats are given out one after the other.
///
/// # Errors
/// If the data base does not answer.
pub async fn lock(connection: &mut Connection, community: CommunityId, id: SlotId) -> Result<Option<Slot>> {
    Ok(lock_all(connection, community, &[id]).await?.pop())
}

/// Deletes the slots of an offer, which is a draft and locked: nobody has ever had a seat.
///
/// # Errors
/// If the data base does not answer.
pub async fn delete_all_of(
    connection: &mut Connection,
    community: CommunityId,
    offer: OfferId,
) -> Result<()> {
    let of_offer = slots::community_id.eq(community.uuid()).and(slots::offer_id.eq(offer.uuid()));
    diesel::delete(slots::table.filter(of_offer)).execute(connection).await?;
    Ok(())
}

/// From when until when the slots of an offer last that take place and are not over; none if there are none. Whoever asks has
/// locked the offer.
///
/// # Errors
/// If the data base does not answer.
pub async fn span_ahead(
    connection: &mut Connection,
    community: CommunityId,
    offer: OfferId,
    now: DateTime<Utc>,
) -> Result<Option<Span>> {
    let (first, last): (Option<DateTime<Utc>>, Option<DateTime<Utc>>) = slots::table
        .filter(slots::community_id.eq(community.uuid()).and(slots::offer_id.eq(offer.uuid())))
        .filter(slots::state.eq(SlotState::Open.to_string()).and(slots::ends_at.gt(now)))
        .select((min(slots::starts_at), max(slots::ends_at)))
        .first(connection)
        .await?;
    Ok(first.zip(last))
}

/// The slots of an offer or a service that end after a moment, in the order in which they begin.
///
/// # Errors
/// If the data base does not answer.
pub async fn list(
    connection: &mut Connection,
    community: CommunityId,
    (of, ends_after): (SlotOf, DateTime<Utc>),
    slice: &Slice<SlotKey>,
) -> Result<Page<Slot, SlotKey>> {
    let mut query = slots::table
        .filter(slots::community_id.eq(community.uuid()).and(slots::ends_at.gt(ends_after)))
        .order((slots::starts_at, slots::id))
        .limit(slice.probe())
        .select(Row::as_select())
        .into_boxed();
    query = match of {
        SlotOf::Offer(offer) => query.filter(slots::offer_id.eq(offer.uuid())),
        SlotOf::Reward(reward) => query.filter(slots::reward_id.eq(reward.uuid())),
    };
    if let Some((starts_at, id)) = slice.after {
        let later = slots::starts_at.eq(starts_at).and(slots::id.gt(id));
        // The first condition is the index's, the second one the exact place.
        query = query.filter(slots::starts_at.ge(starts_at));
        query = query.filter(slots::starts_at.gt(starts_at).or(later));
    }
    let rows: Vec<Row> = query.load(connection).await?;
    slice.page(rows, |row| (row.starts_at, row.id)).try_map(Row::read)
}
