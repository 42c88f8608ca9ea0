//! A transfer that is to be taken back.

use std::collections::BTreeMap;

use diesel::{BoolExpressionMethods, ExpressionMethods, QueryDsl};
use diesel_async::RunQueryDsl;
use linli_domain::ids::{CommunityId, ResidentId, TransferId};
use linli_domain::ledger::{Original, Parts, Side, TransferCode, Wallet};
use serde_json::Value;

use super::{Transfer, find_transfer, lock_wallets};
use crate::error::from_json;
use crate::schema::transfers;
use crate::{Connection, Result};

impl From<&Transfer> for Original {
    fn from(transfer: &Transfer) -> Self {
        Self {
            id: transfer.id,
            code: transfer.code,
            debit: transfer.debit,
            credit: transfer.credit,
            parts: transfer.parts.clone(),
            advanced: Parts::default(),
            reversed: transfer.reversed_by.is_some(),
        }
    }
}

/// The transfer with this id and the wallets it moved, which are locked until the transaction ends: nobody else takes the
/// transfer back or spends its points meanwhile.
///
/// # Errors
/// If the data base does not answer.
pub async fn lock_transfer(
    connection: &mut Connection,
    community: CommunityId,
    id: TransferId,
) -> Result<Option<(Original, BTreeMap<ResidentId, Wallet>)>> {
    let Some(transfer) = find_transfer(connection, community, id).await? else {
        return Ok(None);
    };
    let owners: Vec<ResidentId> = [transfer.debit, transfer.credit].into_iter().filter_map(owner).collect();
    let wallets = lock_wallets(connection, community, &owners).await?;
    // Read again: whoever had the lock before may have taken it back.
    let Some(transfer) = find_transfer(connection, community, id).await? else { return Ok(None) };
    let advanced = match transfer.code {
        TransferCode::Deduct => advanced_for(connection, community, &transfer).await?,
        _ => Parts::default(),
    };
    Ok(Some((Original { advanced, ..Original::from(&transfer) }, wallets)))
}

/// What was advanced for a deduction: in the same call, for the same cause.
async fn advanced_for(
    connection: &mut Connection,
    community: CommunityId,
    deduction: &Transfer,
) -> Result<Parts> {
    let rows: Vec<Value> = transfers::table
        .filter(transfers::community_id.eq(community.uuid()).and(transfers::cause_id.eq(deduction.cause.id)))
        .filter(transfers::code.eq(TransferCode::Owe.to_string()))
        .filter(transfers::posted_at.eq(deduction.posted_at))
        .select(transfers::parts)
        .load(connection)
        .await?;
    let mut advanced = Parts::default();
    for parts in rows {
        advanced = advanced.plus(&from_json(parts)?);
    }
    Ok(advanced)
}

const fn owner(side: Side) -> Option<ResidentId> {
    match side {
        Side::Wallet(resident) => Some(resident),
        Side::System(_) => None,
    }
}
