//! Grids 网格.

use diesel::{ExpressionMethods, OptionalExtension, QueryDsl};
use diesel_async::RunQueryDsl;
use linli_domain::ids::{CommunityId, GridId};
use linli_domain::places::Grid;
use uuid::Uuid;

use crate::error::unless_taken;
use crate::schema::grids;
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

/// The grid with this id, locked until the transaction ends.
///
/// # Errors
/// If the data base does not answer.
pub async fn lock_grid(
    connection: &mut Connection,
    community: CommunityId,
    id: GridId,
) -> Result<Option<Grid>> {
    let row: Option<(Uuid, String)> = grids::table
        .find((community.uuid(), id.uuid()))
        .select((grids::id, grids::name))
        .for_no_key_update()
        .first(connection)
        .await
        .optional()?;
    Ok(row.map(|(id, name)| Grid { id: GridId::new(id), name }))
}

/// Stores the grid as it is now; answers false if its name is taken.
///
/// # Errors
/// If the data base does not answer.
pub async fn update_grid(connection: &mut Connection, community: CommunityId, grid: &Grid) -> Result<bool> {
    let updated = diesel::update(grids::table.find((community.uuid(), grid.id.uuid())))
        .set(grids::name.eq(&grid.name))
        .execute(connection)
        .await;
    unless_taken(updated)
}
