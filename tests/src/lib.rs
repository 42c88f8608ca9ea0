//! The harness: the real application on a real PostgreSQL, a data base of its own for each test, and a cast of people
//! who speak HTTP to it.

mod actor;
mod answer;
mod app;
mod contract;
mod database;
pub mod places;
pub mod program;
pub mod race;
pub mod samples;
mod schema;
pub mod sent;
pub mod stage;
pub mod workbook;

pub use actor::{Actor, client};
pub use answer::{Answer, id_of};
pub use app::{Cast, TestApp};
pub use contract::{Operation, operations};
pub use database::{Database, number};
