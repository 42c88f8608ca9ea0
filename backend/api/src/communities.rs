//! Communities: created by the platform, settled by their administrators.

mod change_own;
mod create;
mod get;
mod get_own;
mod json;
mod list;

#[expect(unused_imports, reason = "for the command line")]
pub(crate) use create::new_community;
#[expect(unused_imports, reason = "for the command line")]
pub(crate) use json::{FirstAdministrator, NewCommunity, Slug, Timezone};

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
