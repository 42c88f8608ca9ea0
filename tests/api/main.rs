//! The tests over HTTP: one folder a resource, one file a verb.

mod activities;
mod memberships;
mod residents;
mod roster;
mod sessions;
mod signups;
mod teams;
