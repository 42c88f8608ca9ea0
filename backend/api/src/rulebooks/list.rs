//! `GET /rulebooks`: all versions.

use actix_web::get;
use actix_web::web::{Data, Json};
use linli_db::rulebooks;

use super::json::RulebookJson;
use crate::app::App;
use crate::auth::{Anyone, By, Roles};
use crate::input::Params;
use crate::paging::{ListOf, ListParams, list_of, slice};
use crate::problem::Problem;

/// The versions of the rule book
///
/// Drafts too, in the order of their numbers.
#[utoipa::path(
    tag = "rulebooks",
    params(ListParams),
    responses((status = 200, body = ListOf<RulebookJson>)),
    extensions(("x-roles" = json!(Anyone::ALLOWED))),
)]
#[get("/rulebooks")]
pub async fn list_rulebooks(
    by: By<Anyone>,
    Params(params): Params<ListParams>,
    app: Data<App>,
) -> Result<Json<ListOf<RulebookJson>>, Problem> {
    let slice = slice(params.cursor.as_deref(), params.limit)?;
    let page = rulebooks::list(&mut *app.connection().await?, by.community(), &slice).await?;
    Ok(Json(list_of(page, |version| RulebookJson::from(&version))))
}
