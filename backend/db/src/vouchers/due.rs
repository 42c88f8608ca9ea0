//! Vouchers whose time is over.

use chrono::{DateTime, Utc};
use diesel::{BoolExpressionMethods, ExpressionMethods, QueryDsl, SelectableHelper};
use diesel_async::RunQueryDsl;
use linli_domain::ids::CommunityId;
use linli_domain::vouchers::{Voucher, VoucherState};
use uuid::Uuid;

use super::whole::VoucherRow;
use crate::schema::vouchers;
use crate::{Connection, Result};

/// At most so many open vouchers whose time is over, `but` these, the longest over first, locked until the transaction ends. Those that
/// somebody else holds at this moment are left out: who confirms or gives one back, or another process that does the same.
///
/// # Errors
/// If the data base does not answer.
pub async fn lock_due(
    connection: &mut Connection,
    community: CommunityId,
    now: DateTime<Utc>,
    (most, but): (i64, &[Uuid]),
) -> Result<Vec<Voucher>> {
    let rows: Vec<VoucherRow> = vouchers::table
        .filter(vouchers::community_id.eq(community.uuid()))
        .filter(vouchers::state.eq_any(VoucherState::USABLE.map(|state| state.to_string())))
        .filter(vouchers::expires_at.le(now).and(vouchers::id.ne_all(but)))
        .order((vouchers::expires_at, vouchers::id))
        .limit(most)
        .select(VoucherRow::as_select())
        .for_no_key_update()
        .skip_locked()
        .load(connection)
        .await?;
    rows.into_iter().map(VoucherRow::read).collect()
}
