//! `DELETE /partners/{id}/managers/{user_id}`: a manager is one no longer.

use actix_web::web::{Data, Path};
use actix_web::{HttpResponse, delete};
use linli_db::{Connection, partners};
use linli_domain::ids::{PartnerId, UserId};
use serde_json::json;

use crate::acting::{Acting, Change};
use crate::app::App;
use crate::auth::{By, Desk, Roles};
use crate::command::{Command, Reply};
use crate::input::Empty;
use crate::problem::Problem;

/// Take a manager away from a partner
///
/// The person loses the role at once.
#[utoipa::path(
    tag = "partners",
    params(("id" = PartnerId, Path), ("user_id" = UserId, Path)),
    responses((status = 200, description = "Taken away")),
    extensions(("x-roles" = json!(Desk::ALLOWED))),
)]
#[delete("/partners/{id}/managers/{user_id}")]
pub async fn remove_manager(
    by: By<Desk>,
    path: Path<(PartnerId, UserId)>,
    command: Command,
    app: Data<App>,
) -> Result<HttpResponse, Problem> {
    let (partner, user) = path.into_inner();
    let done = command.run(&app, &by, async |connection, acting, _: &Empty| {
        remove(connection, acting, partner, user).await?;
        Reply::ok(&json!({}))
    });
    done.await
}

async fn remove(
    connection: &mut Connection,
    acting: &Acting,
    partner: PartnerId,
    user: UserId,
) -> Result<(), Problem> {
    if !partners::remove_manager(connection, acting.community, partner, user).await? {
        return Err(Problem::not_found());
    }
    let line = Change::ended("partner.remove_manager", &json!({ "user_id": user }));
    acting.audit(connection, partner, line).await?;
    Ok(())
}
