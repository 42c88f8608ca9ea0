//! `GET /verifications`: whether the figures are what their rows say.

use actix_web::get;
use actix_web::web::{Data, Json};
use linli_db::verifications;

use super::json::VerificationJson;
use crate::app::App;
use crate::auth::{By, Desk, Roles};
use crate::input::Params;
use crate::paging::{ListOf, ListParams, list_of, slice};
use crate::problem::Problem;

/// Verifications
///
/// What came of recomputing every balance, hold, stock, quota and seal, the newest first: by the program once a night, and
/// whenever somebody ran `linli ledger verify`.
#[utoipa::path(
    tag = "verifications",
    params(ListParams),
    responses((status = 200, body = ListOf<VerificationJson>)),
    extensions(("x-roles" = json!(Desk::ALLOWED))),
)]
#[get("/verifications")]
pub async fn list_verifications(
    by: By<Desk>,
    Params(params): Params<ListParams>,
    app: Data<App>,
) -> Result<Json<ListOf<VerificationJson>>, Problem> {
    let slice = slice(params.cursor.as_deref(), params.limit)?;
    let page = verifications::list(&mut *app.connection().await?, by.community(), &slice).await?;
    Ok(Json(list_of(page, VerificationJson::from)))
}
