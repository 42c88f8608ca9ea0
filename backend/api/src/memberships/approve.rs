//! `POST /memberships/{id}/approve`: taking a resident into a team.

use actix_web::web::{Data, Path};
use actix_web::{HttpResponse, post};
use linli_db::{Connection, teams};
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

/// Approve a request to join
///
/// By a leader of the team, the desk or a social worker.
#[utoipa::path(
    tag = "memberships",
    params(("id" = MembershipId, Path)),
    responses((status = 200, body = MembershipJson)),
    extensions(
        ("x-roles" = json!(Leaders::ALLOWED)),
        ("x-problems" = json!([Kind::WrongState, Kind::TeamDissolved, Kind::ResidentNotActive])),
    ),
)]
#[post("/memberships/{id}/approve")]
pub async fn approve_membership(
    by: By<Leaders>,
    id: Path<MembershipId>,
    command: Command,
    app: Data<App>,
) -> Result<HttpResponse, Problem> {
    let done = command.run(&app, &by, async |connection, acting, _: &Empty| {
        Reply::ok(&approve(connection, acting, &by.principal, *id).await?)
    });
    done.await
}

async fn approve(
    connection: &mut Connection,
    acting: &Acting,
    who: &Principal,
    id: MembershipId,
) -> Result<MembershipJson, Problem> {
    let (before, resident) = locked(connection, acting, id).await?;
    if !who.may_guide(before.team) {
        return Err(Problem::of(Kind::Forbidden));
    }
    let team = teams::lock(connection, acting.community, before.team).await?;
    let team = team.ok_or_else(|| Problem::unexpected("a membership in no team"))?;
    let after = before.clone().approve(&team, &resident, acting.now)?;
    stored(connection, acting, "membership.approve", (&before, &after), resident).await
}
