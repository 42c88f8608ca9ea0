//! What the program does with vouchers whose time is over: their points and their places in the quota come back.

use linli_db::{Connection, vouchers};
use linli_domain::vouchers::Voucher;

use super::release::release_all;
use crate::acting::Acting;
use crate::jobs::batch_after_batch;
use crate::problem::Problem;

/// How many vouchers a transaction ends.
const BATCH: i64 = 200;

/// Ends all vouchers of a community whose time is over; answers how many.
///
/// Two processes at once share the work.
///
/// # Errors
/// If the data base does not answer.
pub(crate) async fn expire_all(connection: &mut Connection, acting: &Acting) -> Result<usize, Problem> {
    batch_after_batch(connection, async |connection| expire_batch(connection, acting).await).await
}

/// Ends a batch of vouchers in the caller's transaction; answers how many.
///
/// Everything is locked as where one voucher is given back: vouchers, then offers in the order of their ids, then wallets.
///
/// # Errors
/// If the data base does not answer.
async fn expire_batch(connection: &mut Connection, acting: &Acting) -> Result<Option<usize>, Problem> {
    let due = vouchers::lock_due(connection, acting.community, acting.now, BATCH).await?;
    let expired: Vec<(Voucher, Voucher)> = due
        .into_iter()
        .filter_map(|before| before.expired(acting.now).map(|after| (before, after)))
        .collect();
    if expired.is_empty() {
        return Ok(None);
    }
    release_all(connection, acting, ("voucher.expire", &expired)).await?;
    Ok(Some(expired.len()))
}
