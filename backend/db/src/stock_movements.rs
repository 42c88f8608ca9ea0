//! The movements of rewards' stock: written once, never changed.

use chrono::{DateTime, Utc};
use diesel::{
    BoolExpressionMethods, ExpressionMethods, JoinOnDsl, QueryDsl, Queryable, Selectable, SelectableHelper,
};
use diesel_async::RunQueryDsl;
use linli_domain::ids::{CommunityId, OrderId, RewardId, StockMovementId, StocktakeId, UserId};
use linli_domain::money::Fen;
use linli_domain::rewards::StockMovement;
use uuid::Uuid;

use crate::error::read;
use crate::schema::{stock_movements, users};
use crate::{Connection, Page, Result, Slice};

#[derive(Queryable, Selectable)]
#[diesel(table_name = stock_movements, check_for_backend(diesel::pg::Pg))]
struct Row {
    id: Uuid,
    reward_id: Uuid,
    kind: String,
    quantity: i64,
    note: String,
    order_id: Option<Uuid>,
    actor_id: Uuid,
    moved_at: DateTime<Utc>,
    donor: Option<String>,
    unit_cost_fen: Option<i64>,
    stocktake_id: Option<Uuid>,
}

impl Row {
    fn read(self) -> Result<StockMovement> {
        Ok(StockMovement {
            id: StockMovementId::new(self.id),
            reward: RewardId::new(self.reward_id),
            kind: read(&self.kind)?,
            quantity: self.quantity,
            note: self.note,
            order: self.order_id.map(OrderId::new),
            actor: UserId::new(self.actor_id),
            donor: self.donor,
            unit_cost: self.unit_cost_fen.map(Fen::new),
            stocktake: self.stocktake_id.map(StocktakeId::new),
            moved_at: self.moved_at,
        })
    }
}

/// Stores movements; the stock of their rewards is changed beside.
///
/// # Errors
/// If the data base does not answer.
pub async fn insert(
    connection: &mut Connection,
    community: CommunityId,
    movements: &[StockMovement],
) -> Result<()> {
    let rows: Vec<_> = movements
        .iter()
        .map(|movement| {
            (
                stock_movements::community_id.eq(community.uuid()),
                stock_movements::id.eq(movement.id.uuid()),
                stock_movements::reward_id.eq(movement.reward.uuid()),
                stock_movements::kind.eq(movement.kind.to_string()),
                stock_movements::quantity.eq(movement.quantity),
                stock_movements::note.eq(&movement.note),
                stock_movements::order_id.eq(movement.order.map(OrderId::uuid)),
                stock_movements::actor_id.eq(movement.actor.uuid()),
                stock_movements::moved_at.eq(movement.moved_at),
                stock_movements::donor.eq(&movement.donor),
                stock_movements::unit_cost_fen.eq(movement.unit_cost.map(Fen::get)),
                stock_movements::stocktake_id.eq(movement.stocktake.map(StocktakeId::uuid)),
            )
        })
        .collect();
    diesel::insert_into(stock_movements::table).values(rows).execute(connection).await?;
    Ok(())
}

/// The movements of a reward with the name of whoever entered each, the newest first.
///
/// # Errors
/// If the data base does not answer.
pub async fn list(
    connection: &mut Connection,
    community: CommunityId,
    of: RewardId,
    slice: &Slice,
) -> Result<Page<(StockMovement, String)>> {
    let mut query = stock_movements::table
        .inner_join(
            users::table.on(users::community_id
                .eq(stock_movements::community_id)
                .and(users::id.eq(stock_movements::actor_id))),
        )
        .filter(stock_movements::community_id.eq(community.uuid()))
        .filter(stock_movements::reward_id.eq(of.uuid()))
        .order(stock_movements::id.desc())
        .limit(slice.probe())
        .select((Row::as_select(), users::name))
        .into_boxed();
    if let Some(after) = slice.after {
        query = query.filter(stock_movements::id.lt(after));
    }
    let rows: Vec<(Row, String)> = query.load(connection).await?;
    slice.page(rows, |(row, _)| row.id).try_map(|(row, name)| Ok((row.read()?, name)))
}
