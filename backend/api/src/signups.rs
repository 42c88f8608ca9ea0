//! Sign-ups: a place in a shift, taken and given back.

mod create;
mod json;
mod list;
mod withdraw;

pub(crate) use create::new_signup;
pub(crate) use withdraw::withdraw;

use utoipa_actix_web::service_config::ServiceConfig;

/// The routes.
pub(crate) fn configure(config: &mut ServiceConfig<'_>) {
    config.service(create::create_signup).service(withdraw::withdraw_signup).service(list::list_signups);
}
