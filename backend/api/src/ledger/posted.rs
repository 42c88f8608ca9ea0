//! Posting one transfer that a rule has decided.

use linli_db::{Connection, ledger};
use linli_domain::Refusal;
use linli_domain::ledger::{Posting, PostingStatus};

use super::json::TransferJson;
use crate::acting::Acting;
use crate::problem::Problem;

/// Posts a transfer whose wallet is locked, and answers it as it stands.
///
/// # Errors
/// `already-reversed`. Any other status is a fault: the rules decided under the same lock.
pub async fn post_one(
    connection: &mut Connection,
    acting: &Acting,
    posting: Posting,
) -> Result<TransferJson, Problem> {
    let posting = Posting { actor: acting.actor, on_behalf_of: acting.on_behalf_of, ..posting };
    let id = posting.id;
    let statuses = ledger::post(connection, acting.community, &[posting], acting.now).await?;
    match statuses.as_slice() {
        [PostingStatus::Posted] => {
            let transfer = ledger::find_transfer(connection, acting.community, id).await?;
            transfer.map(TransferJson::from).ok_or_else(|| Problem::unexpected("a posted transfer is gone"))
        }
        [PostingStatus::AlreadyReversed] => Err(Refusal::AlreadyReversed.into()),
        other => Err(Problem::unexpected(format!("a decided posting came to {other:?}"))),
    }
}
