//! The audit log: who changed what, when, and for whom.

mod json;
mod list;

use utoipa_actix_web::service_config::ServiceConfig;

/// The routes.
pub(crate) fn configure(config: &mut ServiceConfig<'_>) {
    config.service(list::list_audit_entries);
}
