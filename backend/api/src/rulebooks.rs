//! The rule book 管理办法: drafted, published, in force; and what a deed would earn under it.

mod change;
mod changes;
mod create;
mod delete;
mod draft;
mod get;
mod in_force;
mod json;
mod list;
mod named;
mod preview;
mod publish;
mod question;
mod records;

pub(crate) use create::create;
pub(crate) use draft::{DraftEligibility, NewRulebook, Publication};
pub(crate) use publish::publish;
pub(crate) use question::AwardQuestion;
pub(crate) use records::{Lookbacks, lock_records};

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
        .service(delete::delete_rulebook)
        .service(changes::get_rulebook_changes)
        .service(publish::publish_rulebook)
        .service(preview::preview_award);
}
