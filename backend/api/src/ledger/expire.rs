//! What the program does with points that have lapsed.

use chrono::NaiveDate;
use linli_db::{Connection, ledger};
use linli_domain::ids::ResidentId;
use linli_domain::ledger::{Posting, lapsed};
use uuid::Uuid;

use super::posted::post_all;
use crate::acting::Acting;
use crate::communities::own_community;
use crate::jobs::do_all_due;
use crate::problem::Problem;

/// How many lots a transaction begins with; it takes all that has lapsed in their wallets.
const BATCH: i64 = 1_000;

/// Takes all points of a community that have lapsed and are not held; answers how many transfers that took.
///
/// Of two processes at once each takes what the other has not. A wallet that has drifted keeps what has lapsed.
///
/// # Errors
/// Those of [`do_all_due`].
pub async fn expire_all_points(connection: &mut Connection, acting: &Acting) -> Result<usize, Problem> {
    let today = own_community(connection, acting.community).await?.day_of(acting.now);
    let find = async |connection: &mut Connection, most: i64, but: &[Uuid]| {
        let due = ledger::lapsing_wallets(connection, acting.community, today, (most, but)).await?;
        Ok(due.into_iter().map(|resident| (resident.uuid(), resident)).collect())
    };
    let work = async |connection: &mut Connection, due: Vec<ResidentId>| {
        let postings = take(connection, acting, (&due, today)).await?;
        let taken = postings.len();
        post_all(connection, acting, postings).await?;
        Ok(taken)
    };
    do_all_due(connection, BATCH, find, work).await
}

/// What has lapsed of these wallets, which are locked from now on: another process may have taken it since they were found.
async fn take(
    connection: &mut Connection,
    acting: &Acting,
    (due, today): (&[ResidentId], NaiveDate),
) -> Result<Vec<Posting>, Problem> {
    let wallets = ledger::lock_wallets(connection, acting.community, due).await?;
    let of = |(resident, wallet)| lapsed((resident, wallet), today, || acting.id());
    Ok(wallets.iter().map(|(resident, wallet)| (*resident, wallet)).flat_map(of).collect())
}
