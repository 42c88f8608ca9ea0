//! `POST /memberships/{id}/refuse`: not taking a resident into a team.

use actix_web::web::{Data, Path};
use actix_web::{HttpResponse, post};
use linli_db::Connection;
use linli_domain::ids::MembershipId;
use linli_domain::roles::Principal;

use super::json::MembershipJson;
use super::steps::{locked, stored};
use crate::acting::Acting;
use crate::app::App;
use crate::auth::{By, Leaders, Roles};
use crate::command::{Command, Reply};
use crate::input::Empty;
use crate::problem::{Kind, Problem};

/// Refuse a request to join
///
/// By a leader of the team, the desk or a social worker.
#[utoipa::path(
    tag = "memberships",
    params(("id" = MembershipId, Path)),
    responses((status = 200, body = MembershipJson)),
    extensions(("x-roles" = json!(Leaders::ALLOWED)), ("x-problems" = json!([Kind::WrongState]))),
)]
#[post("/memberships/{id}/refuse")]
pub async fn refuse_membership(
    by: By<Leaders>,
    id: Path<MembershipId>,
    command: Command,
    app: Data<App>,
) -> Result<HttpResponse, Problem> {
    let done = command.run(&app, &by, async |connection, acting, _: &Empty| {
        Reply::ok(&refuse(connection, acting, &by.principal, *id).await?)
    });
    done.await
}

async fn refuse(
    connection: &mut Connection,
    acting: &Acting,
    who: &Principal,
    id: MembershipId,
) -> Result<MembershipJson, Problem> {
    let (before, resident) = locked(connection, acting, id).await?;
    if !who.may_guide(before.team) {
        return Err(Problem::of(Kind::Forbidden));
    }
    let after = before.clone().refuse(acting.now)?;
    stored(connection, acting, "membership.refuse", (&before, &after), resident).await
}
