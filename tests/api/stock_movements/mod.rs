//! Stock movements.

mod create;
mod list;
