//! `POST /memberships/{id}/position`: making a member a leader, or a leader a member.

use actix_web::web::{Data, Path};
use actix_web::{HttpResponse, post};
use linli_db::Connection;
use linli_domain::ids::MembershipId;
use linli_domain::memberships::Position;

use super::json::{MembershipJson, NewPosition};
use super::steps::{locked, stored};
use crate::acting::Acting;
use crate::app::App;
use crate::auth::{By, Guides, Roles};
use crate::command::{Command, Reply};
use crate::problem::{Kind, Problem};

/// Set a member's position
///
/// A leader is one from this moment on: the next request of the account may do all that leaders may.
#[utoipa::path(
    tag = "memberships",
    params(("id" = MembershipId, Path)),
    request_body = NewPosition,
    responses((status = 200, body = MembershipJson)),
    extensions(("x-roles" = json!(Guides::ALLOWED)), ("x-problems" = json!([Kind::NotAMember]))),
)]
#[post("/memberships/{id}/position")]
pub async fn position_membership(
    by: By<Guides>,
    id: Path<MembershipId>,
    command: Command,
    app: Data<App>,
) -> Result<HttpResponse, Problem> {
    let done = command.run(&app, &by, async |connection, acting, body: &NewPosition| {
        Reply::ok(&place(connection, acting, *id, body.position).await?)
    });
    done.await
}

pub(crate) async fn place(
    connection: &mut Connection,
    acting: &Acting,
    id: MembershipId,
    position: Position,
) -> Result<MembershipJson, Problem> {
    let (before, resident) = locked(connection, acting, id).await?;
    let after = before.clone().placed(position)?;
    stored(connection, acting, "membership.position", (&before, &after), resident).await
}
