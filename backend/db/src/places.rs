//! Where residents live: grids, buildings, households.

use diesel::{BoolExpressionMethods, ExpressionMethods, JoinOnDsl, OptionalExtension, QueryDsl};
use diesel_async::RunQueryDsl;
use linli_domain::ids::{BuildingId, CommunityId, GridId, HouseholdId};
use linli_domain::places::{Building, Grid, Household};
use uuid::Uuid;

use crate::schema::{buildings, grids, households};
use crate::{Connection, Page, Result, Slice};

/// Stores new grids; answers how many had a name that was free.
///
/// # Errors
/// If the data base does not answer.
pub async fn insert_grids(
    connection: &mut Connection,
    community: CommunityId,
    new: &[Grid],
) -> Result<usize> {
    let rows: Vec<_> = new
        .iter()
        .map(|grid| {
            (
                grids::community_id.eq(community.uuid()),
                grids::id.eq(grid.id.uuid()),
                grids::name.eq(&grid.name),
            )
        })
        .collect();
    Ok(diesel::insert_into(grids::table).values(rows).on_conflict_do_nothing().execute(connection).await?)
}

/// The grid with this id.
///
/// # Errors
/// If the data base does not answer.
pub async fn find_grid(
    connection: &mut Connection,
    community: CommunityId,
    id: GridId,
) -> Result<Option<Grid>> {
    let row: Option<(Uuid, String)> = grids::table
        .find((community.uuid(), id.uuid()))
        .select((grids::id, grids::name))
        .first(connection)
        .await
        .optional()?;
    Ok(row.map(|(id, name)| Grid { id: GridId::new(id), name }))
}

/// The grids of a community, in the order of their creation.
///
/// # Errors
/// If the data base does not answer.
pub async fn list_grids(
    connection: &mut Connection,
    community: CommunityId,
    slice: &Slice,
) -> Result<Page<Grid>> {
    let rows: Vec<(Uuid, String)> = grids::table
        .filter(grids::community_id.eq(community.uuid()))
        .filter(grids::id.gt(slice.after.unwrap_or_default()))
        .order(grids::id)
        .limit(slice.probe())
        .select((grids::id, grids::name))
        .load(connection)
        .await?;
    slice.page(rows, |row| row.0).try_map(|(id, name)| Ok(Grid { id: GridId::new(id), name }))
}

/// Stores new buildings; answers how many had a name that was free in its estate.
///
/// # Errors
/// If the data base does not answer.
pub async fn insert_buildings(
    connection: &mut Connection,
    community: CommunityId,
    new: &[Building],
) -> Result<usize> {
    let rows: Vec<_> = new
        .iter()
        .map(|building| {
            (
                buildings::community_id.eq(community.uuid()),
                buildings::id.eq(building.id.uuid()),
                buildings::grid_id.eq(building.grid.uuid()),
                buildings::estate.eq(&building.estate),
                buildings::name.eq(&building.name),
            )
        })
        .collect();
    Ok(diesel::insert_into(buildings::table)
        .values(rows)
        .on_conflict_do_nothing()
        .execute(connection)
        .await?)
}

type BuildingRow = (Uuid, Uuid, String, String);

fn building((id, grid, estate, name): BuildingRow) -> Building {
    Building { id: BuildingId::new(id), grid: GridId::new(grid), estate, name }
}

/// The building with this id.
///
/// # Errors
/// If the data base does not answer.
pub async fn find_building(
    connection: &mut Connection,
    community: CommunityId,
    id: BuildingId,
) -> Result<Option<Building>> {
    let row: Option<BuildingRow> = buildings::table
        .find((community.uuid(), id.uuid()))
        .select((buildings::id, buildings::grid_id, buildings::estate, buildings::name))
        .first(connection)
        .await
        .optional()?;
    Ok(row.map(building))
}

/// The buildings of a community, or of one of its grids, in the order of their creation.
///
/// # Errors
/// If the data base does not answer.
pub async fn list_buildings(
    connection: &mut Connection,
    community: CommunityId,
    grid: Option<GridId>,
    slice: &Slice,
) -> Result<Page<Building>> {
    let mut query = buildings::table
        .filter(buildings::community_id.eq(community.uuid()))
        .filter(buildings::id.gt(slice.after.unwrap_or_default()))
        .order(buildings::id)
        .limit(slice.probe())
        .select((buildings::id, buildings::grid_id, buildings::estate, buildings::name))
        .into_boxed();
    if let Some(grid) = grid {
        query = query.filter(buildings::grid_id.eq(grid.uuid()));
    }
    let rows: Vec<BuildingRow> = query.load(connection).await?;
    slice.page(rows, |row| row.0).try_map(|row| Ok(building(row)))
}

/// Stores new households; answers how many had a door that was free in its building.
///
/// # Errors
/// If the data base does not answer.
pub async fn insert_households(
    connection: &mut Connection,
    community: CommunityId,
    new: &[Household],
) -> Result<usize> {
    let rows: Vec<_> = new
        .iter()
        .map(|household| {
            (
                households::community_id.eq(community.uuid()),
                households::id.eq(household.id.uuid()),
                households::building_id.eq(household.building.uuid()),
                households::door.eq(&household.door),
            )
        })
        .collect();
    Ok(diesel::insert_into(households::table)
        .values(rows)
        .on_conflict_do_nothing()
        .execute(connection)
        .await?)
}

type HouseholdRow = (Uuid, Uuid, String);

fn household((id, building, door): HouseholdRow) -> Household {
    Household { id: HouseholdId::new(id), building: BuildingId::new(building), door }
}

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
        .select((households::id, households::building_id, households::door))
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
        .select((households::id, households::building_id, households::door))
        .into_boxed();
    if let Some(building) = of {
        query = query.filter(households::building_id.eq(building.uuid()));
    }
    let rows: Vec<HouseholdRow> = query.load(connection).await?;
    slice.page(rows, |row| row.0).try_map(|row| Ok(household(row)))
}

/// The address of a household as people write it: estate, building, door.
///
/// # Errors
/// If the data base does not answer.
pub async fn address(
    connection: &mut Connection,
    community: CommunityId,
    of: HouseholdId,
) -> Result<Option<String>> {
    let parts: Option<(String, String, String)> = households::table
        .inner_join(
            buildings::table.on(buildings::community_id
                .eq(households::community_id)
                .and(buildings::id.eq(households::building_id))),
        )
        .filter(households::community_id.eq(community.uuid()).and(households::id.eq(of.uuid())))
        .select((buildings::estate, buildings::name, households::door))
        .first(connection)
        .await
        .optional()?;
    Ok(parts.map(|(estate, building, door)| format!("{estate} {building} {door}")))
}
