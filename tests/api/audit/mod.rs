//! The audit log.

mod bulk;
mod export;
mod find;
mod list;
