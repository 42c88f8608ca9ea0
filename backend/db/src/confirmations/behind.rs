//! What is behind a signal of abuse.

use diesel::{BoolExpressionMethods, ExpressionMethods, JoinOnDsl, QueryDsl, SelectableHelper};
use diesel_async::RunQueryDsl;
use linli_domain::confirmations::{Confirmation, FailedConfirmation};
use linli_domain::ids::{CommunityId, SignalId};
use linli_domain::vouchers::WholeVoucher;

use super::{Row, failed};
use crate::schema::{confirmations, failed_confirmations, signal_rows, vouchers};
use crate::vouchers::{WholeVoucherRow, whole_vouchers};
use crate::{Connection, Result};

/// The confirmations behind a signal with their vouchers, in the order of time, at most so many.
///
/// # Errors
/// If the data base does not answer.
pub async fn behind(
    connection: &mut Connection,
    community: CommunityId,
    signal: SignalId,
    most: i64,
) -> Result<Vec<(Confirmation, WholeVoucher)>> {
    let rows: Vec<(Row, WholeVoucherRow)> = whole_vouchers!()
        .inner_join(
            confirmations::table.on(confirmations::community_id
                .eq(vouchers::community_id)
                .and(confirmations::voucher_id.eq(vouchers::id))),
        )
        .inner_join(
            signal_rows::table.on(signal_rows::community_id
                .eq(confirmations::community_id)
                .and(signal_rows::row_id.eq(confirmations::id))),
        )
        .filter(signal_rows::community_id.eq(community.uuid()).and(signal_rows::signal_id.eq(signal.uuid())))
        .order((confirmations::confirmed_at, confirmations::id))
        .limit(most)
        .select((Row::as_select(), WholeVoucherRow::as_select()))
        .load(connection)
        .await?;
    rows.into_iter().map(|(row, whole)| Ok((row.read(), whole.read()?))).collect()
}

/// The failed confirmations behind a signal, in the order of time, at most so many.
///
/// # Errors
/// If the data base does not answer.
pub async fn failed_behind(
    connection: &mut Connection,
    community: CommunityId,
    signal: SignalId,
    most: i64,
) -> Result<Vec<FailedConfirmation>> {
    let rows: Vec<failed::Row> = failed_confirmations::table
        .inner_join(
            signal_rows::table.on(signal_rows::community_id
                .eq(failed_confirmations::community_id)
                .and(signal_rows::row_id.eq(failed_confirmations::id))),
        )
        .filter(signal_rows::community_id.eq(community.uuid()).and(signal_rows::signal_id.eq(signal.uuid())))
        .order((failed_confirmations::tried_at, failed_confirmations::id))
        .limit(most)
        .select(failed::Row::as_select())
        .load(connection)
        .await?;
    rows.into_iter().map(failed::Row::read).collect()
}
