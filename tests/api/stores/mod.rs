//! Stores.

mod cashiers;
mod change;
mod create;
mod get;
mod list;
