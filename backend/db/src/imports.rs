//! Imports: what they made, what has become of it, and what of a sheet is registered already.

mod history;
mod known;
mod store;

pub use history::{Imported, LOOKED_AT, move_out, of_import, with_history};
pub use known::{holders, known, taken_cards};
pub use store::{Named, find, insert, insert_reversal, list, lock, overtaken};
