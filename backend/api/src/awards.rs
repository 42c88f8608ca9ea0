//! Awards that the desk posts many at a time.

mod create;
mod json;

use utoipa_actix_web::service_config::ServiceConfig;

/// The routes.
pub(crate) fn configure(config: &mut ServiceConfig<'_>) {
    config.service(create::create_awards);
}
