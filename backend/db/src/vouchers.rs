//! Vouchers: always read together with their offer and their resident.

mod due;
mod parts;
mod release;
mod taking;
mod whole;

pub use due::lock_due;
pub use parts::{with_slots, with_slots_and_teams};
pub use release::{close_all, count_unused, lock_of_slot, lock_unused_by, lock_unused_of};
pub(crate) use taking::counted;
pub use taking::{find_taker, insert, taken_by_household, taken_since};
pub(crate) use whole::{WholeVoucherRow, whole_vouchers};

use diesel::{BoolExpressionMethods, ExpressionMethods, OptionalExtension, QueryDsl, SelectableHelper};
use diesel_async::RunQueryDsl;
use linli_domain::codes::Code;
use linli_domain::ids::{CommunityId, OfferId, ResidentId, SlotId, VoucherId};
use linli_domain::vouchers::{Voucher, VoucherState, WholeVoucher};
use uuid::Uuid;

use crate::error::read;
use crate::schema::vouchers;
use crate::statement::{Cached, LockingOf};
use crate::{Connection, Page, Result, Slice};

/// The voucher with this id.
///
/// # Errors
/// If the data base does not answer.
pub async fn find(
    connection: &mut Connection,
    community: CommunityId,
    id: VoucherId,
) -> Result<Option<WholeVoucher>> {
    let row: Option<WholeVoucherRow> = whole_vouchers!()
        .filter(vouchers::community_id.eq(community.uuid()).and(vouchers::id.eq(id.uuid())))
        .select(WholeVoucherRow::as_select())
        .first(connection)
        .await
        .optional()?;
    whole_of(connection, community, row).await
}

/// The voucher with this code.
///
/// # Errors
/// If the data base does not answer.
pub async fn find_by_code(
    connection: &mut Connection,
    community: CommunityId,
    code: &Code,
) -> Result<Option<WholeVoucher>> {
    let row: Option<WholeVoucherRow> = whole_vouchers!()
        .filter(vouchers::community_id.eq(community.uuid()).and(vouchers::code.eq(code.as_str())))
        .select(WholeVoucherRow::as_select())
        .first(connection)
        .await
        .optional()?;
    whole_of(connection, community, row).await
}

/// The voucher with this id, locked until the transaction ends.
///
/// # Errors
/// If the data base does not answer.
pub async fn lock(
    connection: &mut Connection,
    community: CommunityId,
    id: VoucherId,
) -> Result<Option<WholeVoucher>> {
    let query = whole_vouchers!()
        .filter(vouchers::community_id.eq(community.uuid()).and(vouchers::id.eq(id.uuid())))
        .select(WholeVoucherRow::as_select());
    let row: Option<WholeVoucherRow> =
        LockingOf(query, &["vouchers"]).get_result(connection).await.optional()?;
    whole_of(connection, community, row).await
}

async fn whole_of(
    connection: &mut Connection,
    community: CommunityId,
    row: Option<WholeVoucherRow>,
) -> Result<Option<WholeVoucher>> {
    match row {
        Some(row) => with_slots_and_teams(connection, community, row.read()?).await.map(Some),
        None => Ok(None),
    }
}

/// Stores where a voucher stands now.
///
/// # Errors
/// If the data base does not answer.
pub async fn update(connection: &mut Connection, community: CommunityId, voucher: &Voucher) -> Result<()> {
    let statement = diesel::update(vouchers::table.find((community.uuid(), voucher.id.uuid()))).set((
        vouchers::state.eq(voucher.state.to_string()),
        vouchers::used.eq(voucher.used),
        vouchers::slot_id.eq(voucher.slot.map(SlotId::uuid)),
        vouchers::expires_at.eq(voucher.expires_at),
        vouchers::closed_at.eq(voucher.closed_at),
        vouchers::deactivation_reason.eq(voucher.deactivation_reason.as_deref()),
    ));
    Cached(statement).execute(connection).await?;
    Ok(())
}

/// Which vouchers are asked for.
#[derive(Debug, Clone, Default)]
pub struct Filter {
    /// This resident's.
    pub resident: Option<ResidentId>,
    /// Those of this offer.
    pub offer: Option<OfferId>,
    /// Those in this state.
    pub state: Option<VoucherState>,
}

/// The vouchers of a community that a filter lets through, the newest first. It names a resident or an offer.
///
/// # Errors
/// If the data base does not answer.
pub async fn list(
    connection: &mut Connection,
    community: CommunityId,
    filter: &Filter,
    slice: &Slice,
) -> Result<Page<WholeVoucher>> {
    let mut query = whole_vouchers!()
        .filter(vouchers::community_id.eq(community.uuid()))
        .order(vouchers::id.desc())
        .limit(slice.probe())
        .select(WholeVoucherRow::as_select())
        .into_boxed();
    if let Some(resident) = filter.resident {
        query = query.filter(vouchers::resident_id.eq(resident.uuid()));
    }
    if let Some(offer) = filter.offer {
        query = query.filter(vouchers::offer_id.eq(offer.uuid()));
    }
    if let Some(state) = filter.state {
        query = query.filter(vouchers::state.eq(state.to_string()));
    }
    if let Some(after) = slice.after {
        query = query.filter(vouchers::id.lt(after));
    }
    let rows: Vec<WholeVoucherRow> = query.load(connection).await?;
    let page = slice.page(rows, WholeVoucherRow::id).try_map(WholeVoucherRow::read)?;
    Ok(Page { items: with_slots(connection, community, page.items).await?, next: page.next })
}

/// Which voucher has this code.
///
/// # Errors
/// If the data base does not answer.
pub async fn find_id(
    connection: &mut Connection,
    community: CommunityId,
    code: &Code,
) -> Result<Option<VoucherId>> {
    let id: Option<Uuid> = vouchers::table
        .filter(vouchers::community_id.eq(community.uuid()).and(vouchers::code.eq(code.as_str())))
        .select(vouchers::id)
        .first(connection)
        .await
        .optional()?;
    Ok(id.map(VoucherId::new))
}

/// The code of this voucher.
///
/// # Errors
/// If the data base does not answer.
pub async fn find_code(
    connection: &mut Connection,
    community: CommunityId,
    id: VoucherId,
) -> Result<Option<Code>> {
    let code: Option<String> = vouchers::table
        .find((community.uuid(), id.uuid()))
        .select(vouchers::code)
        .first(connection)
        .await
        .optional()?;
    code.as_deref().map(read::<Code>).transpose()
}
