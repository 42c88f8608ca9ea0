//! `POST /memberships/{id}/end`: leaving a team, or taking the request back.

use actix_web::web::{Data, Path};
use actix_web::{HttpResponse, post};
use linli_domain::ids::MembershipId;

use super::json::MembershipJson;
use super::steps::{locked, stored};
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
        let (before, resident) = locked(connection, acting, *id).await?;
        if !by.principal.may_end_membership(before.team, before.resident) {
            return Err(Problem::of(Kind::Forbidden));
        }
        let after = before.clone().end(acting.now)?;
        Reply::ok(&stored(connection, acting, "membership.end", (&before, &after), resident).await?)
    });
    done.await
}
