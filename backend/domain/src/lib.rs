//! The rules of Linli: points, residents, teams, partners, redemption. Pure values in, values or named refusals out.

pub mod calendar;
pub mod codes;
pub mod communities;
pub mod confirmations;
pub mod ids;
pub mod ledger;
pub mod money;
pub mod offers;
pub mod places;
pub mod points;
mod refusal;
pub mod residents;
pub mod roles;
pub mod rulebooks;
pub mod sessions;
pub mod users;
pub mod vouchers;

pub use refusal::Refusal;
