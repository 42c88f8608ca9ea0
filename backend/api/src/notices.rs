//! Notices to residents.

mod announce;
mod count;
mod json;
mod list;
mod read;
mod read_all;
mod tell;

pub(crate) use announce::announce_lapses;
pub(crate) use read_all::read_all;
pub(crate) use tell::{Told, tell_all};

use utoipa_actix_web::service_config::ServiceConfig;

/// The routes.
pub(crate) fn configure(config: &mut ServiceConfig<'_>) {
    config
        .service(list::list_notices)
        .service(count::count_unread_notices)
        .service(read_all::read_all_notices)
        .service(read::read_notice);
}
