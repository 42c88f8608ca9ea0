//! Who has a seat in a slot, by vouchers or by orders, with their names.

use chrono::{DateTime, Utc};
use diesel::{BoolExpressionMethods, ExpressionMethods, JoinOnDsl, QueryDsl};
use diesel_async::RunQueryDsl;
use linli_domain::codes::Code;
use linli_domain::ids::{CommunityId, OrderId, ResidentId, SlotId, VoucherId};
use linli_domain::orders::OrderState;
use linli_domain::slots::{Attendee, AttendeeState, SeatBy, Slot, SlotOf};
use linli_domain::vouchers::VoucherState;
use uuid::Uuid;

use crate::error::read;
use crate::schema::{order_lines, orders, residents, vouchers};
use crate::vouchers::counted;
use crate::{Connection, Error, Page, Result, Slice};

/// Who has a seat in a slot, or had one until it was over, in the order in which they took it.
///
/// # Errors
/// If the data base does not answer.
pub async fn attendees(
    connection: &mut Connection,
    community: CommunityId,
    slot: &Slot,
    slice: &Slice,
) -> Result<Page<Attendee>> {
    match slot.of {
        SlotOf::Offer(_) => by_vouchers(connection, community, slot.id, slice).await,
        SlotOf::Reward(_) => by_orders(connection, community, slot.id, slice).await,
    }
}

type VoucherRow = (Uuid, Uuid, String, String, String, i32, DateTime<Utc>);

async fn by_vouchers(
    connection: &mut Connection,
    community: CommunityId,
    slot: SlotId,
    slice: &Slice,
) -> Result<Page<Attendee>> {
    let expired = vouchers::state.eq(VoucherState::Expired.to_string());
    let rows: Vec<VoucherRow> = vouchers::table
        .inner_join(residents::table.on(
            residents::community_id.eq(vouchers::community_id).and(residents::id.eq(vouchers::resident_id)),
        ))
        .filter(vouchers::community_id.eq(community.uuid()).and(vouchers::slot_id.eq(slot.uuid())))
        .filter(counted!().or(expired))
        .filter(vouchers::id.gt(slice.after.unwrap_or_default()))
        .order(vouchers::id)
        .limit(slice.probe())
        .select((
            vouchers::id,
            vouchers::resident_id,
            residents::name,
            vouchers::code,
            vouchers::state,
            vouchers::used,
            vouchers::taken_at,
        ))
        .load(connection)
        .await?;
    slice.page(rows, |row| row.0).try_map(|(id, resident, name, code, state, used, booked_at)| {
        Ok(Attendee {
            by: SeatBy::Voucher(VoucherId::new(id)),
            resident: ResidentId::new(resident),
            name,
            code: read::<Code>(&code)?,
            state: seated(AttendeeState::by_voucher(read(&state)?, used))?,
            booked_at,
        })
    })
}

type OrderRow = (Uuid, Uuid, String, String, String, DateTime<Utc>);

async fn by_orders(
    connection: &mut Connection,
    community: CommunityId,
    slot: SlotId,
    slice: &Slice,
) -> Result<Page<Attendee>> {
    let rows: Vec<OrderRow> =
        order_lines::table
            .inner_join(orders::table.on(
                orders::community_id.eq(order_lines::community_id).and(orders::id.eq(order_lines::order_id)),
            ))
            .inner_join(residents::table.on(
                residents::community_id.eq(orders::community_id).and(residents::id.eq(orders::resident_id)),
            ))
            .filter(order_lines::community_id.eq(community.uuid()).and(order_lines::slot_id.eq(slot.uuid())))
            .filter(orders::state.ne(OrderState::Cancelled.to_string()))
            .filter(order_lines::order_id.gt(slice.after.unwrap_or_default()))
            .order(order_lines::order_id)
            .limit(slice.probe())
            .select((
                orders::id,
                orders::resident_id,
                residents::name,
                orders::code,
                orders::state,
                orders::placed_at,
            ))
            .load(connection)
            .await?;
    slice.page(rows, |row| row.0).try_map(|(id, resident, name, code, state, booked_at)| {
        Ok(Attendee {
            by: SeatBy::Order(OrderId::new(id)),
            resident: ResidentId::new(resident),
            name,
            code: read::<Code>(&code)?,
            state: seated(AttendeeState::by_order(read(&state)?))?,
            booked_at,
        })
    })
}

fn seated(state: Option<AttendeeState>) -> Result<AttendeeState> {
    state.ok_or_else(|| Error::Corrupt("a seat that was given back".to_owned()))
}
