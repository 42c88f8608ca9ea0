//! `GET /funds/{id}`: one fund.

use actix_web::get;
use actix_web::web::{Data, Json, Path};
use linli_db::funds;
use linli_domain::ids::FundId;

use super::json::FundJson;
use crate::app::App;
use crate::auth::{Anyone, By, Roles};
use crate::problem::Problem;

/// A fund
#[utoipa::path(
    tag = "funds",
    params(("id" = FundId, Path)),
    responses((status = 200, body = FundJson)),
    extensions(("x-roles" = json!(Anyone::ALLOWED))),
)]
#[get("/funds/{id}")]
pub async fn get_fund(by: By<Anyone>, id: Path<FundId>, app: Data<App>) -> Result<Json<FundJson>, Problem> {
    let mut connection = app.connection().await?;
    let fund = funds::find(&mut connection, by.community(), *id).await?.ok_or_else(Problem::not_found)?;
    let totals = funds::totals(&mut connection, by.community(), &[fund.id]).await?;
    Ok(Json(FundJson::with(&fund, totals.get(&fund.id).copied().unwrap_or_default())))
}
