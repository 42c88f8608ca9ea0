//! A transfer that is to be taken back.

use linli_domain::ids::{CommunityId, ResidentId, TransferId};
use linli_domain::ledger::{Original, Side, Wallet};

use super::{Transfer, find_transfer, lock_wallets};
use crate::{Connection, Result};

impl From<&Transfer> for Original {
    fn from(transfer: &Transfer) -> Self {
        Self {
            id: transfer.id,
            code: transfer.code,
            debit: transfer.debit,
            credit: transfer.credit,
            parts: transfer.parts.clone(),
            reversed: transfer.reversed_by.is_some(),
        }
    }
}

/// The transfer with this id and the wallet that got its points (an empty one if none did). The wallets it moved are
/// locked until the transaction ends: nobody else takes the transfer back or spends its points meanwhile.
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
    let owners: Vec<ResidentId> = [transfer.debit, transfer.credit].into_iter().filter_map(owner).collect();
    let mut wallets = lock_wallets(connection, community, &owners).await?;
    let credited = owner(transfer.credit).and_then(|owner| wallets.remove(&owner));
    // Read again: whoever had the lock before may have taken it back.
    let transfer = find_transfer(connection, community, id).await?;
    Ok(transfer.map(|transfer| (Original::from(&transfer), credited.unwrap_or_default())))
}

const fn owner(side: Side) -> Option<ResidentId> {
    match side {
        Side::Wallet(resident) => Some(resident),
        Side::System(_) => None,
    }
}
