//! `GET /residents/{id}/transfers`: what a resident's wallet gained and lost, and why.

use actix_web::get;
use actix_web::web::{Data, Json, Path};
use linli_db::ledger::{self, TransferFilter};
use linli_domain::ids::ResidentId;

use super::json::ResidentTransferJson;
use crate::app::App;
use crate::auth::{Anyone, By, Roles};
use crate::input::Params;
use crate::paging::{ListOf, ListParams, list_of, slice};
use crate::problem::{Kind, Problem};

/// A resident's transfers
///
/// The newest first, as the resident sees them. For the desk, the social workers and the resident.
#[utoipa::path(
    tag = "ledger",
    params(("id" = ResidentId, Path), ListParams),
    responses((status = 200, body = ListOf<ResidentTransferJson>)),
    extensions(("x-roles" = json!(Anyone::ALLOWED))),
)]
#[get("/residents/{id}/transfers")]
pub async fn list_resident_transfers(
    by: By<Anyone>,
    id: Path<ResidentId>,
    Params(params): Params<ListParams>,
    app: Data<App>,
) -> Result<Json<ListOf<ResidentTransferJson>>, Problem> {
    let slice = slice(params.cursor.as_deref(), params.limit)?;
    let connection = &mut *app.connection().await?;
    ledger::find_wallet(connection, by.community(), *id).await?.ok_or_else(Problem::not_found)?;
    if !by.principal.may_see(*id) {
        return Err(Problem::of(Kind::Forbidden));
    }
    let filter = TransferFilter { resident: Some(*id), ..TransferFilter::default() };
    let page = ledger::transfers(connection, by.community(), &filter, &slice).await?;
    Ok(Json(list_of(page, |transfer| ResidentTransferJson::of(*id, transfer))))
}
