//! Vouchers: always read together with their offer and their resident.

mod due;
mod taking;
mod whole;

pub use due::{expire, lock_due};
pub use taking::{find_taker, insert};
pub(crate) use whole::{WholeVoucherRow, whole_vouchers};

use diesel::{BoolExpressionMethods, ExpressionMethods, OptionalExtension, QueryDsl, SelectableHelper};
use diesel_async::RunQueryDsl;
use linli_domain::codes::Code;
use linli_domain::ids::{CommunityId, ResidentId, VoucherId};
use linli_domain::vouchers::{Voucher, VoucherState, WholeVoucher};
use uuid::Uuid;

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
    row.map(WholeVoucherRow::read).transpose()
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
    row.map(WholeVoucherRow::read).transpose()
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
    row.map(WholeVoucherRow::read).transpose()
}

/// Stores where a voucher stands now.
///
/// # Errors
/// If the data base does not answer.
pub async fn update(connection: &mut Connection, community: CommunityId, voucher: &Voucher) -> Result<()> {
    let statement = diesel::update(vouchers::table.find((community.uuid(), voucher.id.uuid())))
        .set((vouchers::state.eq(voucher.state.to_string()), vouchers::closed_at.eq(voucher.closed_at)));
    Cached(statement).execute(connection).await?;
    Ok(())
}

/// A resident's vouchers, the newest first; those in one state if it is given.
///
/// # Errors
/// If the data base does not answer.
pub async fn list(
    connection: &mut Connection,
    community: CommunityId,
    (of, state): (ResidentId, Option<VoucherState>),
    slice: &Slice,
) -> Result<Page<WholeVoucher>> {
    let mut query = whole_vouchers!()
        .filter(vouchers::community_id.eq(community.uuid()).and(vouchers::resident_id.eq(of.uuid())))
        .order(vouchers::id.desc())
        .limit(slice.probe())
        .select(WholeVoucherRow::as_select())
        .into_boxed();
    if let Some(state) = state {
        query = query.filter(vouchers::state.eq(state.to_string()));
    }
    if let Some(after) = slice.after {
        query = query.filter(vouchers::id.lt(after));
    }
    let rows: Vec<WholeVoucherRow> = query.load(connection).await?;
    slice.page(rows, WholeVoucherRow::id).try_map(WholeVoucherRow::read)
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
