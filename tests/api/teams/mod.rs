//! Teams.

mod change;
mod create;
mod list;
mod race;
