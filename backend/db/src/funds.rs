//! Funds 公益基金, what was given to them, and what they gave.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use diesel::sql_types::{Array, BigInt, Uuid as SqlUuid};
use diesel::{
    ExpressionMethods, OptionalExtension, QueryDsl, Queryable, QueryableByName, Selectable, SelectableHelper,
};
use diesel_async::RunQueryDsl;
use linli_domain::funds::{Fund, FundState, FundTotals};
use linli_domain::ids::{CommunityId, FundId};
use linli_domain::points::Points;
use uuid::Uuid;

use crate::error::{read, unless_taken};
use crate::schema::funds;
use crate::{Connection, Page, Result, Slice};

#[derive(Queryable, Selectable)]
#[diesel(table_name = funds, check_for_backend(diesel::pg::Pg))]
struct Row {
    id: Uuid,
    name: String,
    purpose: String,
    goal_points: Option<i64>,
    state: String,
    created_at: DateTime<Utc>,
}

impl Row {
    fn read(self) -> Result<Fund> {
        Ok(Fund {
            id: FundId::new(self.id),
            name: self.name,
            purpose: self.purpose,
            goal: self.goal_points.map(Points::new),
            state: read(&self.state)?,
            created_at: self.created_at,
        })
    }
}

/// Stores a new fund; answers false if its name is taken.
///
/// # Errors
/// If the data base does not answer.
pub async fn insert(connection: &mut Connection, community: CommunityId, fund: &Fund) -> Result<bool> {
    let inserted = diesel::insert_into(funds::table)
        .values((
            funds::community_id.eq(community.uuid()),
            funds::id.eq(fund.id.uuid()),
            funds::name.eq(&fund.name),
            funds::purpose.eq(&fund.purpose),
            funds::goal_points.eq(fund.goal.map(Points::get)),
            funds::state.eq(fund.state.to_string()),
            funds::created_at.eq(fund.created_at),
        ))
        .on_conflict_do_nothing()
        .execute(connection)
        .await?;
    Ok(inserted == 1)
}

/// Stores the fund as it is now; answers false if its name is taken.
///
/// # Errors
/// If the data base does not answer.
pub async fn update(connection: &mut Connection, community: CommunityId, fund: &Fund) -> Result<bool> {
    let updated = diesel::update(funds::table.find((community.uuid(), fund.id.uuid())))
        .set((
            funds::name.eq(&fund.name),
            funds::purpose.eq(&fund.purpose),
            funds::goal_points.eq(fund.goal.map(Points::get)),
            funds::state.eq(fund.state.to_string()),
        ))
        .execute(connection)
        .await;
    unless_taken(updated)
}

/// The fund with this id.
///
/// # Errors
/// If the data base does not answer.
pub async fn find(connection: &mut Connection, community: CommunityId, id: FundId) -> Result<Option<Fund>> {
    let row: Option<Row> = funds::table
        .find((community.uuid(), id.uuid()))
        .select(Row::as_select())
        .first(connection)
        .await
        .optional()?;
    row.map(Row::read).transpose()
}

/// The fund with this id, locked for a change until the transaction ends.
///
/// # Errors
/// If the data base does not answer.
pub async fn lock(connection: &mut Connection, community: CommunityId, id: FundId) -> Result<Option<Fund>> {
    let row: Option<Row> = funds::table
        .find((community.uuid(), id.uuid()))
        .select(Row::as_select())
        .for_no_key_update()
        .first(connection)
        .await
        .optional()?;
    row.map(Row::read).transpose()
}

/// The fund with this id, which nobody changes until the transaction ends; many may give at once.
///
/// # Errors
/// If the data base does not answer.
pub async fn lock_to_give(
    connection: &mut Connection,
    community: CommunityId,
    id: FundId,
) -> Result<Option<Fund>> {
    let row: Option<Row> = funds::table
        .find((community.uuid(), id.uuid()))
        .select(Row::as_select())
        .for_share()
        .first(connection)
        .await
        .optional()?;
    row.map(Row::read).transpose()
}

/// The funds of a community, the newest first; those in this state, if one is given.
///
/// # Errors
/// If the data base does not answer.
pub async fn list(
    connection: &mut Connection,
    community: CommunityId,
    state: Option<FundState>,
    slice: &Slice,
) -> Result<Page<Fund>> {
    let mut query = funds::table
        .filter(funds::community_id.eq(community.uuid()))
        .order(funds::id.desc())
        .limit(slice.probe())
        .select(Row::as_select())
        .into_boxed();
    if let Some(state) = state {
        query = query.filter(funds::state.eq(state.to_string()));
    }
    if let Some(after) = slice.after {
        query = query.filter(funds::id.lt(after));
    }
    slice.page(query.load(connection).await?, |row: &Row| row.id).try_map(Row::read)
}

/// What is given to a fund and what it gives names it as its cause; what it gives goes to wallets. That what is reversed is
/// not null goes without saying, but not for the planner.
const TOTALS: &str = "SELECT t.cause_id, \
         coalesce(sum(t.amount) FILTER (WHERE c.kind <> 'wallet'), 0)::bigint AS given, \
         count(DISTINCT t.debit_account_id) FILTER (WHERE c.kind <> 'wallet') AS givers, \
         coalesce(sum(t.amount) FILTER (WHERE c.kind = 'wallet'), 0)::bigint AS granted \
     FROM transfers t \
     JOIN accounts c ON c.community_id = $1 AND c.id = t.credit_account_id \
     WHERE t.community_id = $1 AND t.cause_id = ANY ($2) AND t.code = 'give' \
       AND NOT EXISTS ( \
           SELECT 1 FROM transfers r \
           WHERE r.community_id = $1 AND r.reverses_id = t.id AND r.reverses_id IS NOT NULL \
       ) \
     GROUP BY t.cause_id";

#[derive(QueryableByName)]
struct Totals {
    #[diesel(sql_type = SqlUuid)]
    cause_id: Uuid,
    #[diesel(sql_type = BigInt)]
    given: i64,
    #[diesel(sql_type = BigInt)]
    givers: i64,
    #[diesel(sql_type = BigInt)]
    granted: i64,
}

/// What came into these funds and went out of them; those to which nobody has given anything are left out.
///
/// # Errors
/// If the data base does not answer.
pub async fn totals(
    connection: &mut Connection,
    community: CommunityId,
    of: &[FundId],
) -> Result<BTreeMap<FundId, FundTotals>> {
    let ids: Vec<Uuid> = of.iter().map(|fund| fund.uuid()).collect();
    let rows: Vec<Totals> = diesel::sql_query(TOTALS)
        .bind::<SqlUuid, _>(community.uuid())
        .bind::<Array<SqlUuid>, _>(ids)
        .load(connection)
        .await?;
    let read = |row: Totals| {
        let (given, granted) = (Points::new(row.given), Points::new(row.granted));
        (FundId::new(row.cause_id), FundTotals { given, givers: row.givers, granted })
    };
    Ok(rows.into_iter().map(read).collect())
}
