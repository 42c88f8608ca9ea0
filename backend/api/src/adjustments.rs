//! Adjustments 人工调整: by one person of the desk up to the community's limit, by two above it.

mod confirm;
mod create;
mod json;
mod list;
mod refuse;
mod show;

pub(crate) use confirm::confirm;
pub(crate) use create::propose;
pub(crate) use json::AdjustmentRefusal;
pub(crate) use refuse::refuse;

use utoipa_actix_web::service_config::ServiceConfig;

/// The routes.
pub(crate) fn configure(config: &mut ServiceConfig<'_>) {
    config
        .service(create::create_adjustment)
        .service(list::list_adjustments)
        .service(confirm::confirm_adjustment)
        .service(refuse::refuse_adjustment);
}
