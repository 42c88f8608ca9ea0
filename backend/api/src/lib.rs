//! Linli's server and command line: one folder a resource, one file an endpoint.

mod acting;
mod app;
pub mod auth;
pub mod clock;
mod command;
pub mod http;
mod input;
pub mod openapi;
mod paging;
mod problem;
mod uses;

mod activities;
mod me;
mod memberships;
mod residents;
mod roster;
mod sessions;
mod signups;
mod teams;

pub use acting::{Acting, Ids};
pub use app::App;
pub use problem::{Kind, Problem};
