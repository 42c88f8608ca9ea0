//! Households 户.

use std::collections::BTreeMap;

use diesel::sql_types::{Array, Text, Uuid as SqlUuid};
use diesel::{BoolExpressionMethods, ExpressionMethods, OptionalExtension, QueryDsl};
use diesel_async::RunQueryDsl;
use linli_domain::ids::{BuildingId, CommunityId, HouseholdId, ResidentId};
use linli_domain::places::Household;
use uuid::Uuid;

use crate::error::unless_taken;
use crate::schema::households;
use crate::{Connection, Page, Result, Slice};

const HOUSEHOLDS: &str = "INSERT INTO households (community_id, id, building_id, door) \
     SELECT $1, u.* FROM unnest($2, $3, $4) AS u ON CONFLICT DO NOTHING";

/// Stores new households, which have no representative yet; answers how many had a door that was free in its building.
///
/// # Errors
/// If the data base does not answer.
pub async fn insert_households(
    connection: &mut Connection,
    community: CommunityId,
    new: &[Household],
) -> Result<usize> {
    let ids: Vec<Uuid> = new.iter().map(|household| household.id.uuid()).collect();
    let buildings: Vec<Uuid> = new.iter().map(|household| household.building.uuid()).collect();
    let doors: Vec<&str> = new.iter().map(|household| household.door.as_str()).collect();
    let stored = diesel::sql_query(HOUSEHOLDS)
        .bind::<SqlUuid, _>(community.uuid())
        .bind::<Array<SqlUuid>, _>(ids)
        .bind::<Array<SqlUuid>, _>(buildings)
        .bind::<Array<Text>, _>(doors)
        .execute(connection)
        .await?;
    Ok(stored)
}

type HouseholdRow = (Uuid, Uuid, String, Option<Uuid>);

fn household((id, building, door, representative): HouseholdRow) -> Household {
    let representative = representative.map(ResidentId::new);
    Household { id: HouseholdId::new(id), building: BuildingId::new(building), door, representative }
}

type Columns = (households::id, households::building_id, households::door, households::representative_id);
const COLUMNS: Columns =
    (households::id, households::building_id, households::door, households::representative_id);

/// The household with this id.
///
/// # Errors
/// If the data base does not answer.
pub async fn find_household(
    connection: &mut Connection,
    community: CommunityId,
    id: HouseholdId,
) -> Result<Option<Household>> {
    let row: Option<HouseholdRow> = households::table
        .find((community.uuid(), id.uuid()))
        .select(COLUMNS)
        .first(connection)
        .await
        .optional()?;
    Ok(row.map(household))
}

/// The households of a community, or of one of its buildings, in the order of their creation.
///
/// # Errors
/// If the data base does not answer.
pub async fn list_households(
    connection: &mut Connection,
    community: CommunityId,
    of: Option<BuildingId>,
    slice: &Slice,
) -> Result<Page<Household>> {
    let mut query = households::table
        .filter(households::community_id.eq(community.uuid()))
        .filter(households::id.gt(slice.after.unwrap_or_default()))
        .order(households::id)
        .limit(slice.probe())
        .select(COLUMNS)
        .into_boxed();
    if let Some(building) = of {
        query = query.filter(households::building_id.eq(building.uuid()));
    }
    let rows: Vec<HouseholdRow> = query.load(connection).await?;
    slice.page(rows, |row| row.0).try_map(|row| Ok(household(row)))
}

/// The household with this id, locked until the transaction ends.
///
/// # Errors
/// If the data base does not answer.
pub async fn lock_household(
    connection: &mut Connection,
    community: CommunityId,
    id: HouseholdId,
) -> Result<Option<Household>> {
    let row: Option<HouseholdRow> = households::table
        .find((community.uuid(), id.uuid()))
        .select(COLUMNS)
        .for_no_key_update()
        .first(connection)
        .await
        .optional()?;
    Ok(row.map(household))
}

/// Locks these households in the order of their ids until the transaction ends.
///
/// # Errors
/// If the data base does not answer.
pub async fn lock_households(
    connection: &mut Connection,
    community: CommunityId,
    ids: &[HouseholdId],
) -> Result<()> {
    let ids: Vec<Uuid> = ids.iter().map(|id| id.uuid()).collect();
    let locked = households::table
        .filter(households::community_id.eq(community.uuid()).and(households::id.eq_any(ids)))
        .order(households::id)
        .select(households::id)
        .for_no_key_update();
    let _: Vec<Uuid> = locked.load(connection).await?;
    Ok(())
}

/// Stores the household as it is now; answers false if its door is taken in its building.
///
/// # Errors
/// If the data base does not answer.
pub async fn update_household(
    connection: &mut Connection,
    community: CommunityId,
    household: &Household,
) -> Result<bool> {
    let updated = diesel::update(households::table.find((community.uuid(), household.id.uuid())))
        .set((
            households::building_id.eq(household.building.uuid()),
            households::door.eq(&household.door),
            households::representative_id.eq(household.representative.map(ResidentId::uuid)),
        ))
        .execute(connection)
        .await;
    unless_taken(updated)
}

/// The doors of those of these households that are in a building.
///
/// # Errors
/// If the data base does not answer.
pub async fn doors(
    connection: &mut Connection,
    community: CommunityId,
    of: BuildingId,
    ids: &[HouseholdId],
) -> Result<BTreeMap<HouseholdId, String>> {
    let ids: Vec<Uuid> = ids.iter().map(|id| id.uuid()).collect();
    let rows: Vec<(Uuid, String)> = households::table
        .filter(households::community_id.eq(community.uuid()))
        .filter(households::building_id.eq(of.uuid()).and(households::id.eq_any(ids)))
        .select((households::id, households::door))
        .load(connection)
        .await?;
    Ok(rows.into_iter().map(|(id, door)| (HouseholdId::new(id), door)).collect())
}

/// Leaves the households whose representative this resident is without one; answers which they were.
///
/// # Errors
/// If the data base does not answer.
pub async fn dismiss_representative(
    connection: &mut Connection,
    community: CommunityId,
    resident: ResidentId,
) -> Result<Vec<HouseholdId>> {
    let of_resident =
        households::community_id.eq(community.uuid()).and(households::representative_id.eq(resident.uuid()));
    let left: Vec<Uuid> = diesel::update(households::table.filter(of_resident))
        .set(households::representative_id.eq(None::<Uuid>))
        .returning(households::id)
        .get_results(connection)
        .await?;
    Ok(left.into_iter().map(HouseholdId::new).collect())
}
