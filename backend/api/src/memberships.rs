//! Memberships: asked for, decided, ended; who leads.

mod approve;
mod create;
mod end;
mod json;
mod leave;
mod list;
mod list_own;
mod position;
mod refuse;
mod steps;

pub(crate) use create::new_membership;
pub(crate) use leave::leave_all;
pub(crate) use position::place;

use utoipa_actix_web::service_config::ServiceConfig;

/// The routes.
pub(crate) fn configure(config: &mut ServiceConfig<'_>) {
    config
        .service(create::create_membership)
        .service(list::list_memberships)
        .service(list_own::list_resident_memberships)
        .service(approve::approve_membership)
        .service(refuse::refuse_membership)
        .service(end::end_membership)
        .service(position::position_membership);
}
