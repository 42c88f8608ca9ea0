//! Statements with their stores: all that were closed, or those of a month whether closed or not.

use diesel::{
    BoolExpressionMethods, ExpressionMethods, JoinOnDsl, NullableExpressionMethods, OptionalExtension,
    QueryDsl, SelectableHelper,
};
use diesel_async::RunQueryDsl;
use linli_domain::calendar::Month;
use linli_domain::ids::{CommunityId, PartnerId, StatementId, StoreId};
use linli_domain::statements::{Statement, StatementState};
use uuid::Uuid;

use super::Row;
use crate::schema::{partners, statements, stores};
use crate::{Connection, Page, Result, Slice};

/// The statement of a store, or its place while the month is open.
#[derive(Debug, Clone)]
pub struct Standing {
    /// The store.
    pub store: StoreId,
    /// Its name.
    pub store_name: String,
    /// Its partner.
    pub partner: PartnerId,
    /// The partner's name.
    pub partner_name: String,
    /// What was closed; none while the month is open.
    pub statement: Option<Statement>,
}

/// Which statements.
#[derive(Debug, Clone, Default)]
pub struct Filter {
    /// Those of these stores; none for all.
    pub stores: Option<Vec<StoreId>>,
    /// Of this partner.
    pub partner: Option<PartnerId>,
    /// In this state.
    pub state: Option<StatementState>,
}

impl Filter {
    fn store_ids(&self) -> Option<Vec<Uuid>> {
        self.stores.as_ref().map(|stores| stores.iter().map(|store| store.uuid()).collect())
    }
}

/// Identifier and name of the store, and of its partner.
type Whose = (Uuid, String, Uuid, String);

fn standing((store, store_name, partner, partner_name): Whose, row: Option<Row>) -> Result<Standing> {
    Ok(Standing {
        store: StoreId::new(store),
        store_name,
        partner: PartnerId::new(partner),
        partner_name,
        statement: row.map(Row::read).transpose()?,
    })
}

/// Stores with their partners.
macro_rules! with_partners {
    () => {
        stores::table.inner_join(
            partners::table
                .on(partners::community_id.eq(stores::community_id).and(partners::id.eq(stores::partner_id))),
        )
    };
}

/// What belongs to a store among the statements.
macro_rules! of_store {
    () => {
        statements::community_id.eq(stores::community_id).and(statements::store_id.eq(stores::id))
    };
}

/// The statement with this id, and whose it is.
///
/// # Errors
/// If the data base does not answer.
pub async fn find(
    connection: &mut Connection,
    community: CommunityId,
    id: StatementId,
) -> Result<Option<Standing>> {
    let found: Option<(Whose, Row)> = with_partners!()
        .inner_join(statements::table.on(of_store!()))
        .filter(statements::community_id.eq(community.uuid()).and(statements::id.eq(id.uuid())))
        .select(((stores::id, stores::name, partners::id, partners::name), Row::as_select()))
        .first(connection)
        .await
        .optional()?;
    found.map(|(whose, row)| standing(whose, Some(row))).transpose()
}

/// The statements that were closed, the newest first.
///
/// # Errors
/// If the data base does not answer.
pub async fn list(
    connection: &mut Connection,
    community: CommunityId,
    filter: &Filter,
    slice: &Slice,
) -> Result<Page<Standing>> {
    let mut query = with_partners!()
        .inner_join(statements::table.on(of_store!()))
        .filter(statements::community_id.eq(community.uuid()))
        .order(statements::id.desc())
        .limit(slice.probe())
        .select(((stores::id, stores::name, partners::id, partners::name), Row::as_select()))
        .into_boxed();
    if let Some(stores) = filter.store_ids() {
        query = query.filter(statements::store_id.eq_any(stores));
    }
    if let Some(partner) = filter.partner {
        query = query.filter(partners::id.eq(partner.uuid()));
    }
    if let Some(state) = filter.state {
        query = query.filter(statements::state.eq(state.to_string()));
    }
    if let Some(after) = slice.after {
        query = query.filter(statements::id.lt(after));
    }
    let rows: Vec<(Whose, Row)> = query.load(connection).await?;
    slice.page(rows, |(_, row)| row.id).try_map(|(whose, row)| standing(whose, Some(row)))
}

/// All stores and what they have of this month, in the order of the stores.
///
/// # Errors
/// If the data base does not answer.
pub async fn of_month(
    connection: &mut Connection,
    community: CommunityId,
    (month, filter): (Month, &Filter),
    slice: &Slice,
) -> Result<Page<Standing>> {
    let mut query = with_partners!()
        .left_join(statements::table.on(of_store!().and(statements::month.eq(month.first_day()))))
        .filter(stores::community_id.eq(community.uuid()))
        .filter(stores::id.gt(slice.after.unwrap_or_default()))
        .order(stores::id)
        .limit(slice.probe())
        .select(((stores::id, stores::name, partners::id, partners::name), Option::<Row>::as_select()))
        .into_boxed();
    if let Some(stores) = filter.store_ids() {
        query = query.filter(stores::id.eq_any(stores));
    }
    if let Some(partner) = filter.partner {
        query = query.filter(partners::id.eq(partner.uuid()));
    }
    query = match filter.state {
        None => query,
        Some(StatementState::Open) => query.filter(statements::id.nullable().is_null()),
        Some(state) => query.filter(statements::state.nullable().eq(state.to_string())),
    };
    let rows: Vec<(Whose, Option<Row>)> = query.load(connection).await?;
    slice.page(rows, |((store, ..), _)| *store).try_map(|(whose, row)| standing(whose, row))
}
