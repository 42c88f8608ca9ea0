//! The programme's figures of a period.

mod get;
mod json;

use utoipa_actix_web::service_config::ServiceConfig;

/// The routes.
pub(crate) fn configure(config: &mut ServiceConfig<'_>) {
    config.service(get::get_figures);
}
