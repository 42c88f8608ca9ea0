//! The rules of Linli: points, residents, teams, partners, redemption. Pure values in, values or named refusals out.

pub mod activities;
pub mod calendar;
pub mod codes;
pub mod communities;
pub mod confirmations;
pub mod ids;
pub mod ledger;
pub mod memberships;
pub mod money;
pub mod no_shows;
pub mod notices;
pub mod offers;
pub mod orders;
pub mod partners;
pub mod places;
pub mod points;
mod refusal;
pub mod residents;
pub mod rewards;
pub mod roles;
pub mod rulebooks;
pub mod seals;
pub mod sessions;
pub mod signups;
pub mod slots;
pub mod teams;
pub mod users;
pub mod vouchers;

pub use refusal::Refusal;
