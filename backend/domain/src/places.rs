//! Where residents live: grid 网格 → building 楼栋 → household 户.

use crate::ids::{BuildingId, GridId, HouseholdId};

/// A grid: some 300–400 households that a grid worker looks after.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Grid {
    /// Its identifier.
    pub id: GridId,
    /// Its name, unique in the community.
    pub name: String,
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
}
