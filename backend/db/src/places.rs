//! Where residents live: grids, buildings, households.

mod buildings;
mod grids;
mod households;

pub use buildings::{
    dismiss_block_head, find_building, insert_buildings, known_buildings, list_buildings, lock_building,
    update_building,
};
pub use grids::{find_grid, insert_grids, list_grids, lock_grid, update_grid};
pub use households::{
    dismiss_representative, doors, find_household, insert_households, list_households, lock_household,
    lock_households, update_household,
};
