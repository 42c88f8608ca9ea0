//! Buildings 楼栋.

use std::collections::BTreeSet;

use diesel::{BoolExpressionMethods, ExpressionMethods, OptionalExtension, QueryDsl};
use diesel_async::RunQueryDsl;
use linli_domain::ids::{BuildingId, CommunityId, GridId, ResidentId};
use linli_domain::places::Building;
use uuid::Uuid;

use crate::error::unless_taken;
use crate::schema::buildings;
use crate::{Connection, Page, Result, Slice};

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
                buildings::block_head_id.eq(building.block_head.map(ResidentId::uuid)),
            )
        })
        .collect();
    Ok(diesel::insert_into(buildings::table)
        .values(rows)
        .on_conflict_do_nothing()
        .execute(connection)
        .await?)
}

type BuildingRow = (Uuid, Uuid, String, String, Option<Uuid>);

fn building((id, grid, estate, name, block_head): BuildingRow) -> Building {
    let block_head = block_head.map(ResidentId::new);
    Building { id: BuildingId::new(id), grid: GridId::new(grid), estate, name, block_head }
}

type Columns =
    (buildings::id, buildings::grid_id, buildings::estate, buildings::name, buildings::block_head_id);
const COLUMNS: Columns =
    (buildings::id, buildings::grid_id, buildings::estate, buildings::name, buildings::block_head_id);

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
        .select(COLUMNS)
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
        .select(COLUMNS)
        .into_boxed();
    if let Some(grid) = grid {
        query = query.filter(buildings::grid_id.eq(grid.uuid()));
    }
    let rows: Vec<BuildingRow> = query.load(connection).await?;
    slice.page(rows, |row| row.0).try_map(|row| Ok(building(row)))
}

/// The building with this id, locked until the transaction ends.
///
/// # Errors
/// If the data base does not answer.
pub async fn lock_building(
    connection: &mut Connection,
    community: CommunityId,
    id: BuildingId,
) -> Result<Option<Building>> {
    let row: Option<BuildingRow> = buildings::table
        .find((community.uuid(), id.uuid()))
        .select(COLUMNS)
        .for_no_key_update()
        .first(connection)
        .await
        .optional()?;
    Ok(row.map(building))
}

/// Stores the building as it is now; answers false if its name is taken in its estate.
///
/// # Errors
/// If the data base does not answer.
pub async fn update_building(
    connection: &mut Connection,
    community: CommunityId,
    building: &Building,
) -> Result<bool> {
    let updated = diesel::update(buildings::table.find((community.uuid(), building.id.uuid())))
        .set((
            buildings::grid_id.eq(building.grid.uuid()),
            buildings::estate.eq(&building.estate),
            buildings::name.eq(&building.name),
            buildings::block_head_id.eq(building.block_head.map(ResidentId::uuid)),
        ))
        .execute(connection)
        .await;
    unless_taken(updated)
}

/// Which of these buildings there are.
///
/// # Errors
/// If the data base does not answer.
pub async fn known_buildings(
    connection: &mut Connection,
    community: CommunityId,
    ids: &[BuildingId],
) -> Result<BTreeSet<BuildingId>> {
    let ids: Vec<Uuid> = ids.iter().map(|id| id.uuid()).collect();
    let known: Vec<Uuid> = buildings::table
        .filter(buildings::community_id.eq(community.uuid()).and(buildings::id.eq_any(ids)))
        .select(buildings::id)
        .load(connection)
        .await?;
    Ok(known.into_iter().map(BuildingId::new).collect())
}

/// Leaves the buildings whose block head this resident is without one; answers which they were.
///
/// # Errors
/// If the data base does not answer.
pub async fn dismiss_block_head(
    connection: &mut Connection,
    community: CommunityId,
    resident: ResidentId,
) -> Result<Vec<BuildingId>> {
    let of_resident =
        buildings::community_id.eq(community.uuid()).and(buildings::block_head_id.eq(resident.uuid()));
    let left: Vec<Uuid> = diesel::update(buildings::table.filter(of_resident))
        .set(buildings::block_head_id.eq(None::<Uuid>))
        .returning(buildings::id)
        .get_results(connection)
        .await?;
    Ok(left.into_iter().map(BuildingId::new).collect())
}
