//! The tests over HTTP: one folder a resource, one file a verb.

mod contract;
mod residents;
mod sessions;
