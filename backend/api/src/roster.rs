//! The roster of an activity: who signed up, who came for how long, and what it earned.

mod get;
mod json;
mod replace;
mod settle;

pub(crate) use json::NewRoster;
pub(crate) use replace::replace;
pub(crate) use settle::settle_roster;

use utoipa_actix_web::service_config::ServiceConfig;

/// The routes.
pub(crate) fn configure(config: &mut ServiceConfig<'_>) {
    config.service(get::get_roster).service(replace::replace_roster).service(settle::settle_activity);
}
