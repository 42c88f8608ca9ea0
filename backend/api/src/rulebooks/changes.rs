//! `GET /rulebooks/{id}/changes`: what is different from another version, for those who consult on it.

use actix_web::get;
use actix_web::web::{Data, Json, Path};
use linli_db::rulebooks;
use linli_domain::ids::RulebookId;
use serde::Deserialize;
use utoipa::IntoParams;

use super::json::RulebookChanges;
use crate::app::App;
use crate::auth::{Anyone, By, Roles};
use crate::input::Params;
use crate::problem::Problem;

/// Compared with what.
#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
pub struct ChangesParams {
    /// The earlier version; the one with the number before unless given.
    since: Option<RulebookId>,
}

/// What changes with a version
///
/// Rule by rule, in values and in words; what is the same is left out. Drafts can be compared too. Of the first version
/// everything is new.
#[utoipa::path(
    tag = "rulebooks",
    params(("id" = RulebookId, Path), ChangesParams),
    responses((status = 200, body = RulebookChanges)),
    extensions(("x-roles" = json!(Anyone::ALLOWED))),
)]
#[get("/rulebooks/{id}/changes")]
pub async fn get_rulebook_changes(
    by: By<Anyone>,
    id: Path<RulebookId>,
    Params(params): Params<ChangesParams>,
    app: Data<App>,
) -> Result<Json<RulebookChanges>, Problem> {
    let mut connection = app.connection().await?;
    let after = rulebooks::find(&mut connection, by.community(), *id).await?;
    let after = after.ok_or_else(Problem::not_found)?;
    let before = match params.since {
        Some(since) => {
            let found = rulebooks::find(&mut connection, by.community(), since).await?;
            Some(found.ok_or_else(|| Problem::unknown_reference("since"))?)
        }
        None => rulebooks::find_before(&mut connection, by.community(), after.number).await?,
    };
    Ok(Json(RulebookChanges::new(before.as_ref(), &after)))
}
