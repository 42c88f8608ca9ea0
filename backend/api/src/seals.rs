//! Daily seals: what the program makes of each day's transfers, so that a later change of history shows.

mod day;
mod json;
mod list;
mod proof;

pub(crate) use day::seal_days;

use utoipa_actix_web::service_config::ServiceConfig;

/// The routes.
pub(crate) fn configure(config: &mut ServiceConfig<'_>) {
    config.service(list::list_seals).service(proof::get_proof);
}
