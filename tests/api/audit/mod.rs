//! The audit log.

mod bulk;
mod list;
