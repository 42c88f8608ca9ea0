//! `DELETE /rulebooks/{id}`: a draft that is not wanted.

use actix_web::web::{Data, Path};
use actix_web::{HttpResponse, delete};
use linli_db::{Connection, communities, rulebooks};
use linli_domain::ids::RulebookId;
use serde_json::json;

use super::json::RulebookJson;
use crate::acting::{Acting, Change};
use crate::app::App;
use crate::auth::{Administrators, By, Roles};
use crate::command::{Command, Reply};
use crate::input::Empty;
use crate::problem::{Kind, Problem};

/// Delete a draft of the rule book
///
/// A published version stays for ever. If it was the last one, the next draft gets its number.
#[utoipa::path(
    tag = "rulebooks",
    params(("id" = RulebookId, Path)),
    responses((status = 200, description = "Deleted")),
    extensions(
        ("x-roles" = json!(Administrators::ALLOWED)),
        ("x-problems" = json!([Kind::AlreadyPublished])),
    ),
)]
#[delete("/rulebooks/{id}")]
pub async fn delete_rulebook(
    by: By<Administrators>,
    id: Path<RulebookId>,
    command: Command,
    app: Data<App>,
) -> Result<HttpResponse, Problem> {
    let done = command.run(&app, &by, async |connection, acting, _: &Empty| {
        remove(connection, acting, *id).await?;
        Reply::ok(&json!({}))
    });
    done.await
}

async fn remove(connection: &mut Connection, acting: &Acting, id: RulebookId) -> Result<(), Problem> {
    // Who drafts and publishes in a community takes turns.
    communities::lock(connection, acting.community).await?;
    let draft = rulebooks::lock(connection, acting.community, id).await?.ok_or_else(Problem::not_found)?;
    draft.check_draft()?;
    rulebooks::delete(connection, acting.community, id).await?;
    acting.audit(connection, id, Change::ended("rulebook.delete", &RulebookJson::from(&draft))).await?;
    Ok(())
}
