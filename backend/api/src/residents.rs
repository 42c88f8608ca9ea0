//! Residents: created, changed, found.

mod change;
mod create;
mod export;
mod get;
mod give_back;
mod honours;
mod json;
mod list;
mod reveal;
mod step_down;
mod workbook;

use utoipa_actix_web::service_config::ServiceConfig;

/// The routes.
pub(crate) fn configure(config: &mut ServiceConfig<'_>) {
    config
        .service(create::create_resident)
        .service(list::list_residents)
        .service(export::export_residents)
        .service(get::get_resident)
        .service(honours::get_honours)
        .service(change::change_resident)
        .service(reveal::reveal_resident);
}
