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

mod buildings;
mod communities;
mod grids;
mod households;
mod me;
mod partners;
mod residents;
mod sessions;
mod stores;
mod users;

pub use acting::{Acting, Ids};
pub use app::App;
pub use problem::{Kind, Problem};
