//! Linli's tables: migrations, queries and the posting of points. All SQL of the product is here.
//!
//! What touches SQL takes a [`Connection`], never a pool; rows stay private, domain values come out.

pub mod activities;
pub mod adjustments;
pub mod attendances;
pub mod audit;
pub mod claims;
pub mod cluster;
pub mod communities;
pub mod confirmations;
mod error;
pub mod figures;
pub mod funds;
pub mod idempotency;
pub mod imports;
pub mod ledger;
pub mod memberships;
pub mod migrations;
mod names;
pub mod no_shows;
pub mod notices;
pub mod offers;
pub mod orders;
pub mod pacts;
mod page;
pub mod partners;
pub mod photos;
pub mod places;
mod pool;
pub mod residents;
pub mod reviews;
pub mod rewards;
pub mod roster;
pub mod rulebooks;
mod schema;
pub mod seals;
pub mod sessions;
pub mod shifts;
pub mod signals;
pub mod signups;
pub mod slots;
mod statement;
pub mod statements;
pub mod stock_movements;
pub mod stocktakes;
pub mod stores;
pub mod teams;
mod transaction;
pub mod users;
pub mod verifications;
pub mod vouchers;
pub mod waiting;
pub mod wish_polls;

pub use error::Error;
pub use page::{Page, Slice};
pub use pool::{Patience, Pool, PooledConnection, connect, connect_with};
pub use transaction::{expect_few, expect_many, savepoint, transaction, without_time_limits};

/// A connection to PostgreSQL.
pub type Connection = diesel_async::AsyncPgConnection;

/// What a query comes to.
pub type Result<T> = std::result::Result<T, Error>;
