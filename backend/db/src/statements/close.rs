//! Closing a month: which are due, and the copies of their lines.

use chrono::{DateTime, NaiveDate, Utc};
use diesel::sql_types::{BigInt, Date, Text, Timestamptz, Uuid as SqlUuid};
use diesel::{BoolExpressionMethods, ExpressionMethods, OptionalExtension, QueryDsl, QueryableByName};
use diesel_async::RunQueryDsl;
use linli_domain::calendar::Month;
use linli_domain::communities::Community;
use linli_domain::ids::{CommunityId, StatementId, StoreId};
use linli_domain::statements::StatementTotals;
use uuid::Uuid;

use super::lines::{Period, Source, totals};
use crate::schema::stores;
use crate::{Connection, Result};

/// Holds a store until the transaction ends, so that nothing is confirmed or undone in it: who does waits, and who has
/// begun to is waited for. Answers false if there is no such store.
///
/// # Errors
/// If the data base does not answer.
pub async fn hold_store(connection: &mut Connection, community: CommunityId, store: StoreId) -> Result<bool> {
    // Not FOR NO KEY UPDATE, as elsewhere: it would go beside the FOR KEY SHARE of a confirmation.
    let held: Option<Uuid> = stores::table
        .filter(stores::community_id.eq(community.uuid()).and(stores::id.eq(store.uuid())))
        .select(stores::id)
        .for_update()
        .first(connection)
        .await
        .optional()?;
    Ok(held.is_some())
}

/// Copies the lines of a store for a closed month, and answers what they add up to. The store must be held.
///
/// # Errors
/// If the data base does not answer.
pub async fn freeze(
    connection: &mut Connection,
    community: CommunityId,
    (statement, store): (StatementId, StoreId),
    span: (DateTime<Utc>, DateTime<Utc>),
) -> Result<StatementTotals> {
    let copy = "INSERT INTO statement_lines (
            community_id, id, statement_id, store_id, kind, at, code, offer_title, bill_fen, discount_fen, points,
            cashier_id, cashier_name, undone_at
        )
        SELECT community_id, id, $3, store_id, kind, at, code, offer_title, bill_fen, discount_fen, points,
               cashier_id, cashier_name, undone_at
        FROM store_lines WHERE community_id = $1 AND store_id = $2 AND at >= $4 AND at < $5";
    diesel::sql_query(copy)
        .bind::<SqlUuid, _>(community.uuid())
        .bind::<SqlUuid, _>(store.uuid())
        .bind::<SqlUuid, _>(statement.uuid())
        .bind::<Timestamptz, _>(span.0)
        .bind::<Timestamptz, _>(span.1)
        .execute(connection)
        .await?;
    let period = Period { stores: vec![store], span };
    let sums = totals(connection, community, (Source::Closed, &period)).await?;
    Ok(sums.get(&store).copied().unwrap_or_default())
}

#[derive(QueryableByName)]
struct Due {
    #[diesel(sql_type = SqlUuid)]
    store_id: Uuid,
    #[diesel(sql_type = Date)]
    month: NaiveDate,
}

/// The months that have lines of a store and are not closed, up to `last` and as many as `months` in all before it, at most
/// so many. The earliest first.
///
/// # Errors
/// If the data base does not answer.
pub async fn due(
    connection: &mut Connection,
    community: &Community,
    (last, months): (Month, i64),
    most: i64,
) -> Result<Vec<(StoreId, Month)>> {
    let query = "SELECT s.id AS store_id, m.first::date AS month
        FROM stores s, generate_series(0, $3 - 1) AS back, LATERAL (
            SELECT $2 - make_interval(months => back::int) AS first
        ) n, LATERAL (
            SELECT n.first, n.first::timestamp AT TIME ZONE $4 AS from_at,
                   (n.first + interval '1 month')::timestamp AT TIME ZONE $4 AS to_at
        ) m
        WHERE s.community_id = $1
          AND NOT EXISTS (
              SELECT FROM statements t WHERE t.community_id = $1 AND t.store_id = s.id AND t.month = m.first::date
          )
          AND (EXISTS (
              SELECT FROM confirmations c
              WHERE c.community_id = $1 AND c.store_id = s.id AND c.confirmed_at >= m.from_at AND c.confirmed_at < m.to_at
          ) OR EXISTS (
              SELECT FROM confirmations c
              WHERE c.community_id = $1 AND c.store_id = s.id AND c.corrected_at >= m.from_at AND c.corrected_at < m.to_at
          ))
        ORDER BY m.first, s.id LIMIT $5";
    let rows: Vec<Due> = diesel::sql_query(query)
        .bind::<SqlUuid, _>(community.id.uuid())
        .bind::<Date, _>(last.first_day())
        .bind::<BigInt, _>(months)
        .bind::<Text, _>(community.timezone.name())
        .bind::<BigInt, _>(most)
        .load(connection)
        .await?;
    Ok(rows.into_iter().map(|row| (StoreId::new(row.store_id), Month::of(row.month))).collect())
}
