//! Shifts once they are announced: for how many.

mod change;
mod json;

use utoipa_actix_web::service_config::ServiceConfig;

/// The routes.
pub(crate) fn configure(config: &mut ServiceConfig<'_>) {
    config.service(change::change_shift);
}
