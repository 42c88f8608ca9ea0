//! Buildings.

mod change;
mod create;
mod list;
