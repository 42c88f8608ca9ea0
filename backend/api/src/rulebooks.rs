//! The rule book 管理办法: drafted, published, in force; and what a deed would earn under it.

mod change;
mod create;
mod get;
mod in_force;
mod json;
mod list;
mod preview;
mod publish;

pub(crate) use create::create;
pub(crate) use json::{NewRulebook, Publication};
pub(crate) use publish::publish;

use utoipa_actix_web::service_config::ServiceConfig;

/// The routes.
pub(crate) fn configure(config: &mut ServiceConfig<'_>) {
    config
        .service(create::create_rulebook)
        .service(list::list_rulebooks)
        // Before `{id}`, which would match it.
        .service(in_force::get_rulebook_in_force)
        .service(get::get_rulebook)
        .service(change::change_rulebook)
        .service(publish::publish_rulebook)
        .service(preview::preview_award);
}
