//! Orders of the points supermarket and what they reserve.

mod closing;
mod lines;
mod list;
mod ordered;
mod reservations;

pub use closing::{close_all, lock_due, lock_of_slot, lock_open_of};
pub use list::{Filter, Listed, find, list};
pub use ordered::ordered_between;
pub use reservations::{hand_out, reserve};

use chrono::{DateTime, Utc};
use diesel::{ExpressionMethods, OptionalExtension, QueryDsl, Queryable, Selectable, SelectableHelper};
use diesel_async::RunQueryDsl;
use linli_domain::codes::Code;
use linli_domain::ids::{CommunityId, OrderId, ResidentId, UserId};
use linli_domain::orders::{Order, OrderLine};
use linli_domain::points::Points;
use uuid::Uuid;

use crate::error::read;
use crate::schema::orders;
use crate::statement::Cached;
use crate::{Connection, Result};

#[derive(Queryable, Selectable)]
#[diesel(table_name = orders, check_for_backend(diesel::pg::Pg))]
struct Row {
    id: Uuid,
    resident_id: Uuid,
    code: String,
    state: String,
    total_points: i64,
    placed_by: Uuid,
    on_behalf: bool,
    placed_at: DateTime<Utc>,
    ready_at: Option<DateTime<Utc>>,
    closed_at: Option<DateTime<Utc>>,
    expires_at: DateTime<Utc>,
}

impl Row {
    fn read(self, lines: Vec<OrderLine>) -> Result<Order> {
        Ok(Order {
            id: OrderId::new(self.id),
            resident: ResidentId::new(self.resident_id),
            code: read::<Code>(&self.code)?,
            state: read(&self.state)?,
            lines,
            total: Points::new(self.total_points),
            placed_by: UserId::new(self.placed_by),
            on_behalf: self.on_behalf,
            placed_at: self.placed_at,
            ready_at: self.ready_at,
            closed_at: self.closed_at,
            expires_at: self.expires_at,
        })
    }
}

/// Stores a new order with its lines; answers false if its code is in use.
///
/// # Errors
/// If the data base does not answer.
pub async fn insert(connection: &mut Connection, community: CommunityId, order: &Order) -> Result<bool> {
    let statement = diesel::insert_into(orders::table)
        .values((
            orders::community_id.eq(community.uuid()),
            orders::id.eq(order.id.uuid()),
            orders::resident_id.eq(order.resident.uuid()),
            orders::code.eq(order.code.as_str()),
            orders::state.eq(order.state.to_string()),
            orders::total_points.eq(order.total.get()),
            orders::placed_by.eq(order.placed_by.uuid()),
            orders::on_behalf.eq(order.on_behalf),
            orders::placed_at.eq(order.placed_at),
            orders::ready_at.eq(order.ready_at),
            orders::closed_at.eq(order.closed_at),
            orders::expires_at.eq(order.expires_at),
        ))
        .on_conflict_do_nothing();
    let inserted = Cached(statement).execute(connection).await? == 1;
    if inserted {
        lines::insert(connection, community, order).await?;
    }
    Ok(inserted)
}

/// Stores where an order stands.
///
/// # Errors
/// If the data base does not answer.
pub async fn update(connection: &mut Connection, community: CommunityId, order: &Order) -> Result<()> {
    let statement = diesel::update(orders::table.find((community.uuid(), order.id.uuid()))).set((
        orders::state.eq(order.state.to_string()),
        orders::ready_at.eq(order.ready_at),
        orders::closed_at.eq(order.closed_at),
        orders::expires_at.eq(order.expires_at),
    ));
    Cached(statement).execute(connection).await?;
    Ok(())
}

/// Stores the lines of an order, which is locked, and what they cost, as they are now.
///
/// # Errors
/// If the data base does not answer.
pub async fn replace_lines(connection: &mut Connection, community: CommunityId, order: &Order) -> Result<()> {
    lines::delete(connection, community, order.id).await?;
    lines::insert(connection, community, order).await?;
    diesel::update(orders::table.find((community.uuid(), order.id.uuid())))
        .set(orders::total_points.eq(order.total.get()))
        .execute(connection)
        .await?;
    Ok(())
}

/// The order with this id, locked until the transaction ends.
///
/// # Errors
/// If the data base does not answer.
pub async fn lock(connection: &mut Connection, community: CommunityId, id: OrderId) -> Result<Option<Order>> {
    let row: Option<Row> = orders::table
        .find((community.uuid(), id.uuid()))
        .select(Row::as_select())
        .for_no_key_update()
        .first(connection)
        .await
        .optional()?;
    let Some(row) = row else {
        return Ok(None);
    };
    let lines = lines::of(connection, community, &[row.id]).await?.remove(&row.id).unwrap_or_default();
    row.read(lines).map(Some)
}
