//! How much waits for somebody at the desk.

mod count;
mod json;

use utoipa_actix_web::service_config::ServiceConfig;

/// The routes.
pub(crate) fn configure(config: &mut ServiceConfig<'_>) {
    config.service(count::count_waiting);
}
