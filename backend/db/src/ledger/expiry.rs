//! Points that have lapsed.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use diesel::{BoolExpressionMethods, ExpressionMethods, JoinOnDsl, QueryDsl};
use diesel_async::RunQueryDsl;
use linli_domain::ids::{CommunityId, ResidentId};
use uuid::Uuid;

use crate::schema::{accounts, lots};
use crate::{Connection, Result};

/// Residents in whose wallets there are points that lapsed before `today` and are not held: those of so many lots at most, the
/// ones that lapsed first, `but` these.
///
/// # Errors
/// If the data base does not answer.
pub async fn lapsing_wallets(
    connection: &mut Connection,
    community: CommunityId,
    today: NaiveDate,
    (most, but): (i64, &[Uuid]),
) -> Result<Vec<ResidentId>> {
    let owners: Vec<Uuid> = lots::table
        .inner_join(
            accounts::table
                .on(accounts::community_id.eq(lots::community_id).and(accounts::id.eq(lots::account_id))),
        )
        .filter(lots::community_id.eq(community.uuid()))
        .filter(lots::lapses_on.lt(today).and(lots::posted.gt(lots::held)))
        .filter(accounts::owner_id.ne_all(but))
        .select(accounts::owner_id)
        .order((lots::lapses_on, lots::account_id))
        .limit(most)
        .load(connection)
        .await?;
    let owners: BTreeSet<Uuid> = owners.into_iter().collect();
    Ok(owners.into_iter().map(ResidentId::new).collect())
}
