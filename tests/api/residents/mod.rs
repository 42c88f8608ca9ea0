//! Residents.

mod change;
mod codes;
mod create;
mod honours;
mod list;
mod reveal;
