//! Accounts: a wallet for each resident, six for the community itself.

use diesel::{BoolExpressionMethods, ExpressionMethods, OptionalExtension, QueryDsl};
use diesel_async::RunQueryDsl;
use linli_domain::ids::{AccountId, CommunityId, ResidentId};
use linli_domain::ledger::{SystemAccount, Wallet};
use linli_domain::points::Points;
use uuid::Uuid;

use crate::schema::accounts;
use crate::{Connection, Error, Result};

/// The stored word for a wallet among the kinds of accounts.
pub(crate) const WALLET: &str = "wallet";

/// Opens wallets for new residents.
///
/// # Errors
/// If the data base does not answer, or a resident has a wallet.
pub async fn open_wallets(
    connection: &mut Connection,
    community: CommunityId,
    wallets: &[(AccountId, ResidentId)],
) -> Result<()> {
    let rows: Vec<_> = wallets
        .iter()
        .map(|(account, resident)| {
            (
                accounts::community_id.eq(community.uuid()),
                accounts::id.eq(account.uuid()),
                accounts::kind.eq(WALLET),
                accounts::owner_id.eq(resident.uuid()),
                accounts::resident_id.eq(resident.uuid()),
                accounts::posted.eq(0),
                accounts::held.eq(0),
            )
        })
        .collect();
    diesel::insert_into(accounts::table).values(rows).execute(connection).await?;
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

pub(super) fn wallet((posted, held): (i64, i64)) -> Wallet {
    Wallet { posted: Points::new(posted), held: Points::new(held) }
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
    let found = accounts::table
        .filter(accounts::community_id.eq(community.uuid()))
        .filter(accounts::owner_id.eq(of.uuid()).and(accounts::kind.eq(WALLET)))
        .select((accounts::posted, accounts::held))
        .first(connection)
        .await
        .optional()?;
    Ok(found.map(wallet))
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
    let found = accounts::table
        .filter(accounts::community_id.eq(community.uuid()))
        .filter(accounts::owner_id.eq(of.uuid()).and(accounts::kind.eq(WALLET)))
        .select((accounts::posted, accounts::held))
        .for_no_key_update()
        .first(connection)
        .await
        .optional()?;
    Ok(found.map(wallet))
}

/// Locks the wallets of these residents, in the order of their accounts as every posting does.
///
/// # Errors
/// If the data base does not answer.
pub async fn lock_wallets(
    connection: &mut Connection,
    community: CommunityId,
    of: &[ResidentId],
) -> Result<()> {
    let owners: Vec<Uuid> = of.iter().map(|resident| resident.uuid()).collect();
    accounts::table
        .filter(accounts::community_id.eq(community.uuid()))
        .filter(accounts::owner_id.eq_any(owners).and(accounts::kind.eq(WALLET)))
        .order(accounts::id)
        .select(accounts::id)
        .for_no_key_update()
        .load::<Uuid>(connection)
        .await
        .map(drop)
        .map_err(Error::from)
}
