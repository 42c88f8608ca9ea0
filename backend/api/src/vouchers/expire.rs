//! What the program does with vouchers whose time is over: their points and their places in the quota come back.

use linli_db::{Connection, vouchers};
use linli_domain::vouchers::Voucher;
use uuid::Uuid;

use super::release::release_all;
use crate::acting::Acting;
use crate::jobs::do_all_due;
use crate::problem::Problem;

/// How many vouchers a transaction ends.
const BATCH: i64 = 200;

/// Ends all vouchers of a community whose time is over; answers how many.
///
/// Two processes at once share the work. Everything is locked as where one voucher is given back: vouchers, then offers and
/// slots in the order of their ids, then wallets.
///
/// # Errors
/// Those of [`do_all_due`].
pub(crate) async fn expire_all(connection: &mut Connection, acting: &Acting) -> Result<usize, Problem> {
    let find = async |connection: &mut Connection, most: i64, but: &[Uuid]| {
        let due = vouchers::lock_due(connection, acting.community, acting.now, (most, but)).await?;
        let over = |before: Voucher| {
            let after = before.expired(acting.now)?;
            Some((before.id.uuid(), (before, after)))
        };
        Ok(due.into_iter().filter_map(over).collect())
    };
    let work = async |connection: &mut Connection, due: Vec<(Voucher, Voucher)>| {
        release_all(connection, acting, ("voucher.expire", &due)).await?;
        Ok(due.len())
    };
    do_all_due(connection, BATCH, find, work).await
}
