//! `GET /transfers/{id}`: one transfer.

use actix_web::get;
use actix_web::web::{Data, Json, Path};
use linli_db::ledger;
use linli_domain::ids::TransferId;

use super::json::NamedTransferJson;
use crate::app::App;
use crate::auth::{By, Desk, Roles};
use crate::problem::Problem;

/// A transfer
#[utoipa::path(
    tag = "ledger",
    params(("id" = TransferId, Path)),
    responses((status = 200, body = NamedTransferJson)),
    extensions(("x-roles" = json!(Desk::ALLOWED))),
)]
#[get("/transfers/{id}")]
pub async fn get_transfer(
    by: By<Desk>,
    id: Path<TransferId>,
    app: Data<App>,
) -> Result<Json<NamedTransferJson>, Problem> {
    let found = ledger::find_named_transfer(&mut *app.connection().await?, by.community(), *id).await?;
    Ok(Json(NamedTransferJson::from(found.ok_or_else(Problem::not_found)?)))
}
