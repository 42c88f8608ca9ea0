//! Closing many vouchers at once: of a slot that is cancelled, of an offer that is put out of use, of a resident who leaves, by
//! time.

use diesel::{BoolExpressionMethods, ExpressionMethods, QueryDsl, SelectableHelper};
use diesel_async::RunQueryDsl;
use linli_domain::ids::{CommunityId, OfferId, ResidentId, SlotId};
use linli_domain::vouchers::{Voucher, VoucherState};
use uuid::Uuid;

use super::whole::VoucherRow;
use crate::schema::vouchers;
use crate::{Connection, Result};

fn unused() -> [String; 2] {
    VoucherState::UNUSED.map(|state| state.to_string())
}

/// The vouchers of a slot that nobody has used or closed, locked until the transaction ends, in the order of their ids.
///
/// # Errors
/// If the data base does not answer.
pub async fn lock_of_slot(
    connection: &mut Connection,
    community: CommunityId,
    slot: SlotId,
) -> Result<Vec<Voucher>> {
    let rows: Vec<VoucherRow> = vouchers::table
        .filter(vouchers::community_id.eq(community.uuid()).and(vouchers::slot_id.eq(slot.uuid())))
        .filter(vouchers::state.eq_any(unused()))
        .order(vouchers::id)
        .select(VoucherRow::as_select())
        .for_no_key_update()
        .load(connection)
        .await?;
    rows.into_iter().map(VoucherRow::read).collect()
}

/// The vouchers of a resident that nobody has used or closed, locked until the transaction ends, in the order of their ids.
///
/// # Errors
/// If the data base does not answer.
pub async fn lock_unused_by(
    connection: &mut Connection,
    community: CommunityId,
    resident: ResidentId,
) -> Result<Vec<Voucher>> {
    let rows: Vec<VoucherRow> = vouchers::table
        .filter(vouchers::community_id.eq(community.uuid()).and(vouchers::resident_id.eq(resident.uuid())))
        .filter(vouchers::state.eq_any(unused()))
        .order(vouchers::id)
        .select(VoucherRow::as_select())
        .for_no_key_update()
        .load(connection)
        .await?;
    rows.into_iter().map(VoucherRow::read).collect()
}

/// At most so many vouchers of an offer that nobody has used or closed, locked until the transaction ends, the oldest first.
///
/// # Errors
/// If the data base does not answer.
pub async fn lock_unused_of(
    connection: &mut Connection,
    community: CommunityId,
    offer: OfferId,
    most: i64,
) -> Result<Vec<Voucher>> {
    let rows: Vec<VoucherRow> = vouchers::table
        .filter(vouchers::community_id.eq(community.uuid()).and(vouchers::offer_id.eq(offer.uuid())))
        .filter(vouchers::state.eq_any(unused()))
        .order(vouchers::id)
        .limit(most)
        .select(VoucherRow::as_select())
        .for_no_key_update()
        .load(connection)
        .await?;
    rows.into_iter().map(VoucherRow::read).collect()
}

/// How many vouchers of an offer nobody has used or closed.
///
/// # Errors
/// If the data base does not answer.
pub async fn count_unused(
    connection: &mut Connection,
    community: CommunityId,
    offer: OfferId,
) -> Result<i64> {
    let count = vouchers::table
        .filter(vouchers::community_id.eq(community.uuid()).and(vouchers::offer_id.eq(offer.uuid())))
        .filter(vouchers::state.eq_any(unused()))
        .count()
        .get_result(connection)
        .await?;
    Ok(count)
}

/// Stores that these vouchers, which are locked, were closed alike: as the first of them is now.
///
/// # Errors
/// If the data base does not answer.
pub async fn close_all(
    connection: &mut Connection,
    community: CommunityId,
    closed: &[Voucher],
) -> Result<()> {
    let Some(first) = closed.first() else { return Ok(()) };
    let ids: Vec<Uuid> = closed.iter().map(|voucher| voucher.id.uuid()).collect();
    diesel::update(vouchers::table)
        .filter(vouchers::community_id.eq(community.uuid()).and(vouchers::id.eq_any(ids)))
        .set((
            vouchers::state.eq(first.state.to_string()),
            vouchers::closed_at.eq(first.closed_at),
            vouchers::deactivation_reason.eq(first.deactivation_reason.as_deref()),
        ))
        .execute(connection)
        .await?;
    Ok(())
}
