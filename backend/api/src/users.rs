//! Users: the accounts of a community, opened and changed by its administrators.

mod change;
mod create;
mod get;
mod json;
mod list;

pub(crate) use change::change_account;
pub(crate) use create::new_user;
pub(crate) use json::{NewUser, UserChangeJson};

use utoipa_actix_web::service_config::ServiceConfig;

/// The routes.
pub(crate) fn configure(config: &mut ServiceConfig<'_>) {
    config
        .service(create::create_user)
        .service(list::list_users)
        .service(get::get_user)
        .service(change::change_user);
}
