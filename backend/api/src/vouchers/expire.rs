//! What the program does with vouchers whose time is over: their points and their places in the quota come back.

use linli_db::{Connection, vouchers};
use linli_domain::ids::VoucherId;
use linli_domain::ledger::Cause;
use linli_domain::vouchers::Voucher;
use serde_json::json;
use uuid::Uuid;

use super::places::count_all_back;
use crate::acting::{Acting, Change};
use crate::jobs::do_all_due;
use crate::ledger::release_for;
use crate::problem::Problem;

/// How many vouchers a transaction ends.
const BATCH: i64 = 200;

/// Ends all vouchers of a community whose time is over; answers how many.
///
/// Two processes at once share the work.
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
    do_all_due(connection, BATCH, find, async |connection, due| expire_batch(connection, acting, due).await)
        .await
}

/// Ends a batch of vouchers in the caller's transaction; answers how many.
///
/// Everything is locked as where one voucher is given back: vouchers, then offers in the order of their ids, then wallets.
///
/// # Errors
/// If the data base does not answer.
async fn expire_batch(
    connection: &mut Connection,
    acting: &Acting,
    expired: Vec<(Voucher, Voucher)>,
) -> Result<usize, Problem> {
    let ids: Vec<VoucherId> = expired.iter().map(|(_, after)| after.id).collect();
    vouchers::expire(connection, acting.community, &ids, acting.now).await?;
    // What was used keeps its place, and its price is spent.
    let unused: Vec<Voucher> =
        expired.iter().filter(|(before, _)| before.holds_price()).map(|(_, after)| after.clone()).collect();
    count_all_back(connection, acting, &unused).await?;
    let causes: Vec<Cause> = unused.iter().map(Voucher::cause).collect();
    release_for(connection, acting, &causes).await?;
    let state = |voucher: &Voucher| json!({ "state": voucher.state });
    let line = |(before, after): &(Voucher, Voucher)| {
        (after.id, Change::changed("voucher.expire", &state(before), &state(after)))
    };
    acting.audit_all(connection, expired.iter().map(line)).await?;
    Ok(expired.len())
}
