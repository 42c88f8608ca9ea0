//! `GET /stocktakes/{id}`: one stocktake.

use actix_web::get;
use actix_web::web::{Data, Json, Path};
use linli_db::stocktakes;
use linli_domain::ids::StocktakeId;

use super::json::StocktakeJson;
use crate::app::App;
use crate::auth::{By, Desk, Roles};
use crate::problem::Problem;

/// A stocktake
#[utoipa::path(
    tag = "stocktakes",
    params(("id" = StocktakeId, Path)),
    responses((status = 200, body = StocktakeJson)),
    extensions(("x-roles" = json!(Desk::ALLOWED))),
)]
#[get("/stocktakes/{id}")]
pub async fn get_stocktake(
    by: By<Desk>,
    id: Path<StocktakeId>,
    app: Data<App>,
) -> Result<Json<StocktakeJson>, Problem> {
    let found = stocktakes::find(&mut *app.connection().await?, by.community(), *id).await?;
    let (stocktake, actor) = found.ok_or_else(Problem::not_found)?;
    Ok(Json(StocktakeJson::by(stocktake, actor)))
}
