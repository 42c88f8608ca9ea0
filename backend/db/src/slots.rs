//! Slots: stored, listed, and locked while their seats are taken and given back.

use chrono::{DateTime, Utc};
use diesel::dsl::{max, min};
use diesel::sql_types::{Array, Integer, Uuid as SqlUuid};
use diesel::{
    BoolExpressionMethods, ExpressionMethods, JoinOnDsl, NullableExpressionMethods, OptionalExtension,
    QueryDsl, Queryable, Selectable, SelectableHelper,
};
use diesel_async::RunQueryDsl;
use linli_domain::activities::Span;
use linli_domain::ids::{CommunityId, OfferId, ResidentId, SlotId};
use linli_domain::slots::{Seat, Slot, SlotState};
use linli_domain::vouchers::VoucherState;
use uuid::Uuid;

use crate::error::read;
use crate::schema::{offers, slots, vouchers};
use crate::statement::Cached;
use crate::vouchers::counted;
use crate::{Connection, Page, Result, Slice};

/// Where a page of slots begins: after a slot that begins at this time and has this id.
pub type SlotKey = (DateTime<Utc>, Uuid);

#[derive(Queryable, Selectable)]
#[diesel(table_name = slots, check_for_backend(diesel::pg::Pg))]
struct Row {
    id: Uuid,
    offer_id: Uuid,
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
        Ok(Slot {
            id: SlotId::new(self.id),
            offer: OfferId::new(self.offer_id),
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

/// Stores new slots.
///
/// # Errors
/// If the data base does not answer.
pub async fn insert_all(connection: &mut Connection, community: CommunityId, new: &[Slot]) -> Result<()> {
    let row = |slot: &Slot| {
        (
            slots::community_id.eq(community.uuid()),
            slots::id.eq(slot.id.uuid()),
            slots::offer_id.eq(slot.offer.uuid()),
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

/// Counts seats of a slot as taken (1) or given back (−1, −2 …).
///
/// # Errors
/// If the data base does not answer, or there are no such seats.
pub async fn count_seats(
    connection: &mut Connection,
    community: CommunityId,
    slot: SlotId,
    change: i32,
) -> Result<()> {
    let update = diesel::update(slots::table.find((community.uuid(), slot.uuid())))
        .set(slots::taken.eq(slots::taken + change));
    Cached(update).execute(connection).await?;
    Ok(())
}

const COUNT_SEATS: &str = "UPDATE slots s SET taken = s.taken + x.change FROM unnest($2, $3) AS x (id, change) \
     WHERE s.community_id = $1 AND s.id = x.id";

/// The same for many slots, each named once. They are locked in the order of their ids.
///
/// # Errors
/// If the data base does not answer, or there are no such seats.
pub async fn count_all_seats(
    connection: &mut Connection,
    community: CommunityId,
    changes: &[(SlotId, i32)],
) -> Result<()> {
    let (ids, by): (Vec<SlotId>, Vec<i32>) = changes.iter().copied().unzip();
    if ids.len() > 1 {
        lock_all(connection, community, &ids).await?;
    }
    diesel::sql_query(COUNT_SEATS)
        .bind::<SqlUuid, _>(community.uuid())
        .bind::<Array<SqlUuid>, _>(ids.into_iter().map(SlotId::uuid).collect::<Vec<Uuid>>())
        .bind::<Array<Integer>, _>(by)
        .execute(connection)
        .await?;
    Ok(())
}

/// The slots of an offer that end after a moment, in the order in which they begin.
///
/// # Errors
/// If the data base does not answer.
pub async fn list(
    connection: &mut Connection,
    community: CommunityId,
    (offer, ends_after): (OfferId, DateTime<Utc>),
    slice: &Slice<SlotKey>,
) -> Result<Page<Slot, SlotKey>> {
    let mut query = slots::table
        .filter(slots::community_id.eq(community.uuid()).and(slots::offer_id.eq(offer.uuid())))
        .filter(slots::ends_at.gt(ends_after))
        .order((slots::starts_at, slots::id))
        .limit(slice.probe())
        .select(Row::as_select())
        .into_boxed();
    if let Some((starts_at, id)) = slice.after {
        let later = slots::starts_at.eq(starts_at).and(slots::id.gt(id));
        // The first condition is the index's, the second one the exact place.
        query = query.filter(slots::starts_at.ge(starts_at));
        query = query.filter(slots::starts_at.gt(starts_at).or(later));
    }
    let rows: Vec<Row> = query.load(connection).await?;
    slice.page(rows, |row| (row.starts_at, row.id)).try_map(Row::read)
}

/// The seats that a resident has in slots that end after a moment. Whoever asks has locked the resident.
///
/// # Errors
/// If the data base does not answer.
pub async fn seats_of(
    connection: &mut Connection,
    community: CommunityId,
    resident: ResidentId,
    ends_after: DateTime<Utc>,
) -> Result<Vec<Seat>> {
    let rows: Vec<(Uuid, String, DateTime<Utc>, DateTime<Utc>)> = vouchers::table
        .inner_join(slots::table.on(
            slots::community_id.eq(vouchers::community_id).and(vouchers::slot_id.eq(slots::id.nullable())),
        ))
        .inner_join(
            offers::table
                .on(offers::community_id.eq(vouchers::community_id).and(offers::id.eq(vouchers::offer_id))),
        )
        .filter(vouchers::community_id.eq(community.uuid()).and(vouchers::resident_id.eq(resident.uuid())))
        .filter(counted!())
        .filter(slots::ends_at.gt(ends_after))
        .select((slots::id, offers::title, slots::starts_at, slots::ends_at))
        .load(connection)
        .await?;
    let seat =
        |(slot, title, starts_at, ends_at)| Seat { slot: SlotId::new(slot), title, starts_at, ends_at };
    Ok(rows.into_iter().map(seat).collect())
}
