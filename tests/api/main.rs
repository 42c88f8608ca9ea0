//! The tests over HTTP: one folder a resource, one file a verb.

mod audit;
mod buildings;
mod communities;
mod contract;
mod grids;
mod households;
mod ledger;
mod orders;
mod partners;
mod residents;
mod rewards;
mod rulebooks;
mod sessions;
mod stock_movements;
mod stores;
mod users;
