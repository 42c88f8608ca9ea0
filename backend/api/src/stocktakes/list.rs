//! `GET /stocktakes`: all that was counted.

use actix_web::get;
use actix_web::web::{Data, Json};
use linli_db::stocktakes;

use super::json::StocktakeJson;
use crate::app::App;
use crate::auth::{By, Desk, Roles};
use crate::input::Params;
use crate::paging::{ListOf, ListParams, list_of, slice};
use crate::problem::Problem;

/// Stocktakes
///
/// The newest first.
#[utoipa::path(
    tag = "stocktakes",
    params(ListParams),
    responses((status = 200, body = ListOf<StocktakeJson>)),
    extensions(("x-roles" = json!(Desk::ALLOWED))),
)]
#[get("/stocktakes")]
pub async fn list_stocktakes(
    by: By<Desk>,
    Params(params): Params<ListParams>,
    app: Data<App>,
) -> Result<Json<ListOf<StocktakeJson>>, Problem> {
    let slice = slice(params.cursor.as_deref(), params.limit)?;
    let page = stocktakes::list(&mut *app.connection().await?, by.community(), &slice).await?;
    Ok(Json(list_of(page, |(stocktake, actor)| StocktakeJson::by(stocktake, actor))))
}
