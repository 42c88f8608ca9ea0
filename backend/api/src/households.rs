//! Households 户: the people behind one door.

mod change;
mod create;
mod get;
mod json;
mod list;

use utoipa_actix_web::service_config::ServiceConfig;

/// The routes.
pub(crate) fn configure(config: &mut ServiceConfig<'_>) {
    config
        .service(create::create_household)
        .service(list::list_households)
        .service(get::get_household)
        .service(change::change_household);
}
