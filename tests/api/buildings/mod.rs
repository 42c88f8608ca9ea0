//! Buildings.

mod change;
mod create;
mod get;
mod list;
