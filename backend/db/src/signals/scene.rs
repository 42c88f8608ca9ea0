//! What is looked at of a day, and what is behind a signal.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use diesel::sql_types::{Bool, Timestamptz, Uuid as SqlUuid};
use diesel::{BoolExpressionMethods, ExpressionMethods, QueryDsl, QueryableByName};
use diesel_async::RunQueryDsl;
use linli_domain::hours::Hours;
use linli_domain::ids::{CommunityId, ConfirmationId, FailedConfirmationId, ResidentId, StoreId, UserId};
use linli_domain::signals::{Miss, Scene, Use};
use serde_json::Value;
use uuid::Uuid;

use crate::error::from_json;
use crate::schema::{failed_confirmations, stores};
use crate::{Connection, Result};

/// An insider is who works in the store or manages its partner.
const USES: &str = "SELECT c.id, c.store_id, c.cashier_id, v.resident_id, c.confirmed_at AS at, v.slot_id IS NOT NULL AS in_slot, EXISTS (
        SELECT FROM users u JOIN partner_managers m ON m.community_id = $1 AND m.user_id = u.id
        WHERE u.community_id = $1 AND u.resident_id = v.resident_id AND m.partner_id = s.partner_id
    ) OR EXISTS (
        SELECT FROM users u JOIN cashiers w ON w.community_id = $1 AND w.user_id = u.id
        WHERE u.community_id = $1 AND u.resident_id = v.resident_id AND w.store_id = c.store_id
    ) AS insider
    FROM confirmations c
    JOIN vouchers v ON v.community_id = $1 AND v.id = c.voucher_id
    JOIN stores s ON s.community_id = $1 AND s.id = c.store_id
    WHERE c.community_id = $1 AND c.undone_at IS NULL AND c.confirmed_at >= $2 AND c.confirmed_at < $3
    ORDER BY c.confirmed_at, c.id";

#[derive(QueryableByName)]
struct UseRow {
    #[diesel(sql_type = SqlUuid)]
    id: Uuid,
    #[diesel(sql_type = SqlUuid)]
    store_id: Uuid,
    #[diesel(sql_type = SqlUuid)]
    cashier_id: Uuid,
    #[diesel(sql_type = SqlUuid)]
    resident_id: Uuid,
    #[diesel(sql_type = Timestamptz)]
    at: DateTime<Utc>,
    #[diesel(sql_type = Bool)]
    insider: bool,
    #[diesel(sql_type = Bool)]
    in_slot: bool,
}

impl UseRow {
    const fn read(self) -> Use {
        Use {
            id: ConfirmationId::new(self.id),
            store: StoreId::new(self.store_id),
            cashier: UserId::new(self.cashier_id),
            resident: ResidentId::new(self.resident_id),
            insider: self.insider,
            in_slot: self.in_slot,
            at: self.at,
        }
    }
}

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
    let rows: Vec<UseRow> = diesel::sql_query(USES)
        .bind::<SqlUuid, _>(community.uuid())
        .bind::<Timestamptz, _>(from)
        .bind::<Timestamptz, _>(to)
        .load(connection)
        .await?;
    Ok(rows.into_iter().map(UseRow::read).collect())
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

async fn hours(connection: &mut Connection, community: CommunityId) -> Result<BTreeMap<StoreId, Hours>> {
    let rows: Vec<(Uuid, Value)> = stores::table
        .filter(stores::community_id.eq(community.uuid()))
        .select((stores::id, stores::hours))
        .load(connection)
        .await?;
    rows.into_iter().map(|(id, hours)| Ok((StoreId::new(id), from_json(hours)?))).collect()
}
