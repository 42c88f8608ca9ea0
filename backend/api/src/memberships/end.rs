//! `POST /memberships/{id}/end`: leaving a team, or taking the request back.

use actix_web::web::{Data, Path};
use actix_web::{HttpResponse, post};
use linli_db::Connection;
use linli_domain::ids::MembershipId;
use linli_domain::roles::Principal;

use super::json::MembershipJson;
use super::steps::{locked, stored};
use crate::acting::Acting;
use crate::app::App;
use crate::auth::{By, ResidentOrLeaders, Roles};
use crate::command::{Command, Reply};
use crate::input::Empty;
use crate::problem::{Kind, Problem};

/// End a membership
///
/// By the resident, a leader of the team, the desk or a social worker. A request that is not decided is taken back.
#[utoipa::path(
    tag = "memberships",
    params(("id" = MembershipId, Path)),
    responses((status = 200, body = MembershipJson)),
    extensions(("x-roles" = json!(ResidentOrLeaders::ALLOWED)), ("x-problems" = json!([Kind::WrongState]))),
)]
#[post("/memberships/{id}/end")]
pub async fn end_membership(
    by: By<ResidentOrLeaders>,
    id: Path<MembershipId>,
    command: Command,
    app: Data<App>,
) -> Result<HttpResponse, Problem> {
    let done = command.run(&app, &by, async |connection, acting, _: &Empty| {
        Reply::ok(&end(connection, acting, &by.principal, *id).await?)
    });
    done.await
}

async fn end(
    connection: &mut Connection,
    acting: &Acting,
    who: &Principal,
    id: MembershipId,
) -> Result<MembershipJson, Problem> {
    let (before, resident) = locked(connection, acting, id).await?;
    if !who.may_end_membership(before.team, resident.id) {
        return Err(Problem::of(Kind::Forbidden));
    }
    // The desk leaves in the resident's place; who leads the team sends a member away.
    let leads = who.teams.contains(&before.team);
    let in_place_of = who.in_place_of(resident.id).filter(|_| who.is_desk() && !leads);
    let acting = acting.clone().on_behalf_of(in_place_of);
    let after = before.clone().end(acting.now)?;
    stored(connection, &acting, "membership.end", (&before, &after), resident).await
}
