//! Stores.

mod cashiers;
mod change;
mod create;
mod list;
