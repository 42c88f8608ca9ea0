//! The seats of slots: counted as they are taken and given back by vouchers and orders, and found by who has them.

use chrono::{DateTime, Utc};
use diesel::sql_types::{Array, Integer, Uuid as SqlUuid};
use diesel::{
    BoolExpressionMethods, CombineDsl, ExpressionMethods, JoinOnDsl, NullableExpressionMethods, QueryDsl,
};
use diesel_async::RunQueryDsl;
use linli_domain::ids::{CommunityId, ResidentId, SlotId};
use linli_domain::orders::OrderState;
use linli_domain::slots::Seat;
use uuid::Uuid;

use super::lock_all;
use crate::schema::{offers, order_lines, orders, rewards, slots, vouchers};
use crate::statement::Cached;
use crate::vouchers::counted;
use crate::{Connection, Result};

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

const COUNT: &str = "UPDATE slots s SET taken = s.taken + x.change FROM unnest($2, $3) AS x (id, change) \
     WHERE s.community_id = $1 AND s.id = x.id";

/// Counts seats of several slots, each named once, which it locks in the order of their ids. No statement for none, two for
/// all.
///
/// # Errors
/// If the data base does not answer, or there are no such seats.
pub async fn count_all_seats(
    connection: &mut Connection,
    community: CommunityId,
    changes: &[(SlotId, i32)],
) -> Result<()> {
    if changes.is_empty() {
        return Ok(());
    }
    let (ids, change): (Vec<SlotId>, Vec<i32>) = changes.iter().copied().unzip();
    lock_all(connection, community, &ids).await?;
    diesel::sql_query(COUNT)
        .bind::<SqlUuid, _>(community.uuid())
        .bind::<Array<SqlUuid>, _>(ids.into_iter().map(SlotId::uuid).collect::<Vec<_>>())
        .bind::<Array<Integer>, _>(change)
        .execute(connection)
        .await?;
    Ok(())
}

/// The seats that a resident has, by vouchers and by orders, in slots that end after a moment. Whoever asks has locked the
/// resident.
///
/// # Errors
/// If the data base does not answer.
pub async fn seats_of(
    connection: &mut Connection,
    community: CommunityId,
    resident: ResidentId,
    ends_after: DateTime<Utc>,
) -> Result<Vec<Seat>> {
    let by_vouchers = vouchers::table
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
        .select((slots::id, offers::title, slots::starts_at, slots::ends_at));
    let by_orders =
        orders::table
            .inner_join(order_lines::table.on(
                order_lines::community_id.eq(orders::community_id).and(order_lines::order_id.eq(orders::id)),
            ))
            .inner_join(
                slots::table.on(slots::community_id
                    .eq(orders::community_id)
                    .and(order_lines::slot_id.eq(slots::id.nullable()))),
            )
            .inner_join(rewards::table.on(
                rewards::community_id.eq(orders::community_id).and(rewards::id.eq(order_lines::reward_id)),
            ))
            .filter(orders::community_id.eq(community.uuid()).and(orders::resident_id.eq(resident.uuid())))
            .filter(orders::state.eq_any(OrderState::SEATED.map(|state| state.to_string())))
            .filter(slots::ends_at.gt(ends_after))
            .select((slots::id, rewards::name, slots::starts_at, slots::ends_at));
    let rows: Vec<(Uuid, String, DateTime<Utc>, DateTime<Utc>)> =
        by_vouchers.union_all(by_orders).load(connection).await?;
    let seat =
        |(slot, title, starts_at, ends_at)| Seat { slot: SlotId::new(slot), title, starts_at, ends_at };
    Ok(rows.into_iter().map(seat).collect())
}
