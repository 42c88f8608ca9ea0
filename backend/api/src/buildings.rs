//! Buildings 楼栋 of the estates, each in a grid.

mod change;
mod create;
mod get;
mod json;
mod list;

pub(crate) use change::change as change_building;
pub(crate) use json::BuildingChangeJson;

use utoipa_actix_web::service_config::ServiceConfig;

/// The routes.
pub(crate) fn configure(config: &mut ServiceConfig<'_>) {
    config
        .service(create::create_building)
        .service(list::list_buildings)
        .service(get::get_building)
        .service(change::change_building);
}
