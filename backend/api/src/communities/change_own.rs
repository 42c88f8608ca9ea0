//! `PATCH /community`: changing the caller's own community.

use actix_web::web::Data;
use actix_web::{HttpResponse, patch};
use linli_db::{Connection, communities};
use linli_domain::communities::Community;

use super::json::{CommunityChangeJson, CommunityJson};
use crate::acting::{Acting, Change};
use crate::app::App;
use crate::auth::{Administrators, By, Roles};
use crate::command::{Command, Reply};
use crate::problem::Problem;

/// Change the own community
///
/// What is left out stays.
#[utoipa::path(
    tag = "communities",
    request_body = CommunityChangeJson,
    responses((status = 200, body = CommunityJson)),
    extensions(("x-roles" = json!(Administrators::ALLOWED))),
)]
#[patch("/community")]
pub async fn change_own_community(
    by: By<Administrators>,
    command: Command,
    app: Data<App>,
) -> Result<HttpResponse, Problem> {
    let done = command.run(&app, &by, async |connection, acting, body: &CommunityChangeJson| {
        Reply::ok(&CommunityJson::from(&change(connection, acting, body).await?))
    });
    done.await
}

pub(crate) async fn change(
    connection: &mut Connection,
    acting: &Acting,
    change: &CommunityChangeJson,
) -> Result<Community, Problem> {
    let before = communities::lock(connection, acting.community).await?.ok_or_else(Problem::not_found)?;
    let after = before.changed(change.into());
    communities::update(connection, &after).await?;
    let line =
        Change::changed("community.change", &CommunityJson::from(&before), &CommunityJson::from(&after));
    acting.audit(connection, after.id, line).await?;
    Ok(after)
}
