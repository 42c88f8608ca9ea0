//! Orders as they are shown: with the names of the resident and of whoever placed them.

use diesel::{
    BoolExpressionMethods, ExpressionMethods, JoinOnDsl, OptionalExtension, QueryDsl, SelectableHelper,
};
use diesel_async::RunQueryDsl;
use linli_domain::codes::Code;
use linli_domain::ids::{CommunityId, OrderId, ResidentId};
use linli_domain::orders::{Order, OrderState};
use uuid::Uuid;

use super::{Row, lines};
use crate::schema::{orders, residents, users};
use crate::{Connection, Page, Result, Slice};

/// Which orders are asked for.
#[derive(Debug, Clone, Default)]
pub struct Filter {
    /// Those that stand there.
    pub state: Option<OrderState>,
    /// Those of this resident.
    pub resident: Option<ResidentId>,
    /// The one with this code.
    pub code: Option<Code>,
}

/// An order with the names that belong to it.
#[derive(Debug, Clone)]
pub struct Listed {
    /// The order.
    pub order: Order,
    /// The resident's name.
    pub resident_name: String,
    /// The name of whoever placed it.
    pub placed_by_name: String,
}

/// Orders with the names of their people.
macro_rules! named_orders {
    () => {
        orders::table
            .inner_join(residents::table.on(
                residents::community_id.eq(orders::community_id).and(residents::id.eq(orders::resident_id)),
            ))
            .inner_join(
                users::table
                    .on(users::community_id.eq(orders::community_id).and(users::id.eq(orders::placed_by))),
            )
            .select((Row::as_select(), residents::name, users::name))
    };
}

type Named = (Row, String, String);

/// The order with this id.
///
/// # Errors
/// If the data base does not answer.
pub async fn find(
    connection: &mut Connection,
    community: CommunityId,
    id: OrderId,
) -> Result<Option<Listed>> {
    let found: Option<Named> = named_orders!()
        .filter(orders::community_id.eq(community.uuid()).and(orders::id.eq(id.uuid())))
        .first(connection)
        .await
        .optional()?;
    Ok(with_lines(connection, community, found.into_iter().collect()).await?.pop())
}

/// The orders of a community that a filter lets through, the newest first.
///
/// # Errors
/// If the data base does not answer.
pub async fn list(
    connection: &mut Connection,
    community: CommunityId,
    filter: &Filter,
    slice: &Slice,
) -> Result<Page<Listed>> {
    let mut query = named_orders!()
        .filter(orders::community_id.eq(community.uuid()))
        .order(orders::id.desc())
        .limit(slice.probe())
        .into_boxed();
    if let Some(state) = filter.state {
        query = query.filter(orders::state.eq(state.to_string()));
    }
    if let Some(resident) = filter.resident {
        query = query.filter(orders::resident_id.eq(resident.uuid()));
    }
    if let Some(code) = &filter.code {
        query = query.filter(orders::code.eq(code.as_str()));
    }
    if let Some(after) = slice.after {
        query = query.filter(orders::id.lt(after));
    }
    let page = slice.page(query.load(connection).await?, |(row, ..): &Named| row.id);
    Ok(Page { items: with_lines(connection, community, page.items).await?, next: page.next })
}

async fn with_lines(
    connection: &mut Connection,
    community: CommunityId,
    found: Vec<Named>,
) -> Result<Vec<Listed>> {
    let ids: Vec<Uuid> = found.iter().map(|(row, ..)| row.id).collect();
    let mut lines = lines::of(connection, community, &ids).await?;
    let listed = |(row, resident_name, placed_by_name): Named| {
        let lines = lines.remove(&row.id).unwrap_or_default();
        Ok(Listed { order: row.read(lines)?, resident_name, placed_by_name })
    };
    found.into_iter().map(listed).collect()
}
