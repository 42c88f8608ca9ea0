//! Partners, and who manages them.

mod managers;

pub use managers::{add_manager, list_managers, remove_manager};

use chrono::NaiveDate;
use diesel::{ExpressionMethods, OptionalExtension, QueryDsl, Queryable, Selectable, SelectableHelper};
use diesel_async::RunQueryDsl;
use linli_domain::ids::{CommunityId, PartnerId};
use linli_domain::partners::{Partner, PartnerState};
use linli_domain::residents::Phone;
use uuid::Uuid;

use crate::error::{read, unless_taken};
use crate::schema::partners;
use crate::{Connection, Page, Result, Slice};

#[derive(Queryable, Selectable)]
#[diesel(table_name = partners, check_for_backend(diesel::pg::Pg))]
struct Row {
    id: Uuid,
    name: String,
    category: String,
    promise: String,
    contact_name: String,
    contact_phone: Option<String>,
    state: String,
    admitted_on: NaiveDate,
}

impl Row {
    fn read(self) -> Result<Partner> {
        Ok(Partner {
            id: PartnerId::new(self.id),
            name: self.name,
            category: self.category,
            promise: self.promise,
            contact_name: self.contact_name,
            contact_phone: self.contact_phone.as_deref().map(read::<Phone>).transpose()?,
            state: read(&self.state)?,
            admitted_on: self.admitted_on,
        })
    }
}

/// Stores a new partner; answers false if its name is taken.
///
/// # Errors
/// If the data base does not answer.
pub async fn insert(connection: &mut Connection, community: CommunityId, partner: &Partner) -> Result<bool> {
    let inserted = diesel::insert_into(partners::table)
        .values((
            partners::community_id.eq(community.uuid()),
            partners::id.eq(partner.id.uuid()),
            partners::name.eq(&partner.name),
            partners::category.eq(&partner.category),
            partners::promise.eq(&partner.promise),
            partners::contact_name.eq(&partner.contact_name),
            partners::contact_phone.eq(partner.contact_phone.as_ref().map(Phone::as_str)),
            partners::state.eq(partner.state.to_string()),
            partners::admitted_on.eq(partner.admitted_on),
        ))
        .on_conflict_do_nothing()
        .execute(connection)
        .await?;
    Ok(inserted == 1)
}

/// Stores the partner as it is now; answers false if its name is taken.
///
/// # Errors
/// If the data base does not answer.
pub async fn update(connection: &mut Connection, community: CommunityId, partner: &Partner) -> Result<bool> {
    let updated = diesel::update(partners::table.find((community.uuid(), partner.id.uuid())))
        .set((
            partners::name.eq(&partner.name),
            partners::category.eq(&partner.category),
            partners::promise.eq(&partner.promise),
            partners::contact_name.eq(&partner.contact_name),
            partners::contact_phone.eq(partner.contact_phone.as_ref().map(Phone::as_str)),
            partners::state.eq(partner.state.to_string()),
            partners::admitted_on.eq(partner.admitted_on),
        ))
        .execute(connection)
        .await;
    unless_taken(updated)
}

/// The partner with this id.
///
/// # Errors
/// If the data base does not answer.
pub async fn find(
    connection: &mut Connection,
    community: CommunityId,
    id: PartnerId,
) -> Result<Option<Partner>> {
    let row: Option<Row> = partners::table
        .find((community.uuid(), id.uuid()))
        .select(Row::as_select())
        .first(connection)
        .await
        .optional()?;
    row.map(Row::read).transpose()
}

/// The partner with this id, locked until the transaction ends.
///
/// # Errors
/// If the data base does not answer.
pub async fn lock(
    connection: &mut Connection,
    community: CommunityId,
    id: PartnerId,
) -> Result<Option<Partner>> {
    let row: Option<Row> = partners::table
        .find((community.uuid(), id.uuid()))
        .select(Row::as_select())
        .for_no_key_update()
        .first(connection)
        .await
        .optional()?;
    row.map(Row::read).transpose()
}

/// The partners of a community, those in one state if it is given, in the order of their creation.
///
/// # Errors
/// If the data base does not answer.
pub async fn list(
    connection: &mut Connection,
    community: CommunityId,
    state: Option<PartnerState>,
    slice: &Slice,
) -> Result<Page<Partner>> {
    let mut query = partners::table
        .filter(partners::community_id.eq(community.uuid()))
        .filter(partners::id.gt(slice.after.unwrap_or_default()))
        .order(partners::id)
        .limit(slice.probe())
        .select(Row::as_select())
        .into_boxed();
    if let Some(state) = state {
        query = query.filter(partners::state.eq(state.to_string()));
    }
    let rows: Vec<Row> = query.load(connection).await?;
    slice.page(rows, |row| row.id).try_map(Row::read)
}
