//! Teams.

mod change;
mod create;
mod list;
