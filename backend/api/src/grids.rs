//! Grids 网格: some 300–400 households each, looked after by a grid worker.

mod change;
mod create;
mod json;
mod list;

use utoipa_actix_web::service_config::ServiceConfig;

/// The routes.
pub(crate) fn configure(config: &mut ServiceConfig<'_>) {
    config.service(create::create_grid).service(list::list_grids).service(change::change_grid);
}
