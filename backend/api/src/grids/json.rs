//! Grids as they are sent.

use linli_domain::ids::GridId;
use linli_domain::places::Grid;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::input::Name;

/// A grid to be set up.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewGrid {
    /// Its name, unique in the community.
    pub name: Name,
}

/// What changes of a grid; what is left out stays.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct GridChange {
    /// Its name.
    pub name: Option<Name>,
}

/// A grid.
#[derive(Serialize, ToSchema)]
#[schema(as = Grid)]
pub struct GridJson {
    /// The identifier.
    pub id: GridId,
    /// Its name.
    pub name: String,
}

impl From<&Grid> for GridJson {
    fn from(grid: &Grid) -> Self {
        Self { id: grid.id, name: grid.name.clone() }
    }
}
