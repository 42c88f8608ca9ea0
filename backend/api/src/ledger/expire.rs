//! What the program does with points that have lapsed.

use chrono::NaiveDate;
use linli_db::{Connection, ledger};
use linli_domain::ids::ResidentId;
use linli_domain::ledger::{Posting, lapsed};

use super::posted::post_all;
use crate::acting::Acting;
use crate::communities::own_community;
use crate::jobs::batch_after_batch;
use crate::problem::Problem;

/// How many lots a transaction begins with; it takes all that has lapsed in their wallets.
const BATCH: i64 = 1_000;

/// Takes all points of a community that have lapsed and are not held; answers how many transfers that took.
///
/// Of two processes at once each takes what the other has not.
///
/// # Errors
/// If the data base does not answer.
pub async fn expire_all_points(connection: &mut Connection, acting: &Acting) -> Result<usize, Problem> {
    let today = own_community(connection, acting.community).await?.day_of(acting.now);
    let batch = async |connection: &mut Connection| {
        let due = ledger::lapsing_wallets(connection, acting.community, today, BATCH).await?;
        if due.is_empty() {
            return Ok(None);
        }
        let postings = take(connection, acting, (&due, today)).await?;
        let taken = postings.len();
        post_all(connection, acting, postings).await?;
        Ok(Some(taken))
    };
    batch_after_batch(connection, batch).await
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
