//! `POST /rulebooks/{id}/publish`: from when a draft is in force.

use actix_web::web::{Data, Path};
use actix_web::{HttpResponse, post};
use linli_db::{Connection, communities, rulebooks};
use linli_domain::ids::RulebookId;
use linli_domain::rulebooks::Version;
use serde_json::json;

use super::draft::Publication;
use super::json::{RulebookJson, refused};
use crate::acting::{Acting, Change};
use crate::app::App;
use crate::auth::{Administrators, By, Roles};
use crate::command::{Command, Reply};
use crate::input::Moment;
use crate::problem::{Kind, Problem};

/// Publish a draft
///
/// It comes into force after every version published before, at the earliest now, and is never changed again.
#[utoipa::path(
    tag = "rulebooks",
    params(("id" = RulebookId, Path)),
    request_body = Publication,
    responses((status = 200, body = RulebookJson)),
    extensions(
        ("x-roles" = json!(Administrators::ALLOWED)),
        ("x-problems" = json!([Kind::AlreadyPublished, Kind::InForceTooEarly])),
    ),
)]
#[post("/rulebooks/{id}/publish")]
pub async fn publish_rulebook(
    by: By<Administrators>,
    id: Path<RulebookId>,
    command: Command,
    app: Data<App>,
) -> Result<HttpResponse, Problem> {
    let done = command.run(&app, &by, async |connection, acting, body: &Publication| {
        Reply::ok(&RulebookJson::from(&publish(connection, acting, *id, body).await?))
    });
    done.await
}

pub(crate) async fn publish(
    connection: &mut Connection,
    acting: &Acting,
    id: RulebookId,
    publication: &Publication,
) -> Result<Version, Problem> {
    // Who drafts and publishes in a community takes turns.
    communities::lock(connection, acting.community).await?;
    let draft = rulebooks::lock(connection, acting.community, id).await?.ok_or_else(Problem::not_found)?;
    let (_, latest) = rulebooks::latest(connection, acting.community).await?;
    let from = publication.in_force_from.map_or(acting.now, Moment::get);
    let published = draft.publish(from, latest, acting.now).map_err(refused)?;
    rulebooks::update(connection, acting.community, &published).await?;
    let after = json!({ "version": published.number, "in_force_from": published.in_force_from });
    acting.audit(connection, id, Change::made("rulebook.publish", &after)).await?;
    Ok(published)
}
