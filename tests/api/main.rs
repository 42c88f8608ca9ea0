//! The tests over HTTP: one folder a resource, one file a verb.

mod buildings;
mod communities;
mod grids;
mod households;
mod partners;
mod residents;
mod sessions;
mod stores;
mod users;
