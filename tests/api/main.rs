//! The tests over HTTP: one folder a resource, one file a verb.

mod orders;
mod residents;
mod rewards;
mod sessions;
mod stock_movements;
