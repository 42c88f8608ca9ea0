//! Stores as vouchers meet them at the counter.

use diesel::{BoolExpressionMethods, ExpressionMethods, QueryDsl, Queryable, Selectable, SelectableHelper};
use diesel_async::RunQueryDsl;
use linli_domain::confirmations::Till;
use linli_domain::ids::{CommunityId, PartnerId, StoreId};
use linli_domain::partners::StoreState;
use uuid::Uuid;

use crate::error::read;
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
    pub(super) fn read(self) -> Result<Till> {
        Ok(Till {
            store: StoreId::new(self.id),
            name: self.name,
            partner: PartnerId::new(self.partner_id),
            open: read::<StoreState>(&self.state)? == StoreState::Open,
        })
    }
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
    rows.into_iter().map(TillRow::read).collect()
}
