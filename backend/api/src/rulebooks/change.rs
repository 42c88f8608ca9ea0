//! `PATCH /rulebooks/{id}`: changing a draft.

use actix_web::web::{Data, Path};
use actix_web::{HttpResponse, patch};
use linli_db::{Connection, rulebooks};
use linli_domain::ids::RulebookId;
use linli_domain::rulebooks::{Rulebook, Version};

use super::draft::RulebookChange;
use super::json::{RulebookJson, refused};
use super::named::check_named;
use crate::acting::{Acting, Change};
use crate::app::App;
use crate::auth::{Administrators, By, Roles};
use crate::command::{Command, Reply};
use crate::problem::{Kind, Problem};

/// Change a draft
///
/// What is left out stays. A published version is never changed.
#[utoipa::path(
    tag = "rulebooks",
    params(("id" = RulebookId, Path)),
    request_body = RulebookChange,
    responses((status = 200, body = RulebookJson)),
    extensions(
        ("x-roles" = json!(Administrators::ALLOWED)),
        ("x-problems" = json!([Kind::AlreadyPublished])),
    ),
)]
#[patch("/rulebooks/{id}")]
pub async fn change_rulebook(
    by: By<Administrators>,
    id: Path<RulebookId>,
    command: Command,
    app: Data<App>,
) -> Result<HttpResponse, Problem> {
    let done = command.run(&app, &by, async |connection, acting, body: &RulebookChange| {
        Reply::ok(&RulebookJson::from(&change(connection, acting, *id, body).await?))
    });
    done.await
}

async fn change(
    connection: &mut Connection,
    acting: &Acting,
    id: RulebookId,
    change: &RulebookChange,
) -> Result<Version, Problem> {
    let draft = rulebooks::lock(connection, acting.community, id).await?.ok_or_else(Problem::not_found)?;
    let before = RulebookJson::from(&draft);
    let title = change.title.as_ref().map(|title| title.as_str().to_owned());
    let after = draft.change(title, change.book.as_ref().map(Rulebook::from)).map_err(refused)?;
    check_named(connection, acting.community, &after.book).await?;
    rulebooks::update(connection, acting.community, &after).await?;
    let line = Change::changed("rulebook.change", &before, &RulebookJson::from(&after));
    acting.audit(connection, id, line).await?;
    Ok(after)
}
