//! Households as they are sent.

use linli_domain::ids::{BuildingId, HouseholdId};
use linli_domain::places::{Household, HouseholdChange};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::input::Name;

/// A household to be registered.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewHousehold {
    /// The building.
    pub building_id: BuildingId,
    /// The door, unique in the building, e.g. 1单元502.
    pub door: Name,
}

/// What changes of a household; what is left out stays.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = HouseholdChange)]
pub struct HouseholdChangeJson {
    /// The building.
    pub building_id: Option<BuildingId>,
    /// The door in the building.
    pub door: Option<Name>,
}

impl From<&HouseholdChangeJson> for HouseholdChange {
    fn from(change: &HouseholdChangeJson) -> Self {
        Self { building: change.building_id, door: change.door.clone().map(Name::into_string) }
    }
}

/// A household.
#[derive(Serialize, ToSchema)]
#[schema(as = Household)]
pub struct HouseholdJson {
    /// The identifier.
    pub id: HouseholdId,
    /// The building.
    pub building_id: BuildingId,
    /// The door in the building.
    pub door: String,
}

impl From<&Household> for HouseholdJson {
    fn from(household: &Household) -> Self {
        Self { id: household.id, building_id: household.building, door: household.door.clone() }
    }
}
