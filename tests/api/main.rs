//! The tests over HTTP: one folder a resource, one file a verb.

mod audit;
mod contract;
mod ledger;
mod residents;
mod rulebooks;
mod sessions;
