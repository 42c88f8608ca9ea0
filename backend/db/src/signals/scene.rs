//! What is looked at of a day, and what is behind a signal.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use diesel::dsl::exists;
use diesel::{BoolExpressionMethods, ExpressionMethods, JoinOnDsl, NullableExpressionMethods, QueryDsl};
use diesel_async::RunQueryDsl;
use linli_domain::hours::WeeklyHours;
use linli_domain::ids::{CommunityId, ConfirmationId, FailedConfirmationId, ResidentId, StoreId, UserId};
use linli_domain::signals::{Miss, Scene, Use};
use serde_json::Value;
use uuid::Uuid;

use crate::error::from_json;
use crate::schema::{
    cashiers, confirmations, failed_confirmations, partner_managers, stores, users, vouchers,
};
use crate::{Connection, Result};

/// Identifier, store, cashier, resident, whether an insider, and when.
type UseRow = (Uuid, Uuid, Uuid, Uuid, bool, DateTime<Utc>);

/// What was confirmed and stands `since` then, and what failed for unknown codes in the span of the day.
///
/// # Errors
/// If the data base does not answer.
pub async fn scene(
    connection: &mut Connection,
    community: CommunityId,
    since: DateTime<Utc>,
    day: (DateTime<Utc>, DateTime<Utc>),
) -> Result<Scene> {
    Ok(Scene {
        uses: uses(connection, community, (since, day.1)).await?,
        misses: misses(connection, community, day).await?,
        hours: hours(connection, community).await?,
    })
}

async fn uses(
    connection: &mut Connection,
    community: CommunityId,
    (from, to): (DateTime<Utc>, DateTime<Utc>),
) -> Result<Vec<Use>> {
    let of_voucher = users::community_id
        .eq(vouchers::community_id)
        .and(users::resident_id.eq(vouchers::resident_id.nullable()));
    let manages = users::table
        .inner_join(
            partner_managers::table.on(partner_managers::community_id
                .eq(users::community_id)
                .and(partner_managers::user_id.eq(users::id))),
        )
        .filter(of_voucher.and(partner_managers::partner_id.eq(stores::partner_id)));
    let works = users::table
        .inner_join(
            cashiers::table
                .on(cashiers::community_id.eq(users::community_id).and(cashiers::user_id.eq(users::id))),
        )
        .filter(of_voucher.and(cashiers::store_id.eq(stores::id)));
    let rows: Vec<UseRow> = confirmations::table
        .inner_join(
            vouchers::table.on(vouchers::community_id
                .eq(confirmations::community_id)
                .and(vouchers::id.eq(confirmations::voucher_id))),
        )
        .inner_join(stores::table.on(
            stores::community_id.eq(confirmations::community_id).and(stores::id.eq(confirmations::store_id)),
        ))
        .filter(confirmations::community_id.eq(community.uuid()).and(confirmations::undone_at.is_null()))
        .filter(confirmations::confirmed_at.ge(from).and(confirmations::confirmed_at.lt(to)))
        .order((confirmations::confirmed_at, confirmations::id))
        .select((
            confirmations::id,
            confirmations::store_id,
            confirmations::cashier_id,
            vouchers::resident_id,
            exists(manages).or(exists(works)),
            confirmations::confirmed_at,
        ))
        .load(connection)
        .await?;
    let one = |(id, store, cashier, resident, insider, at): UseRow| Use {
        id: ConfirmationId::new(id),
        store: StoreId::new(store),
        cashier: UserId::new(cashier),
        resident: ResidentId::new(resident),
        insider,
        at,
    };
    Ok(rows.into_iter().map(one).collect())
}

/// The word under which a try with an unknown code is kept.
const UNKNOWN: &str = "voucher-unknown";

async fn misses(
    connection: &mut Connection,
    community: CommunityId,
    (from, to): (DateTime<Utc>, DateTime<Utc>),
) -> Result<Vec<Miss>> {
    let rows: Vec<(Uuid, Uuid)> = failed_confirmations::table
        .filter(failed_confirmations::community_id.eq(community.uuid()))
        .filter(failed_confirmations::reason.eq(UNKNOWN))
        .filter(failed_confirmations::tried_at.ge(from).and(failed_confirmations::tried_at.lt(to)))
        .select((failed_confirmations::id, failed_confirmations::store_id))
        .load(connection)
        .await?;
    let one = |(id, store)| Miss { id: FailedConfirmationId::new(id), store: StoreId::new(store) };
    Ok(rows.into_iter().map(one).collect())
}

async fn hours(
    connection: &mut Connection,
    community: CommunityId,
) -> Result<BTreeMap<StoreId, WeeklyHours>> {
    let rows: Vec<(Uuid, Value)> = stores::table
        .filter(stores::community_id.eq(community.uuid()))
        .select((stores::id, stores::hours))
        .load(connection)
        .await?;
    rows.into_iter().map(|(id, hours)| Ok((StoreId::new(id), from_json(hours)?))).collect()
}
