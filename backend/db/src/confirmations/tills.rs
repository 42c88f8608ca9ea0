//! Stores as vouchers meet them at the counter.

use diesel::{
    BoolExpressionMethods, ExpressionMethods, OptionalExtension, QueryDsl, Queryable, Selectable,
    SelectableHelper,
};
use diesel_async::RunQueryDsl;
use linli_domain::confirmations::Till;
use linli_domain::ids::{CommunityId, PartnerId, StoreId};
use uuid::Uuid;

use crate::schema::stores;
use crate::{Connection, Result};

#[derive(Queryable, Selectable)]
#[diesel(table_name = stores, check_for_backend(diesel::pg::Pg))]
pub(super) struct TillRow {
    id: Uuid,
    name: String,
    partner_id: Uuid,
    state: String,
}

impl TillRow {
    pub(super) fn read(self) -> Till {
        Till {
            store: StoreId::new(self.id),
            name: self.name,
            partner: PartnerId::new(self.partner_id),
            open: self.state == "open",
        }
    }
}

/// The store with this id.
///
/// # Errors
/// If the data base does not answer.
pub async fn find_till(
    connection: &mut Connection,
    community: CommunityId,
    store: StoreId,
) -> Result<Option<Till>> {
    let row: Option<TillRow> = stores::table
        .find((community.uuid(), store.uuid()))
        .select(TillRow::as_select())
        .first(connection)
        .await
        .optional()?;
    Ok(row.map(TillRow::read))
}

/// Those of these stores that exist, in the order of their creation.
///
/// # Errors
/// If the data base does not answer.
pub async fn tills(
    connection: &mut Connection,
    community: CommunityId,
    of: impl IntoIterator<Item = StoreId>,
) -> Result<Vec<Till>> {
    let ids: Vec<Uuid> = of.into_iter().map(StoreId::uuid).collect();
    let rows: Vec<TillRow> = stores::table
        .filter(stores::community_id.eq(community.uuid()).and(stores::id.eq_any(ids)))
        .order(stores::id)
        .select(TillRow::as_select())
        .load(connection)
        .await?;
    Ok(rows.into_iter().map(TillRow::read).collect())
}
