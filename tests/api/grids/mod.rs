//! Grids.

mod change;
mod create;
mod list;
