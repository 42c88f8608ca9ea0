//! Linli's server and command line: one folder a resource, one file an endpoint.

mod acting;
mod app;
pub mod auth;
pub mod cli;
pub mod clock;
mod command;
mod demo;
pub mod http;
mod input;
pub mod jobs;
pub mod openapi;
mod paging;
mod problem;
mod uses;

mod audit;
mod ledger;
mod me;
mod residents;
mod rulebooks;
mod sessions;

pub use acting::{Acting, Ids};
pub use app::App;
pub use problem::{Kind, Problem};
