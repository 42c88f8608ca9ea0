//! `GET /seals`: the chain of daily seals.

use actix_web::get;
use actix_web::web::{Data, Json};
use linli_db::seals;

use super::json::SealJson;
use crate::app::App;
use crate::auth::{By, Desk, Roles};
use crate::input::Params;
use crate::paging::{ListOf, ListParams, list_of, slice};
use crate::problem::Problem;

/// Daily seals
///
/// The newest day first. Publish the newest `hash` where nobody can change it, on the notice board for example: it covers
/// all days up to its own.
#[utoipa::path(
    tag = "seals",
    params(ListParams),
    responses((status = 200, body = ListOf<SealJson>)),
    extensions(("x-roles" = json!(Desk::ALLOWED))),
)]
#[get("/seals")]
pub async fn list_seals(
    by: By<Desk>,
    Params(params): Params<ListParams>,
    app: Data<App>,
) -> Result<Json<ListOf<SealJson>>, Problem> {
    let slice = slice(params.cursor.as_deref(), params.limit)?;
    let page = seals::list(&mut *app.connection().await?, by.community(), &slice).await?;
    Ok(Json(list_of(page, SealJson::from)))
}
