//! Stocktakes with what was counted: written once, never changed.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use diesel::{
    BoolExpressionMethods, ExpressionMethods, JoinOnDsl, OptionalExtension, QueryDsl, Queryable, Selectable,
    SelectableHelper,
};
use diesel_async::RunQueryDsl;
use linli_domain::ids::{CommunityId, RewardId, StocktakeId, UserId};
use linli_domain::rewards::{Stocktake, StocktakeLine};
use uuid::Uuid;

use crate::schema::{rewards, stocktake_lines, stocktakes, users};
use crate::{Connection, Page, Result, Slice};

#[derive(Queryable, Selectable)]
#[diesel(table_name = stocktakes, check_for_backend(diesel::pg::Pg))]
struct Row {
    id: Uuid,
    note: String,
    actor_id: Uuid,
    taken_at: DateTime<Utc>,
}

/// Stores a stocktake with its lines; the movements it makes are stored beside.
///
/// # Errors
/// If the data base does not answer.
pub async fn insert(
    connection: &mut Connection,
    community: CommunityId,
    stocktake: &Stocktake,
) -> Result<()> {
    let row = (
        stocktakes::community_id.eq(community.uuid()),
        stocktakes::id.eq(stocktake.id.uuid()),
        stocktakes::note.eq(&stocktake.note),
        stocktakes::actor_id.eq(stocktake.actor.uuid()),
        stocktakes::taken_at.eq(stocktake.taken_at),
    );
    diesel::insert_into(stocktakes::table).values(row).execute(connection).await?;
    let line = |line: &StocktakeLine| {
        (
            stocktake_lines::community_id.eq(community.uuid()),
            stocktake_lines::stocktake_id.eq(stocktake.id.uuid()),
            stocktake_lines::reward_id.eq(line.reward.uuid()),
            stocktake_lines::booked.eq(line.booked),
            stocktake_lines::counted.eq(line.counted),
        )
    };
    let lines: Vec<_> = stocktake.lines.iter().map(line).collect();
    diesel::insert_into(stocktake_lines::table).values(lines).execute(connection).await?;
    Ok(())
}

/// Stocktakes with the name of whoever counted.
macro_rules! named {
    () => {
        stocktakes::table
            .inner_join(
                users::table.on(users::community_id
                    .eq(stocktakes::community_id)
                    .and(users::id.eq(stocktakes::actor_id))),
            )
            .select((Row::as_select(), users::name))
    };
}

/// The stocktake with this id, and the name of whoever counted.
///
/// # Errors
/// If the data base does not answer.
pub async fn find(
    connection: &mut Connection,
    community: CommunityId,
    id: StocktakeId,
) -> Result<Option<(Stocktake, String)>> {
    let found: Option<(Row, String)> = named!()
        .filter(stocktakes::community_id.eq(community.uuid()).and(stocktakes::id.eq(id.uuid())))
        .first(connection)
        .await
        .optional()?;
    Ok(with_lines(connection, community, found.into_iter().collect()).await?.pop())
}

/// The stocktakes of a community, the newest first.
///
/// # Errors
/// If the data base does not answer.
pub async fn list(
    connection: &mut Connection,
    community: CommunityId,
    slice: &Slice,
) -> Result<Page<(Stocktake, String)>> {
    let mut query = named!()
        .filter(stocktakes::community_id.eq(community.uuid()))
        .order(stocktakes::id.desc())
        .limit(slice.probe())
        .into_boxed();
    if let Some(after) = slice.after {
        query = query.filter(stocktakes::id.lt(after));
    }
    let page = slice.page(query.load(connection).await?, |(row, _): &(Row, String)| row.id);
    Ok(Page { items: with_lines(connection, community, page.items).await?, next: page.next })
}

async fn with_lines(
    connection: &mut Connection,
    community: CommunityId,
    found: Vec<(Row, String)>,
) -> Result<Vec<(Stocktake, String)>> {
    let ids: Vec<Uuid> = found.iter().map(|(row, _)| row.id).collect();
    let rows: Vec<(Uuid, Uuid, String, i64, i64)> = stocktake_lines::table
        .inner_join(
            rewards::table.on(rewards::community_id
                .eq(stocktake_lines::community_id)
                .and(rewards::id.eq(stocktake_lines::reward_id))),
        )
        .filter(stocktake_lines::community_id.eq(community.uuid()))
        .filter(stocktake_lines::stocktake_id.eq_any(ids))
        .order((stocktake_lines::stocktake_id, stocktake_lines::reward_id))
        .select((
            stocktake_lines::stocktake_id,
            stocktake_lines::reward_id,
            rewards::name,
            stocktake_lines::booked,
            stocktake_lines::counted,
        ))
        .load(connection)
        .await?;
    let mut lines: BTreeMap<Uuid, Vec<StocktakeLine>> = BTreeMap::new();
    for (stocktake, reward, name, booked, counted) in rows {
        let line = StocktakeLine { reward: RewardId::new(reward), name, booked, counted };
        lines.entry(stocktake).or_default().push(line);
    }
    let whole = |(row, name): (Row, String)| {
        let lines = lines.remove(&row.id).unwrap_or_default();
        let (id, actor) = (StocktakeId::new(row.id), UserId::new(row.actor_id));
        (Stocktake { id, note: row.note, actor, taken_at: row.taken_at, lines }, name)
    };
    Ok(found.into_iter().map(whole).collect())
}
