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

mod confirmations;
mod me;
mod offers;
mod residents;
mod sessions;
mod vouchers;

pub use acting::{Acting, Ids};
pub use app::App;
pub use problem::{Kind, Problem};
