//! Sessions: signing in, staying signed in, signing out.

mod cookie;
mod create;
mod end;
mod issue;
mod json;
mod keys;
mod refresh;

pub(crate) use keys::get_keys;

use utoipa_actix_web::service_config::ServiceConfig;

/// The routes.
pub(crate) fn configure(config: &mut ServiceConfig<'_>) {
    config.service(create::create_session).service(refresh::refresh_session).service(end::end_session);
}
