//! Residents: stored with their search keys and their wallet, listed in the order of their names.

mod earners;
mod insert;
mod members;
mod search;

pub use earners::earners;
pub use insert::{insert, insert_imported};
pub use members::{own, share_members};
pub use search::{Address, Filter, ResidentKey, list};

use std::collections::BTreeMap;

use diesel::{
    BoolExpressionMethods, ExpressionMethods, OptionalExtension, QueryDsl, Queryable, Selectable,
    SelectableHelper,
};
use diesel_async::RunQueryDsl;
use linli_domain::codes::Code;
use linli_domain::ids::{CommunityId, HouseholdId, ResidentId};
use linli_domain::names::sort_key;
use linli_domain::residents::{Phone, Resident};
use uuid::Uuid;

use crate::error::read;
use crate::schema::{resident_search_keys, residents};
use crate::{Connection, Result};

#[derive(Queryable, Selectable)]
#[diesel(table_name = residents, check_for_backend(diesel::pg::Pg))]
struct Row {
    id: Uuid,
    name: String,
    sort_key: String,
    birth_year: Option<i32>,
    phone: Option<String>,
    household_id: Uuid,
    card_code: String,
    state: String,
}

impl Row {
    fn read(self) -> Result<Resident> {
        Ok(Resident {
            id: ResidentId::new(self.id),
            name: self.name,
            birth_year: self.birth_year,
            phone: self.phone.as_deref().map(read::<Phone>).transpose()?,
            household: HouseholdId::new(self.household_id),
            card: read::<Code>(&self.card_code)?,
            state: read(&self.state)?,
        })
    }
}

/// Stores what has changed of a resident, and finds it by the new name from now on.
///
/// # Errors
/// If the data base does not answer.
pub async fn update(connection: &mut Connection, community: CommunityId, resident: &Resident) -> Result<()> {
    diesel::update(residents::table.find((community.uuid(), resident.id.uuid())))
        .set((
            residents::name.eq(&resident.name),
            residents::sort_key.eq(sort_key(&resident.name)),
            residents::birth_year.eq(resident.birth_year),
            residents::phone.eq(resident.phone.as_ref().map(Phone::as_str)),
            residents::household_id.eq(resident.household.uuid()),
            residents::card_code.eq(resident.card.as_str()),
            residents::state.eq(resident.state.to_string()),
        ))
        .execute(connection)
        .await?;
    let old = resident_search_keys::community_id
        .eq(community.uuid())
        .and(resident_search_keys::resident_id.eq(resident.id.uuid()));
    diesel::delete(resident_search_keys::table.filter(old)).execute(connection).await?;
    insert::insert_search_keys(connection, community, &[resident]).await
}

/// The resident with this id.
///
/// # Errors
/// If the data base does not answer.
pub async fn find(
    connection: &mut Connection,
    community: CommunityId,
    id: ResidentId,
) -> Result<Option<Resident>> {
    let row: Option<Row> = residents::table
        .find((community.uuid(), id.uuid()))
        .select(Row::as_select())
        .first(connection)
        .await
        .optional()?;
    row.map(Row::read).transpose()
}

/// The resident with this id, locked until the transaction ends.
///
/// # Errors
/// If the data base does not answer.
pub async fn lock(
    connection: &mut Connection,
    community: CommunityId,
    id: ResidentId,
) -> Result<Option<Resident>> {
    let row: Option<Row> = residents::table
        .find((community.uuid(), id.uuid()))
        .select(Row::as_select())
        .for_no_key_update()
        .first(connection)
        .await
        .optional()?;
    row.map(Row::read).transpose()
}

/// These residents, locked until the transaction ends, in the order of their ids.
///
/// # Errors
/// If the data base does not answer.
pub async fn lock_all(connection: &mut Connection, community: CommunityId, ids: &[ResidentId]) -> Result<()> {
    let ids: Vec<Uuid> = ids.iter().map(|id| id.uuid()).collect();
    let _: Vec<Uuid> = residents::table
        .filter(residents::community_id.eq(community.uuid()).and(residents::id.eq_any(ids)))
        .order(residents::id)
        .select(residents::id)
        .for_no_key_update()
        .load(connection)
        .await?;
    Ok(())
}

/// The resident with this id, kept from changing until the transaction ends; others may keep it so too.
///
/// # Errors
/// If the data base does not answer.
pub async fn share(
    connection: &mut Connection,
    community: CommunityId,
    id: ResidentId,
) -> Result<Option<Resident>> {
    let row: Option<Row> = residents::table
        .find((community.uuid(), id.uuid()))
        .select(Row::as_select())
        .for_share()
        .first(connection)
        .await
        .optional()?;
    row.map(Row::read).transpose()
}

/// Those of these residents that exist, in the order of their ids, kept from changing until the transaction ends; others may
/// keep them so too.
///
/// # Errors
/// If the data base does not answer.
pub async fn share_all(
    connection: &mut Connection,
    community: CommunityId,
    ids: &[ResidentId],
) -> Result<Vec<Resident>> {
    let ids: Vec<Uuid> = ids.iter().map(|id| id.uuid()).collect();
    let rows: Vec<Row> = residents::table
        .filter(residents::community_id.eq(community.uuid()).and(residents::id.eq_any(ids)))
        .order(residents::id)
        .select(Row::as_select())
        .for_share()
        .load(connection)
        .await?;
    rows.into_iter().map(Row::read).collect()
}

/// The residents with these member cards, in no order.
///
/// # Errors
/// If the data base does not answer.
pub async fn ids_by_card(
    connection: &mut Connection,
    community: CommunityId,
    cards: impl IntoIterator<Item = &Code>,
) -> Result<BTreeMap<Code, ResidentId>> {
    let cards: Vec<&str> = cards.into_iter().map(Code::as_str).collect();
    let rows: Vec<(String, Uuid)> = residents::table
        .filter(residents::community_id.eq(community.uuid()).and(residents::card_code.eq_any(cards)))
        .select((residents::card_code, residents::id))
        .load(connection)
        .await?;
    rows.into_iter().map(|(card, id)| Ok((read(&card)?, ResidentId::new(id)))).collect()
}

/// Those of these residents that exist, in the order of their ids.
///
/// # Errors
/// If the data base does not answer.
pub async fn find_all(
    connection: &mut Connection,
    community: CommunityId,
    ids: &[ResidentId],
) -> Result<Vec<Resident>> {
    let ids: Vec<Uuid> = ids.iter().map(|id| id.uuid()).collect();
    let rows: Vec<Row> = residents::table
        .filter(residents::community_id.eq(community.uuid()).and(residents::id.eq_any(ids)))
        .order(residents::id)
        .select(Row::as_select())
        .load(connection)
        .await?;
    rows.into_iter().map(Row::read).collect()
}

/// The resident with this member card.
///
/// # Errors
/// If the data base does not answer.
pub async fn find_by_card(
    connection: &mut Connection,
    community: CommunityId,
    card: &Code,
) -> Result<Option<Resident>> {
    let row: Option<Row> = residents::table
        .filter(residents::community_id.eq(community.uuid()).and(residents::card_code.eq(card.as_str())))
        .select(Row::as_select())
        .first(connection)
        .await
        .optional()?;
    row.map(Row::read).transpose()
}
