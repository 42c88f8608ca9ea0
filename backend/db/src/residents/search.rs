//! The list of residents, searched as somebody types.

use chrono::NaiveDate;
use diesel::dsl::sql;
use diesel::sql_types::{Bool, Date, Uuid as SqlUuid};
use diesel::{BoolExpressionMethods, ExpressionMethods, JoinOnDsl, QueryDsl, Queryable, SelectableHelper};
use diesel_async::RunQueryDsl;
use linli_domain::ids::{BuildingId, CommunityId, GridId, HouseholdId, ImportId};
use linli_domain::residents::{Resident, ResidentState};
use uuid::Uuid;

use super::Row;
use crate::schema::{buildings, grids, households, resident_search_keys as keys, residents};
use crate::statement::beginning_with;
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
    /// Who did something between these days, both included, that was accepted.
    pub active: Option<(NaiveDate, NaiveDate)>,
    /// Whose points lapse between these days, both included, as far as they are not held.
    pub lapsing: Option<(NaiveDate, NaiveDate)>,
}

/// That a resident did something accepted: what stands around the community, the first day and the last one.
const ACTIVE: [&str; 4] = ["residents.id IN (SELECT a.resident_id FROM accepted_acts(", ", ", ", ", ") a)"];

/// That points of a resident lapse, likewise; `posted > held` stands in the text as it does in the index.
const LAPSING: [&str; 4] = [
    "residents.id IN (SELECT w.resident_id FROM lots l \
     JOIN accounts w ON w.community_id = l.community_id AND w.id = l.account_id \
     WHERE l.posted > l.held AND l.community_id = ",
    " AND l.lapses_on BETWEEN ",
    " AND ",
    ")",
];

/// What one of these conditions says of a community and two days.
macro_rules! between {
    ($text:expr, $community:expr, ($from:expr, $until:expr)) => {{
        let [before, then, and, after] = $text;
        let found = sql::<Bool>(before).bind::<SqlUuid, _>($community.uuid()).sql(then);
        found.bind::<Date, _>($from).sql(and).bind::<Date, _>($until).sql(after)
    }};
}

/// Where a resident lives, in words.
#[derive(Debug, Clone, PartialEq, Eq, Queryable)]
pub struct Address {
    /// The grid.
    pub grid: String,
    /// The estate.
    pub estate: String,
    /// The building in the estate.
    pub building: String,
    /// The door in the building.
    pub door: String,
}

/// Residents in the order of their names, with the words of their addresses.
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
            .inner_join(
                grids::table.on(grids::community_id
                    .eq(buildings::community_id)
                    .and(grids::id.eq(buildings::grid_id))),
            )
            .order((residents::sort_key, residents::id))
            .select((Row::as_select(), (grids::name, buildings::estate, buildings::name, households::door)))
    };
}

/// The residents of a community that a filter lets through with their addresses, in the order of their names.
///
/// # Errors
/// If the data base does not answer.
pub async fn list(
    connection: &mut Connection,
    community: CommunityId,
    filter: &Filter,
    slice: &Slice<ResidentKey>,
) -> Result<Page<(Resident, Address), ResidentKey>> {
    let mut query =
        with_places!().filter(residents::community_id.eq(community.uuid())).limit(slice.probe()).into_boxed();
    if let Some(search) = &filter.search {
        let (first, after) = beginning_with(search);
        let found = keys::community_id.eq(community.uuid()).and(keys::key.ge(first)).and(keys::key.lt(after));
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
    if let Some((from, until)) = filter.active {
        query = query.filter(between!(ACTIVE, community, (from, until)));
    }
    if let Some((from, until)) = filter.lapsing {
        query = query.filter(between!(LAPSING, community, (from, until)));
    }
    if let Some((name, id)) = &slice.after {
        let later = residents::sort_key.eq(name.clone()).and(residents::id.gt(*id));
        // The first condition is the index's, the second one the exact place.
        query = query.filter(residents::sort_key.ge(name.clone()));
        query = query.filter(residents::sort_key.gt(name.clone()).or(later));
    }
    let rows: Vec<(Row, Address)> = query.load(connection).await?;
    let page = slice.page(rows, |(row, _)| (row.sort_key.clone(), row.id));
    page.try_map(|(row, address)| Ok((row.read()?, address)))
}
