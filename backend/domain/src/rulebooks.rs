//! The rule book 管理办法: what a deed earns, and why exactly that much.

mod award;
mod book;
mod explanation;

pub use award::{Award, Deed, Earned, award};
pub use book::{Basis, Cap, Rule, Rulebook, Version, check_rule, in_force_at};
pub use explanation::{AwardExplanation, CapCut, CapLeft, CapScope};
