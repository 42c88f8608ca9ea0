//! Households as they are sent.

use linli_domain::ids::{BuildingId, HouseholdId, ResidentId};
use linli_domain::places::{Household, HouseholdChange};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::input::{Name, changed};

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
    /// The representative 户主 whom the household has chosen, one of its registered members; `null` for nobody.
    #[serde(default, deserialize_with = "changed")]
    pub representative_id: Option<Option<ResidentId>>,
}

impl From<&HouseholdChangeJson> for HouseholdChange {
    fn from(change: &HouseholdChangeJson) -> Self {
        Self {
            building: change.building_id,
            door: change.door.clone().map(Name::into_string),
            representative: change.representative_id,
        }
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
    /// The representative 户主, who gets what the household earns as one; the eldest gets it if nobody is chosen.
    pub representative_id: Option<ResidentId>,
}

impl From<&Household> for HouseholdJson {
    fn from(household: &Household) -> Self {
        Self {
            id: household.id,
            building_id: household.building,
            door: household.door.clone(),
            representative_id: household.representative,
        }
    }
}
