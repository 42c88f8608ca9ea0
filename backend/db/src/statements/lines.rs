//! The lines of stores and what they add up to: as they are now, or as they were when their month was closed.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use diesel::QueryableByName;
use diesel::sql_types::{Array, BigInt, Nullable, Text, Timestamptz, Uuid as SqlUuid};
use diesel_async::RunQueryDsl;
use linli_domain::ids::{CommunityId, StatementLineId, StoreId, UserId};
use linli_domain::money::Fen;
use linli_domain::points::Points;
use linli_domain::statements::{StatementLine, StatementTotals};
use uuid::Uuid;

use crate::error::read;
use crate::{Connection, Page, Result, Slice};

/// Where lines are read from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Source {
    /// From what happened, as it is now.
    Now,
    /// From the copies that were made when the month was closed.
    Closed,
}

impl Source {
    const fn table(self) -> &'static str {
        match self {
            Self::Now => "store_lines",
            Self::Closed => "statement_lines",
        }
    }
}

/// Whose lines are asked for, and of which time.
#[derive(Debug, Clone)]
pub struct Period {
    /// Of these stores.
    pub stores: Vec<StoreId>,
    /// From this moment on, and before that one.
    pub span: (DateTime<Utc>, DateTime<Utc>),
}

impl Period {
    fn store_ids(&self) -> Vec<Uuid> {
        self.stores.iter().map(|store| store.uuid()).collect()
    }
}

/// A line after which a page begins.
pub type After = (DateTime<Utc>, Uuid);

#[derive(QueryableByName)]
struct Row {
    #[diesel(sql_type = SqlUuid)]
    id: Uuid,
    #[diesel(sql_type = SqlUuid)]
    store_id: Uuid,
    #[diesel(sql_type = Text)]
    kind: String,
    #[diesel(sql_type = Timestamptz)]
    at: DateTime<Utc>,
    #[diesel(sql_type = Text)]
    code: String,
    #[diesel(sql_type = Text)]
    offer_title: String,
    #[diesel(sql_type = BigInt)]
    bill_fen: i64,
    #[diesel(sql_type = BigInt)]
    discount_fen: i64,
    #[diesel(sql_type = BigInt)]
    points: i64,
    #[diesel(sql_type = SqlUuid)]
    cashier_id: Uuid,
    #[diesel(sql_type = Text)]
    cashier_name: String,
    #[diesel(sql_type = Nullable<Timestamptz>)]
    undone_at: Option<DateTime<Utc>>,
}

impl Row {
    fn read(self) -> Result<StatementLine> {
        Ok(StatementLine {
            id: StatementLineId::new(self.id),
            store: StoreId::new(self.store_id),
            kind: read(&self.kind)?,
            at: self.at,
            code: self.code,
            offer_title: self.offer_title,
            bill: Fen::new(self.bill_fen),
            discount: Fen::new(self.discount_fen),
            points: Points::new(self.points),
            cashier: UserId::new(self.cashier_id),
            cashier_name: self.cashier_name,
            undone_at: self.undone_at,
        })
    }
}

/// The lines of stores in the order of time, with those that were undone.
///
/// # Errors
/// If the data base does not answer.
pub async fn lines(
    connection: &mut Connection,
    community: CommunityId,
    (source, period): (Source, &Period),
    slice: &Slice<After>,
) -> Result<Page<StatementLine, After>> {
    let query = format!(
        "SELECT id, store_id, kind, at, code, offer_title, bill_fen, discount_fen, points, cashier_id, cashier_name, undone_at
         FROM {} WHERE community_id = $1 AND store_id = ANY($2) AND at >= $3 AND at < $4 AND (at, id) > ($5, $6)
         ORDER BY at, id LIMIT $7",
        source.table()
    );
    // No line is before the first moment; no identifier is before the nil one.
    let (at, id) = slice.after.unwrap_or((DateTime::UNIX_EPOCH, Uuid::nil()));
    let rows: Vec<Row> = diesel::sql_query(query)
        .bind::<SqlUuid, _>(community.uuid())
        .bind::<Array<SqlUuid>, _>(period.store_ids())
        .bind::<Timestamptz, _>(period.span.0)
        .bind::<Timestamptz, _>(period.span.1)
        .bind::<Timestamptz, _>(at)
        .bind::<SqlUuid, _>(id)
        .bind::<BigInt, _>(slice.probe())
        .load(connection)
        .await?;
    slice.page(rows, |row| (row.at, row.id)).try_map(Row::read)
}

#[derive(QueryableByName)]
struct Sum {
    #[diesel(sql_type = SqlUuid)]
    store_id: Uuid,
    #[diesel(sql_type = BigInt)]
    confirmations: i64,
    #[diesel(sql_type = BigInt)]
    corrections: i64,
    #[diesel(sql_type = BigInt)]
    bill_fen: i64,
    #[diesel(sql_type = BigInt)]
    discount_fen: i64,
    #[diesel(sql_type = BigInt)]
    points: i64,
}

impl Sum {
    fn read(self) -> (StoreId, StatementTotals) {
        let totals = StatementTotals {
            confirmations: self.confirmations,
            corrections: self.corrections,
            bill: Fen::new(self.bill_fen),
            discount: Fen::new(self.discount_fen),
            points: Points::new(self.points),
        };
        (StoreId::new(self.store_id), totals)
    }
}

/// What the lines of each of these stores add up to, without those that were undone; nothing for a store without lines.
///
/// # Errors
/// If the data base does not answer.
pub async fn totals(
    connection: &mut Connection,
    community: CommunityId,
    (source, period): (Source, &Period),
) -> Result<BTreeMap<StoreId, StatementTotals>> {
    let query = format!(
        "SELECT store_id, count(*) FILTER (WHERE kind = 'confirmation') AS confirmations,
                count(*) FILTER (WHERE kind = 'correction') AS corrections, sum(bill_fen)::bigint AS bill_fen,
                sum(discount_fen)::bigint AS discount_fen, sum(points)::bigint AS points
         FROM {} WHERE community_id = $1 AND store_id = ANY($2) AND at >= $3 AND at < $4 AND undone_at IS NULL
         GROUP BY store_id",
        source.table()
    );
    let rows: Vec<Sum> = diesel::sql_query(query)
        .bind::<SqlUuid, _>(community.uuid())
        .bind::<Array<SqlUuid>, _>(period.store_ids())
        .bind::<Timestamptz, _>(period.span.0)
        .bind::<Timestamptz, _>(period.span.1)
        .load(connection)
        .await?;
    Ok(rows.into_iter().map(Sum::read).collect())
}
