//! The neighbourhood pact 守约: which households of a building kept it in a month, and what that earns them.

mod json;
mod lines;
mod list;
mod months;
mod record;
mod settle;

pub(crate) use json::{PactChange, PactSettling};
pub(crate) use record::record;
pub(crate) use settle::settle_pact_of;

use utoipa_actix_web::service_config::ServiceConfig;

/// The routes.
pub(crate) fn configure(config: &mut ServiceConfig<'_>) {
    config
        .service(list::list_pacts)
        .service(lines::list_pact_lines)
        .service(record::record_pact)
        .service(settle::settle_pact)
        .service(months::list_pact_months);
}
