//! `GET /wish-polls/{id}/suggestions`: what voters wish for beside the candidates.

use actix_web::get;
use actix_web::web::{Data, Json, Path};
use linli_db::wish_polls;
use linli_domain::ids::WishPollId;

use super::json::WishSuggestionJson;
use crate::app::App;
use crate::auth::{By, Desk, Roles};
use crate::input::Params;
use crate::paging::{ListOf, ListParams, list_of, slice};
use crate::problem::Problem;

/// Suggestions
///
/// Also while the poll is open, so that the desk can take them up. Never whose they are.
#[utoipa::path(
    tag = "wish-polls",
    params(("id" = WishPollId, Path), ListParams),
    responses((status = 200, body = ListOf<WishSuggestionJson>)),
    extensions(("x-roles" = json!(Desk::ALLOWED))),
)]
#[get("/wish-polls/{id}/suggestions")]
pub async fn list_wish_suggestions(
    by: By<Desk>,
    id: Path<WishPollId>,
    Params(params): Params<ListParams>,
    app: Data<App>,
) -> Result<Json<ListOf<WishSuggestionJson>>, Problem> {
    let slice = slice(params.cursor.as_deref(), params.limit)?;
    let mut connection = app.connection().await?;
    wish_polls::find(&mut connection, by.community(), *id).await?.ok_or_else(Problem::not_found)?;
    let page = wish_polls::suggestions(&mut connection, by.community(), *id, &slice).await?;
    Ok(Json(list_of(page, |one| WishSuggestionJson { name: one.name, count: one.count })))
}
