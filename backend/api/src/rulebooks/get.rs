//! `GET /rulebooks/{id}`: one version.

use actix_web::get;
use actix_web::web::{Data, Json, Path};
use linli_db::rulebooks;
use linli_domain::ids::RulebookId;

use super::json::RulebookJson;
use crate::app::App;
use crate::auth::{Anyone, By, Roles};
use crate::problem::Problem;

/// A version of the rule book
#[utoipa::path(
    tag = "rulebooks",
    params(("id" = RulebookId, Path)),
    responses((status = 200, body = RulebookJson)),
    extensions(("x-roles" = json!(Anyone::ALLOWED))),
)]
#[get("/rulebooks/{id}")]
pub async fn get_rulebook(
    by: By<Anyone>,
    id: Path<RulebookId>,
    app: Data<App>,
) -> Result<Json<RulebookJson>, Problem> {
    let version = rulebooks::find(&mut *app.connection().await?, by.community(), *id).await?;
    let version = version.ok_or_else(Problem::not_found)?;
    Ok(Json(RulebookJson::from(&version)))
}
