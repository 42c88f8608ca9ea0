//! Partners 合伙人: admitted by the desk, and managed by people of their own.

mod add_manager;
mod change;
mod create;
mod get;
mod json;
mod list;
mod list_managers;
mod remove_manager;

pub(crate) use add_manager::name_manager;
pub(crate) use create::new_partner;
pub(crate) use json::{Assigned, AssigneeJson, NewAssignee, NewPartner};

use utoipa_actix_web::service_config::ServiceConfig;

/// The routes.
pub(crate) fn configure(config: &mut ServiceConfig<'_>) {
    config
        .service(create::create_partner)
        .service(list::list_partners)
        .service(get::get_partner)
        .service(change::change_partner)
        .service(add_manager::add_manager)
        .service(list_managers::list_managers)
        .service(remove_manager::remove_manager);
}
