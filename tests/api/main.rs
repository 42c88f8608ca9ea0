//! The tests over HTTP: one folder a resource, one file a verb.

mod activities;
mod audit;
mod confirmations;
mod contract;
mod ledger;
mod memberships;
mod offers;
mod orders;
mod residents;
mod rewards;
mod roster;
mod rulebooks;
mod sessions;
mod signups;
mod stock_movements;
mod teams;
mod vouchers;
