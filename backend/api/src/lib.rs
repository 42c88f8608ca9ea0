//! Linli's server and command line: one folder a resource, one file an endpoint.

mod acting;
mod app;
pub mod auth;
pub mod cli;
pub mod clock;
mod command;
pub mod demo;
pub mod http;
mod input;
pub mod jobs;
pub mod openapi;
mod paging;
mod problem;

mod activities;
mod audit;
mod buildings;
mod communities;
mod confirmations;
mod grids;
mod households;
mod ledger;
mod me;
mod memberships;
mod no_shows;
mod notices;
mod offers;
mod orders;
mod partners;
mod residents;
mod rewards;
mod roster;
mod rulebooks;
mod seals;
mod sessions;
mod shifts;
mod signups;
mod stock_movements;
mod stocktakes;
mod stores;
mod teams;
mod users;
mod vouchers;

pub use acting::{Acting, Ids};
pub use app::App;
pub use problem::{Kind, Problem};
