//! Stores 门店 of partners, and who confirms vouchers in them.

mod cashiers;

pub use cashiers::{add_cashier, list_cashiers, remove_cashier};

use diesel::{
    BoolExpressionMethods, ExpressionMethods, OptionalExtension, QueryDsl, Queryable, Selectable,
    SelectableHelper,
};
use diesel_async::RunQueryDsl;
use linli_domain::ids::{CommunityId, PartnerId, StoreId};
use linli_domain::partners::{Store, StoreState};
use serde_json::Value;
use uuid::Uuid;

use crate::error::{from_json, read, to_json, unless_taken};
use crate::schema::stores;
use crate::{Connection, Page, Result, Slice};

#[derive(Queryable, Selectable)]
#[diesel(table_name = stores, check_for_backend(diesel::pg::Pg))]
struct Row {
    id: Uuid,
    partner_id: Uuid,
    name: String,
    address: String,
    state: String,
    hours: Value,
}

impl Row {
    fn read(self) -> Result<Store> {
        Ok(Store {
            id: StoreId::new(self.id),
            partner: PartnerId::new(self.partner_id),
            name: self.name,
            address: self.address,
            state: read(&self.state)?,
            hours: from_json(self.hours)?,
        })
    }
}

/// Which stores.
#[derive(Debug, Clone, Default)]
pub struct Filter {
    /// Of this partner.
    pub partner: Option<PartnerId>,
    /// In this state.
    pub state: Option<StoreState>,
}

/// Stores a new store; answers false if its partner has one of that name.
///
/// # Errors
/// If the data base does not answer.
pub async fn insert(connection: &mut Connection, community: CommunityId, store: &Store) -> Result<bool> {
    let inserted = diesel::insert_into(stores::table)
        .values((
            stores::community_id.eq(community.uuid()),
            stores::id.eq(store.id.uuid()),
            stores::partner_id.eq(store.partner.uuid()),
            stores::name.eq(&store.name),
            stores::address.eq(&store.address),
            stores::state.eq(store.state.to_string()),
            stores::hours.eq(to_json(&store.hours)?),
        ))
        .on_conflict_do_nothing()
        .execute(connection)
        .await?;
    Ok(inserted == 1)
}

/// Stores what has changed of a store; answers false if its partner has another of that name.
///
/// # Errors
/// If the data base does not answer.
pub async fn update(connection: &mut Connection, community: CommunityId, store: &Store) -> Result<bool> {
    let updated = diesel::update(stores::table.find((community.uuid(), store.id.uuid())))
        .set((
            stores::name.eq(&store.name),
            stores::address.eq(&store.address),
            stores::state.eq(store.state.to_string()),
            stores::hours.eq(to_json(&store.hours)?),
        ))
        .execute(connection)
        .await;
    unless_taken(updated)
}

/// The store with this id.
///
/// # Errors
/// If the data base does not answer.
pub async fn find(connection: &mut Connection, community: CommunityId, id: StoreId) -> Result<Option<Store>> {
    let row: Option<Row> = stores::table
        .find((community.uuid(), id.uuid()))
        .select(Row::as_select())
        .first(connection)
        .await
        .optional()?;
    row.map(Row::read).transpose()
}

/// The store with this id, locked until the transaction ends.
///
/// # Errors
/// If the data base does not answer.
pub async fn lock(connection: &mut Connection, community: CommunityId, id: StoreId) -> Result<Option<Store>> {
    let row: Option<Row> = stores::table
        .find((community.uuid(), id.uuid()))
        .select(Row::as_select())
        .for_no_key_update()
        .first(connection)
        .await
        .optional()?;
    row.map(Row::read).transpose()
}

/// All stores of a partner.
///
/// # Errors
/// If the data base does not answer.
pub async fn ids_of(
    connection: &mut Connection,
    community: CommunityId,
    partner: PartnerId,
) -> Result<Vec<StoreId>> {
    let ids: Vec<Uuid> = stores::table
        .filter(stores::community_id.eq(community.uuid()).and(stores::partner_id.eq(partner.uuid())))
        .select(stores::id)
        .load(connection)
        .await?;
    Ok(ids.into_iter().map(StoreId::new).collect())
}

/// The stores of a community, in the order of their creation.
///
/// # Errors
/// If the data base does not answer.
pub async fn list(
    connection: &mut Connection,
    community: CommunityId,
    filter: &Filter,
    slice: &Slice,
) -> Result<Page<Store>> {
    let mut query = stores::table
        .filter(stores::community_id.eq(community.uuid()))
        .filter(stores::id.gt(slice.after.unwrap_or_default()))
        .order(stores::id)
        .limit(slice.probe())
        .select(Row::as_select())
        .into_boxed();
    if let Some(partner) = filter.partner {
        query = query.filter(stores::partner_id.eq(partner.uuid()));
    }
    if let Some(state) = filter.state {
        query = query.filter(stores::state.eq(state.to_string()));
    }
    let rows: Vec<Row> = query.load(connection).await?;
    slice.page(rows, |row| row.id).try_map(Row::read)
}
