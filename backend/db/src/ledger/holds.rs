//! What of a wallet is held, and for what.

use chrono::{DateTime, Utc};
use diesel::{
    BoolExpressionMethods, ExpressionMethods, JoinOnDsl, QueryDsl, Queryable, Selectable, SelectableHelper,
};
use diesel_async::RunQueryDsl;
use linli_domain::ids::{CommunityId, HoldId, ResidentId};
use linli_domain::ledger::{Cause, Wallet};
use linli_domain::points::Points;
use uuid::Uuid;

use super::accounts::{WALLET, wallet};
use crate::error::read;
use crate::schema::{accounts, holds};
use crate::{Connection, Result};

/// A hold that is neither captured nor released.
#[derive(Debug, Clone)]
pub struct OpenHold {
    /// Its identifier.
    pub id: HoldId,
    /// For what.
    pub cause: Cause,
    /// How much.
    pub amount: Points,
    /// Since when.
    pub placed_at: DateTime<Utc>,
}

#[derive(Queryable, Selectable)]
#[diesel(table_name = holds, check_for_backend(diesel::pg::Pg))]
struct Row {
    id: Uuid,
    amount: i64,
    cause_kind: String,
    cause_id: Uuid,
    placed_at: DateTime<Utc>,
}

impl Row {
    fn read(self) -> Result<OpenHold> {
        Ok(OpenHold {
            id: HoldId::new(self.id),
            cause: Cause { kind: read(&self.cause_kind)?, id: self.cause_id },
            amount: Points::new(self.amount),
            placed_at: self.placed_at,
        })
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
) -> Result<Option<(Wallet, Vec<OpenHold>)>> {
    let rows: Vec<((i64, i64), Option<Row>)> = accounts::table
        .left_join(
            holds::table.on(holds::community_id
                .eq(accounts::community_id)
                .and(holds::account_id.eq(accounts::id))
                .and(holds::state.eq("held"))),
        )
        .filter(accounts::community_id.eq(community.uuid()))
        .filter(accounts::owner_id.eq(of.uuid()).and(accounts::kind.eq(WALLET)))
        .order(holds::id)
        .select(((accounts::posted, accounts::held), Option::<Row>::as_select()))
        .load(connection)
        .await?;
    let Some(wallet) = rows.iter().map(|(figures, _)| wallet(*figures)).next() else {
        return Ok(None);
    };
    let holds = rows.into_iter().filter_map(|(_, hold)| hold).map(Row::read).collect::<Result<_>>()?;
    Ok(Some((wallet, holds)))
}
