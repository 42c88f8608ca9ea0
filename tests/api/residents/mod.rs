//! Residents.

mod change;
mod create;
mod list;
mod reveal;
