//! The tests over HTTP: one folder a resource, one file a verb.

mod confirmations;
mod offers;
mod residents;
mod sessions;
mod vouchers;
