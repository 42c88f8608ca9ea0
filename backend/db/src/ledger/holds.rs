//! What of wallets is held, and for what; and what was spent of it.

use chrono::{DateTime, Utc};
use diesel::sql_types::Uuid as SqlUuid;
use diesel::{BoolExpressionMethods, ExpressionMethods, JoinOnDsl, QueryDsl};
use diesel_async::RunQueryDsl;
use linli_domain::ids::{CommunityId, HoldId, ResidentId};
use linli_domain::ledger::{Cause, CauseKind, Hold, Original, Parts, TransferCode, Wallet};
use serde::Deserialize;
use serde_json::Value;
use uuid::Uuid;

use super::accounts::WalletRow;
use super::history::caused_by;
use crate::error::{from_json, read};
use crate::schema::{accounts, holds};
use crate::{Connection, Result};

#[diesel::declare_sql_function]
extern "SQL" {
    /// See the migration.
    fn wallet_with_holds(community: SqlUuid, owner: SqlUuid) -> Jsonb;
}

/// A hold that is neither captured nor released.
#[derive(Debug, Clone)]
pub struct OpenHold {
    /// What is held, and for what.
    pub hold: Hold,
    /// Since when.
    pub placed_at: DateTime<Utc>,
}

/// A wallet with all there is to say about it.
#[derive(Debug, Clone)]
pub struct FullWallet {
    /// The wallet.
    pub wallet: Wallet,
    /// Whether the household may spend its points too.
    pub pooled: bool,
    /// What is held of it, the oldest first.
    pub holds: Vec<OpenHold>,
}

#[derive(Deserialize)]
struct FoundRow {
    wallet: Option<WalletRow>,
    pooled: Option<bool>,
    holds: Vec<HoldRow>,
}

#[derive(Deserialize)]
struct HoldRow {
    id: HoldId,
    resident: ResidentId,
    parts: Parts,
    cause_kind: CauseKind,
    cause_id: Uuid,
    placed_at: DateTime<Utc>,
}

impl HoldRow {
    fn read(self) -> OpenHold {
        let cause = Cause { kind: self.cause_kind, id: self.cause_id };
        let hold = Hold { id: self.id, resident: self.resident, parts: self.parts, cause };
        OpenHold { hold, placed_at: self.placed_at }
    }
}

/// A resident's wallet with its open holds, the oldest first: one statement, so that they always fit together.
///
/// # Errors
/// If the data base does not answer.
pub async fn find_wallet_with_holds(
    connection: &mut Connection,
    community: CommunityId,
    of: ResidentId,
) -> Result<Option<FullWallet>> {
    let call = diesel::select(wallet_with_holds(community.uuid(), of.uuid()));
    let found: FoundRow = from_json(call.get_result::<Value>(connection).await?)?;
    let Some(wallet) = found.wallet else { return Ok(None) };
    let holds = found.holds.into_iter().map(HoldRow::read).collect();
    Ok(Some(FullWallet { wallet: wallet.read(), pooled: found.pooled.unwrap_or_default(), holds }))
}

/// What is held for these causes, in the order in which it was.
///
/// # Errors
/// If the data base does not answer.
pub async fn held_for(
    connection: &mut Connection,
    community: CommunityId,
    causes: &[Cause],
) -> Result<Vec<Hold>> {
    let ids: Vec<Uuid> = causes.iter().map(|cause| cause.id).collect();
    let rows: Vec<(Uuid, Uuid, Value, String, Uuid)> = holds::table
        .inner_join(
            accounts::table
                .on(accounts::community_id.eq(holds::community_id).and(accounts::id.eq(holds::account_id))),
        )
        .filter(holds::community_id.eq(community.uuid()))
        .filter(holds::cause_id.eq_any(ids).and(holds::state.eq("held")))
        .order(holds::id)
        .select((holds::id, accounts::owner_id, holds::parts, holds::cause_kind, holds::cause_id))
        .load(connection)
        .await?;
    let hold = |(id, owner, parts, kind, cause): (Uuid, Uuid, Value, String, Uuid)| {
        let cause = Cause { kind: read(&kind)?, id: cause };
        Ok(Hold { id: HoldId::new(id), resident: ResidentId::new(owner), parts: from_json(parts)?, cause })
    };
    rows.into_iter().map(hold).collect()
}

/// What was spent for this cause and not given back since.
///
/// # Errors
/// If the data base does not answer.
pub async fn spent_for(
    connection: &mut Connection,
    community: CommunityId,
    cause: Cause,
) -> Result<Vec<Original>> {
    let transfers = caused_by(connection, community, cause).await?;
    let spendings = transfers.iter().map(Original::from);
    Ok(spendings.filter(|one| one.code == TransferCode::Spend && !one.reversed).collect())
}
