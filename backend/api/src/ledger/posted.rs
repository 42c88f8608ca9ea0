//! What the ledger did with what the rules had decided.

use linli_db::{Connection, ledger};
use linli_domain::ledger::{Posting, PostingStatus};

use super::json::TransferJson;
use crate::acting::Acting;
use crate::problem::Problem;

/// The ledger has done all that the rules decided, under the locks they were decided under. Anything else means that a
/// running figure has drifted: the command is rolled back.
///
/// # Errors
/// `internal`.
pub fn came_to(statuses: &[PostingStatus], decided: PostingStatus) -> Result<(), Problem> {
    match statuses.iter().find(|status| **status != decided) {
        Some(other) => Err(Problem::unexpected(format!("the ledger answered {other}, not {decided}"))),
        None => Ok(()),
    }
}

/// Posts a transfer whose wallet is locked, and answers it as it stands.
///
/// # Errors
/// Those of [`came_to`].
pub async fn post_one(
    connection: &mut Connection,
    acting: &Acting,
    posting: Posting,
) -> Result<TransferJson, Problem> {
    let posting = Posting { actor: acting.actor, on_behalf_of: acting.on_behalf_of, ..posting };
    let id = posting.id;
    let statuses = ledger::post(connection, acting.community, &[posting], acting.now).await?;
    came_to(&statuses, PostingStatus::Posted)?;
    let transfer = ledger::find_transfer(connection, acting.community, id).await?;
    transfer.map(TransferJson::from).ok_or_else(|| Problem::unexpected("a posted transfer is gone"))
}
