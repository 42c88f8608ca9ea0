//! A transfer that is to be taken back.

use linli_domain::ids::{CommunityId, TransferId};
use linli_domain::ledger::{Original, Side, Wallet};

use super::{Transfer, find_transfer, lock_wallet};
use crate::{Connection, Result};

impl From<&Transfer> for Original {
    fn from(transfer: &Transfer) -> Self {
        Self {
            id: transfer.id,
            code: transfer.code,
            debit: transfer.debit,
            credit: transfer.credit,
            amount: transfer.amount,
            reversed: transfer.reversed_by.is_some(),
        }
    }
}

/// The transfer with this id and the wallet it moved, locked until the transaction ends: nobody else takes the transfer
/// back or spends its points meanwhile.
///
/// # Errors
/// If the data base does not answer.
pub async fn lock_transfer(
    connection: &mut Connection,
    community: CommunityId,
    id: TransferId,
) -> Result<Option<(Original, Wallet)>> {
    let Some(transfer) = find_transfer(connection, community, id).await? else {
        return Ok(None);
    };
    let ((Side::Wallet(owner), _) | (_, Side::Wallet(owner))) = (transfer.credit, transfer.debit) else {
        return Ok(None);
    };
    let Some(wallet) = lock_wallet(connection, community, owner).await? else {
        return Ok(None);
    };
    // Read again: whoever had the lock before may have taken it back.
    let transfer = find_transfer(connection, community, id).await?;
    Ok(transfer.map(|transfer| (Original::from(&transfer), wallet)))
}
