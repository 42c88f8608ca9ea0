//! The tests over HTTP: one folder a resource, one file a verb.

mod activities;
mod audit;
mod buildings;
mod communities;
mod confirmations;
mod contract;
mod grids;
mod households;
mod jobs;
mod ledger;
mod memberships;
mod migrations;
mod offers;
mod orders;
mod partners;
mod residents;
mod rewards;
mod roster;
mod rulebooks;
mod sessions;
mod signups;
mod stock_movements;
mod stores;
mod teams;
mod users;
mod vouchers;
