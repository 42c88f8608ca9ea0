//! The list of residents, searched as somebody types.

use diesel::{
    BoolExpressionMethods, ExpressionMethods, JoinOnDsl, QueryDsl, SelectableHelper, TextExpressionMethods,
};
use diesel_async::RunQueryDsl;
use linli_domain::ids::{BuildingId, CommunityId, GridId, HouseholdId, ImportId};
use linli_domain::residents::{Resident, ResidentState};
use uuid::Uuid;

use super::Row;
use crate::page::like_literal;
use crate::schema::{buildings, households, resident_search_keys as keys, residents};
use crate::{Connection, Page, Result, Slice};

/// The place of a resident in the list: sort key, then id.
pub type ResidentKey = (String, Uuid);

/// Which residents are asked for.
#[derive(Debug, Clone, Default)]
pub struct Filter {
    /// The beginning of a name, of its pinyin initials, of the last four digits of the phone, or of the card code.
    pub search: Option<String>,
    /// Of one household.
    pub household: Option<HouseholdId>,
    /// Of one building.
    pub building: Option<BuildingId>,
    /// Of one grid.
    pub grid: Option<GridId>,
    /// Of this standing.
    pub state: Option<ResidentState>,
    /// Who came by this import.
    pub import: Option<ImportId>,
}

/// Residents with their households and buildings.
macro_rules! with_places {
    () => {
        residents::table
            .inner_join(
                households::table.on(households::community_id
                    .eq(residents::community_id)
                    .and(households::id.eq(residents::household_id))),
            )
            .inner_join(
                buildings::table.on(buildings::community_id
                    .eq(households::community_id)
                    .and(buildings::id.eq(households::building_id))),
            )
    };
}

/// The residents of a community that a filter lets through, in the order of their names.
///
/// # Errors
/// If the data base does not answer.
pub async fn list(
    connection: &mut Connection,
    community: CommunityId,
    filter: &Filter,
    slice: &Slice<ResidentKey>,
) -> Result<Page<Resident, ResidentKey>> {
    let mut query = with_places!()
        .filter(residents::community_id.eq(community.uuid()))
        .order((residents::sort_key, residents::id))
        .limit(slice.probe())
        .select(Row::as_select())
        .into_boxed();
    if let Some(search) = &filter.search {
        let beginning = format!("{}%", like_literal(&search.trim().to_lowercase()));
        let found = keys::community_id.eq(community.uuid()).and(keys::key.like(beginning));
        query = query.filter(residents::id.eq_any(keys::table.filter(found).select(keys::resident_id)));
    }
    if let Some(household) = filter.household {
        query = query.filter(residents::household_id.eq(household.uuid()));
    }
    if let Some(building) = filter.building {
        query = query.filter(households::building_id.eq(building.uuid()));
    }
    if let Some(grid) = filter.grid {
        query = query.filter(buildings::grid_id.eq(grid.uuid()));
    }
    if let Some(state) = filter.state {
        query = query.filter(residents::state.eq(state.to_string()));
    }
    if let Some(import) = filter.import {
        query = query.filter(residents::import_id.eq(import.uuid()));
    }
    if let Some((name, id)) = &slice.after {
        let later = residents::sort_key.eq(name.clone()).and(residents::id.gt(*id));
        // The first condition is the index's, the second one the exact place.
        query = query.filter(residents::sort_key.ge(name.clone()));
        query = query.filter(residents::sort_key.gt(name.clone()).or(later));
    }
    let rows: Vec<Row> = query.load(connection).await?;
    slice.page(rows, |row| (row.sort_key.clone(), row.id)).try_map(Row::read)
}
