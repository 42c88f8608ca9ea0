//! `POST /memberships/{id}/position`: making a member a leader, or a leader a member.

use actix_web::web::{Data, Path};
use actix_web::{HttpResponse, post};
use linli_domain::ids::MembershipId;

use super::json::{MembershipJson, NewPosition};
use super::steps::{locked, stored};
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
        let (before, resident) = locked(connection, acting, *id).await?;
        let after = before.clone().placed(body.position)?;
        Reply::ok(&stored(connection, acting, "membership.position", (&before, &after), resident).await?)
    });
    done.await
}
