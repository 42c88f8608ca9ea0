//! Activities: proposed, reviewed, recruited for, carried out. Their rosters are a resource of their own.

mod cancel;
mod change;
mod close;
mod copy;
mod create;
mod delete;
mod get;
mod json;
mod list;
mod recruit;
mod repeat;
mod review;
mod send_back;
mod start;
mod steps;

pub(crate) use json::{ActivityJson, ShiftJson};

pub(crate) use cancel::call_off;
pub(crate) use create::new_activity;
pub(crate) use get::seen_activity;
pub(crate) use json::{NewActivity, Repetition};
pub(crate) use recruit::recruit;
pub(crate) use review::review;
pub(crate) use steps::moved;

use utoipa_actix_web::service_config::ServiceConfig;

/// The routes.
pub(crate) fn configure(config: &mut ServiceConfig<'_>) {
    config
        .service(create::create_activity)
        .service(list::list_activities)
        .service(get::get_activity)
        .service(change::change_activity)
        .service(delete::delete_activity)
        .service(review::review_activity)
        .service(send_back::send_back_activity)
        .service(recruit::recruit_activity)
        .service(start::start_activity)
        .service(close::close_activity)
        .service(cancel::cancel_activity)
        .service(repeat::repeat_activity)
        .service(copy::copy_activity);
}
