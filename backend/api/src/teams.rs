//! Teams: the 1+6+N tree.

mod change;
mod create;
mod get;
mod json;
mod list;

pub(crate) use create::new_team;
pub(crate) use json::NewTeam;

use utoipa_actix_web::service_config::ServiceConfig;

/// The routes.
pub(crate) fn configure(config: &mut ServiceConfig<'_>) {
    config
        .service(create::create_team)
        .service(list::list_teams)
        .service(get::get_team)
        .service(change::change_team);
}
