//! `POST /partners/{id}/managers`: naming a manager of a partner.

use actix_web::web::{Data, Path};
use actix_web::{HttpResponse, post};
use linli_db::{Connection, partners, users};
use linli_domain::ids::PartnerId;
use linli_domain::residents::Phone;

use super::json::{Assigned, NewAssignee};
use crate::acting::{Acting, Change};
use crate::app::App;
use crate::auth::{By, Desk, Roles};
use crate::command::{Command, Reply};
use crate::problem::Problem;

/// Name a manager of a partner
///
/// The person has the role at once. Somebody who is a manager stays one: 200, and nothing changes.
#[utoipa::path(
    tag = "partners",
    params(("id" = PartnerId, Path)),
    request_body = NewAssignee,
    responses((status = 201, body = Assigned), (status = 200, body = Assigned)),
    extensions(("x-roles" = json!(Desk::ALLOWED))),
)]
#[post("/partners/{id}/managers")]
pub async fn add_manager(
    by: By<Desk>,
    id: Path<PartnerId>,
    command: Command,
    app: Data<App>,
) -> Result<HttpResponse, Problem> {
    let done = command.run(&app, &by, async |connection, acting, body: &NewAssignee| {
        name_manager(connection, acting, *id, &body.phone).await
    });
    done.await
}

pub(crate) async fn name_manager(
    connection: &mut Connection,
    acting: &Acting,
    partner: PartnerId,
    phone: &Phone,
) -> Result<Reply, Problem> {
    partners::find(connection, acting.community, partner).await?.ok_or_else(Problem::not_found)?;
    let user = users::find_by_phone(connection, acting.community, phone).await?;
    let manager = Assigned { user_id: user.ok_or_else(|| Problem::unknown_reference("phone"))?.id };
    if !partners::add_manager(connection, acting.community, partner, manager.user_id).await? {
        return Reply::ok(&manager);
    }
    acting.audit(connection, partner, Change::made("partner.add_manager", &manager)).await?;
    Reply::created(format!("/api/v1/partners/{partner}/managers/{}", manager.user_id), &manager)
}
