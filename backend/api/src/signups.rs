//! Sign-ups: a place in a shift or in the queue for one, taken and given back.

mod create;
mod json;
mod list;
mod move_up;
mod withdraw;

pub(crate) use create::new_signup;
pub(crate) use json::SignupJson;
pub(crate) use move_up::{lock_queues, move_up};
pub(crate) use withdraw::withdraw;

use utoipa_actix_web::service_config::ServiceConfig;

/// The routes.
pub(crate) fn configure(config: &mut ServiceConfig<'_>) {
    config.service(create::create_signup).service(withdraw::withdraw_signup).service(list::list_signups);
}
