//! Residents.

mod change;
mod codes;
mod create;
mod list;
mod reveal;
