//! Buildings as they are sent.

use linli_domain::ids::{BuildingId, GridId, ResidentId};
use linli_domain::places::{Building, BuildingChange};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::input::{Name, changed};

/// A building to be registered.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewBuilding {
    /// The grid it belongs to.
    pub grid_id: GridId,
    /// The estate, e.g. 江南花山郡.
    pub estate: Name,
    /// Its name, unique in the estate, e.g. 3栋.
    pub name: Name,
}

/// What changes of a building; what is left out stays.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = BuildingChange)]
pub struct BuildingChangeJson {
    /// The grid it belongs to.
    pub grid_id: Option<GridId>,
    /// The estate.
    pub estate: Option<Name>,
    /// Its name in the estate.
    pub name: Option<Name>,
    /// The block head 楼栋长, a registered resident, with an account or without; `null` dismisses.
    #[serde(default, deserialize_with = "changed")]
    pub block_head_id: Option<Option<ResidentId>>,
}

impl From<&BuildingChangeJson> for BuildingChange {
    fn from(change: &BuildingChangeJson) -> Self {
        Self {
            grid: change.grid_id,
            estate: change.estate.clone().map(Name::into_string),
            name: change.name.clone().map(Name::into_string),
            block_head: change.block_head_id,
        }
    }
}

/// A building.
#[derive(Serialize, ToSchema)]
#[schema(as = Building)]
pub struct BuildingJson {
    /// The identifier.
    pub id: BuildingId,
    /// The grid it belongs to.
    pub grid_id: GridId,
    /// The estate.
    pub estate: String,
    /// Its name in the estate.
    pub name: String,
    /// Its block head 楼栋长; none if there is none.
    pub block_head_id: Option<ResidentId>,
}

impl From<&Building> for BuildingJson {
    fn from(building: &Building) -> Self {
        Self {
            id: building.id,
            grid_id: building.grid,
            estate: building.estate.clone(),
            name: building.name.clone(),
            block_head_id: building.block_head,
        }
    }
}
