//! Verifications 核对: recomputing everything, once a night and whenever somebody asks for it, and keeping what came of it.

mod json;
mod list;
mod nightly;
mod recompute;

pub(crate) use nightly::verify_nightly;
pub(crate) use recompute::{keep, recompute};

use utoipa_actix_web::service_config::ServiceConfig;

/// The routes.
pub(crate) fn configure(config: &mut ServiceConfig<'_>) {
    config.service(list::list_verifications);
}
