//! Shifts: for how many, and once they are announced checking in and out at their place.

mod change;
mod check_in;
mod check_out;
mod checks;
mod code;
mod get;
mod json;

use utoipa_actix_web::service_config::ServiceConfig;

pub(crate) use checks::checked;

/// The routes.
pub(crate) fn configure(config: &mut ServiceConfig<'_>) {
    config
        .service(get::get_shift)
        .service(change::change_shift)
        .service(code::get_shift_code)
        .service(check_in::check_in)
        .service(check_out::check_out);
}
