//! Households.

mod change;
mod create;
mod list;
