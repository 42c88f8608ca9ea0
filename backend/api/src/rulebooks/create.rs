//! `POST /rulebooks`: drafting a version.

use actix_web::web::Data;
use actix_web::{HttpResponse, post};
use linli_db::{Connection, communities, rulebooks};
use linli_domain::rulebooks::{Rulebook, Version};

use super::draft::NewRulebook;
use super::json::{RulebookJson, refused};
use super::named::check_named;
use crate::acting::{Acting, Change};
use crate::app::App;
use crate::auth::{Administrators, By, Roles};
use crate::command::{Command, Reply};
use crate::problem::Problem;

/// Draft a rule book
///
/// It gets the next number and earns nothing until it is published.
#[utoipa::path(
    tag = "rulebooks",
    request_body = NewRulebook,
    responses((status = 201, body = RulebookJson)),
    extensions(("x-roles" = json!(Administrators::ALLOWED))),
)]
#[post("/rulebooks")]
pub async fn create_rulebook(
    by: By<Administrators>,
    command: Command,
    app: Data<App>,
) -> Result<HttpResponse, Problem> {
    let done = command.run(&app, &by, async |connection, acting, body: &NewRulebook| {
        let draft = create(connection, acting, body).await?;
        Reply::created(format!("/api/v1/rulebooks/{}", draft.id), &RulebookJson::from(&draft))
    });
    done.await
}

pub(crate) async fn create(
    connection: &mut Connection,
    acting: &Acting,
    new: &NewRulebook,
) -> Result<Version, Problem> {
    // Who drafts and publishes in a community takes turns.
    communities::lock(connection, acting.community).await?;
    let (number, _) = rulebooks::latest(connection, acting.community).await?;
    let title = new.title.as_str().to_owned();
    let draft = Version::draft((acting.id(), number), title, Rulebook::from(&new.book), acting.now)
        .map_err(refused)?;
    check_named(connection, acting.community, &draft.book).await?;
    if !rulebooks::insert(connection, acting.community, &draft).await? {
        return Err(Problem::unexpected("the number of a rule book was taken out of turn"));
    }
    acting.audit(connection, draft.id, Change::made("rulebook.create", &RulebookJson::from(&draft))).await?;
    Ok(draft)
}
