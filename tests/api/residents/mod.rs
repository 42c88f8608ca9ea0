//! Residents.

mod change;
mod codes;
mod create;
mod export;
mod honours;
mod list;
mod reveal;
