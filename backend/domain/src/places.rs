//! Where residents live: grid 网格 → building 楼栋 → household 户.

use crate::ids::{BuildingId, GridId, HouseholdId, ResidentId};

/// A grid: some 300–400 households that a grid worker looks after.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Grid {
    /// Its identifier.
    pub id: GridId,
    /// Its name, unique in the community.
    pub name: String,
}

impl Grid {
    /// The grid under another name.
    #[must_use]
    pub fn renamed(&self, name: Option<String>) -> Self {
        Self { id: self.id, name: name.unwrap_or_else(|| self.name.clone()) }
    }
}

/// A building of an estate.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Building {
    /// Its identifier.
    pub id: BuildingId,
    /// The grid it belongs to.
    pub grid: GridId,
    /// The estate, e.g. 江南花山郡.
    pub estate: String,
    /// Its name in the estate, e.g. 3栋.
    pub name: String,
    /// The block head 楼栋长, if there is one: a registered resident, with an account or without.
    pub block_head: Option<ResidentId>,
}

/// What changes of a building; what is none stays.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct BuildingChange {
    /// The grid it belongs to.
    pub grid: Option<GridId>,
    /// The estate.
    pub estate: Option<String>,
    /// Its name in the estate.
    pub name: Option<String>,
    /// Its block head; some none for dismissed.
    pub block_head: Option<Option<ResidentId>>,
}

impl Building {
    /// The building after a change.
    #[must_use]
    pub fn changed(&self, change: BuildingChange) -> Self {
        Self {
            id: self.id,
            grid: change.grid.unwrap_or(self.grid),
            estate: change.estate.unwrap_or_else(|| self.estate.clone()),
            name: change.name.unwrap_or_else(|| self.name.clone()),
            block_head: change.block_head.unwrap_or(self.block_head),
        }
    }
}

/// A household: the people behind one door.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Household {
    /// Its identifier.
    pub id: HouseholdId,
    /// The building.
    pub building: BuildingId,
    /// The door in the building, e.g. 1单元502.
    pub door: String,
    /// The representative 户主, whose wallet gets what the household earns as one; none if it has chosen nobody.
    pub representative: Option<ResidentId>,
}

/// What changes of a household; what is none stays.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct HouseholdChange {
    /// The building.
    pub building: Option<BuildingId>,
    /// The door in the building.
    pub door: Option<String>,
    /// Its representative; some none for nobody.
    pub representative: Option<Option<ResidentId>>,
}

impl Household {
    /// The household after a change.
    #[must_use]
    pub fn changed(&self, change: HouseholdChange) -> Self {
        Self {
            id: self.id,
            building: change.building.unwrap_or(self.building),
            door: change.door.unwrap_or_else(|| self.door.clone()),
            representative: change.representative.unwrap_or(self.representative),
        }
    }
}
