//! The audit log: who changed what, when, and for whom.

mod export;
mod filter;
mod json;
mod list;
mod words;
mod workbook;

use utoipa_actix_web::service_config::ServiceConfig;

/// The routes.
pub(crate) fn configure(config: &mut ServiceConfig<'_>) {
    config.service(list::list_audit_entries).service(export::export_audit_entries);
}
