//! No-shows: who signed up and came late or not at all, what followed, and what came of the appeal.

mod appeal;
mod decide;
mod json;
mod list;
mod list_appeals;
mod mark;

pub(crate) use appeal::appeal;
pub(crate) use decide::decide;
pub(crate) use json::{NewAppeal, NewDecision};
pub(crate) use mark::mark;

use utoipa_actix_web::service_config::ServiceConfig;

/// The routes.
pub(crate) fn configure(config: &mut ServiceConfig<'_>) {
    config
        .service(mark::mark_no_shows)
        .service(list::list_no_shows)
        .service(list_appeals::list_no_show_appeals)
        .service(appeal::appeal_no_show)
        .service(decide::decide_no_show);
}
