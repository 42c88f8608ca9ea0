//! Communities: created by the platform, settled by their administrators.

mod change_own;
mod create;
mod get;
mod get_own;
mod json;
mod list;

pub(crate) use create::new_community;
pub(crate) use json::NewCommunity;

use utoipa_actix_web::service_config::ServiceConfig;

/// The routes.
pub(crate) fn configure(config: &mut ServiceConfig<'_>) {
    config
        .service(create::create_community)
        .service(list::list_communities)
        .service(get::get_community)
        .service(get_own::get_own_community)
        .service(change_own::change_own_community);
}
