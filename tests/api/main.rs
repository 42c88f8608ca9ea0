//! The tests over HTTP: one folder a resource, one file a verb.

mod audit;
mod confirmations;
mod contract;
mod ledger;
mod offers;
mod orders;
mod residents;
mod rewards;
mod rulebooks;
mod sessions;
mod stock_movements;
mod vouchers;
