//! `DELETE /activities/{id}`: taking a proposal away.

use actix_web::web::{Data, Path};
use actix_web::{HttpResponse, delete};
use linli_db::{Connection, activities, shifts};
use linli_domain::ids::ActivityId;
use linli_domain::roles::Principal;
use serde_json::json;

use super::json::ActivityJson;
use crate::acting::{Acting, Change};
use crate::app::App;
use crate::auth::{By, Leaders, Roles};
use crate::command::{Command, Reply};
use crate::input::Empty;
use crate::problem::{Kind, Problem};

/// Delete a draft
///
/// Also one that was sent back. What has passed its review is called off instead.
#[utoipa::path(
    tag = "activities",
    params(("id" = ActivityId, Path)),
    responses((status = 200, description = "Deleted")),
    extensions(("x-roles" = json!(Leaders::ALLOWED)), ("x-problems" = json!([Kind::WrongState]))),
)]
#[delete("/activities/{id}")]
pub async fn delete_activity(
    by: By<Leaders>,
    id: Path<ActivityId>,
    command: Command,
    app: Data<App>,
) -> Result<HttpResponse, Problem> {
    let done = command.run(&app, &by, async |connection, acting, _: &Empty| {
        remove(connection, acting, &by.principal, *id).await?;
        Reply::ok(&json!({}))
    });
    done.await
}

async fn remove(
    connection: &mut Connection,
    acting: &Acting,
    who: &Principal,
    id: ActivityId,
) -> Result<(), Problem> {
    let community = acting.community;
    let draft = activities::lock(connection, community, id).await?.ok_or_else(Problem::not_found)?;
    if !who.may_guide(draft.team) {
        return Err(Problem::of(Kind::Forbidden));
    }
    draft.check_draft()?;
    let names = activities::names(connection, community, &draft).await?;
    let of = shifts::of(connection, community, &[id]).await?;
    shifts::delete_of(connection, community, id).await?;
    activities::delete(connection, community, id).await?;
    let line = Change::ended("activity.delete", &ActivityJson::of(&draft, &names, &of));
    acting.audit(connection, id, line).await?;
    Ok(())
}
