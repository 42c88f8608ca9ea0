//! Accounts: a wallet for each resident, eight for the community itself.

use std::collections::BTreeMap;

use diesel::ExpressionMethods;
use diesel::sql_types::{Array, Uuid as SqlUuid};
use diesel_async::RunQueryDsl;
use linli_domain::ids::{AccountId, CommunityId, ResidentId};
use linli_domain::ledger::{Lots, SystemAccount, Wallet};
use linli_domain::points::Points;
use serde::Deserialize;
use serde_json::Value;
use uuid::Uuid;

use crate::error::from_json;
use crate::schema::accounts;
use crate::{Connection, Result};

/// The stored word for a wallet among the kinds of accounts.
pub(crate) const WALLET: &str = "wallet";

const WALLETS: &str = "INSERT INTO accounts (community_id, id, kind, owner_id, resident_id, posted, held) \
     SELECT $1, u.account, 'wallet', u.resident, u.resident, 0, 0 FROM unnest($2, $3) AS u (account, resident)";

/// Opens wallets for new residents.
///
/// # Errors
/// If the data base does not answer, or a resident has a wallet.
pub async fn open_wallets(
    connection: &mut Connection,
    community: CommunityId,
    wallets: &[(AccountId, ResidentId)],
) -> Result<()> {
    let (accounts, residents): (Vec<Uuid>, Vec<Uuid>) =
        wallets.iter().map(|(account, resident)| (account.uuid(), resident.uuid())).unzip();
    diesel::sql_query(WALLETS)
        .bind::<SqlUuid, _>(community.uuid())
        .bind::<Array<SqlUuid>, _>(accounts)
        .bind::<Array<SqlUuid>, _>(residents)
        .execute(connection)
        .await?;
    Ok(())
}

/// Opens the accounts of a new community.
///
/// # Errors
/// If the data base does not answer, or the community has them.
pub async fn open_system_accounts(
    connection: &mut Connection,
    community: CommunityId,
    new: &[(AccountId, SystemAccount)],
) -> Result<()> {
    let rows: Vec<_> = new
        .iter()
        .map(|(account, kind)| {
            (
                accounts::community_id.eq(community.uuid()),
                accounts::id.eq(account.uuid()),
                accounts::kind.eq(kind.to_string()),
                accounts::owner_id.eq(community.uuid()),
                accounts::posted.eq(0),
                accounts::held.eq(0),
            )
        })
        .collect();
    diesel::insert_into(accounts::table).values(rows).execute(connection).await?;
    Ok(())
}

#[diesel::declare_sql_function]
extern "SQL" {
    /// See the migration.
    fn wallets_of(community: SqlUuid, owners: Array<SqlUuid>) -> Jsonb;
    /// See the migration.
    #[sql_name = "lock_wallets"]
    fn locked_wallets_of(community: SqlUuid, owners: Array<SqlUuid>) -> Jsonb;
}

#[derive(Deserialize)]
pub(super) struct WalletRow {
    debt: Points,
    lots: Lots,
}

impl WalletRow {
    pub(super) fn read(self) -> Wallet {
        Wallet { lots: self.lots, debt: self.debt }
    }
}

fn read_wallets(found: Value) -> Result<BTreeMap<ResidentId, Wallet>> {
    let rows: BTreeMap<ResidentId, WalletRow> = from_json(found)?;
    Ok(rows.into_iter().map(|(resident, row)| (resident, row.read())).collect())
}

fn uuids(residents: &[ResidentId]) -> Vec<Uuid> {
    residents.iter().map(|resident| resident.uuid()).collect()
}

/// A resident's wallet as it stands.
///
/// # Errors
/// If the data base does not answer.
pub async fn find_wallet(
    connection: &mut Connection,
    community: CommunityId,
    of: ResidentId,
) -> Result<Option<Wallet>> {
    let call = diesel::select(wallets_of(community.uuid(), uuids(&[of])));
    Ok(read_wallets(call.get_result(connection).await?)?.remove(&of))
}

/// A resident's wallet, locked until the transaction ends.
///
/// # Errors
/// If the data base does not answer.
pub async fn lock_wallet(
    connection: &mut Connection,
    community: CommunityId,
    of: ResidentId,
) -> Result<Option<Wallet>> {
    Ok(lock_wallets(connection, community, &[of]).await?.remove(&of))
}

/// The wallets of these residents, locked until the transaction ends, in the order of their accounts as every posting
/// locks them.
///
/// # Errors
/// If the data base does not answer.
pub async fn lock_wallets(
    connection: &mut Connection,
    community: CommunityId,
    of: &[ResidentId],
) -> Result<BTreeMap<ResidentId, Wallet>> {
    let call = diesel::select(locked_wallets_of(community.uuid(), uuids(of)));
    read_wallets(call.get_result(connection).await?)
}
