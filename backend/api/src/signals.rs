//! Signals of abuse 异常提示: found once a day, looked into by staff. Nothing is blocked because of them.

mod day;
mod get;
mod json;
mod list;
mod resolve;

pub(crate) use day::watch_days;
pub(crate) use json::NewLook;
pub(crate) use resolve::resolve;

use utoipa_actix_web::service_config::ServiceConfig;

/// The routes.
pub(crate) fn configure(config: &mut ServiceConfig<'_>) {
    config.service(list::list_signals).service(get::get_signal).service(resolve::resolve_signal);
}
