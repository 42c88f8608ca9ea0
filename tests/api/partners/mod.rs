//! Partners.

mod change;
mod create;
mod list;
mod managers;
