//! `GET /transfers`: the ledger as the desk sees it.

use actix_web::get;
use actix_web::web::{Data, Json};
use linli_db::ledger::{self, TransferFilter};
use linli_domain::ids::ResidentId;
use linli_domain::ledger::TransferCode;
use serde::Deserialize;
use utoipa::IntoParams;
use uuid::Uuid;

use super::json::TransferJson;
use crate::app::App;
use crate::auth::{By, Desk, Roles};
use crate::input::Params;
use crate::paging::{Limit, ListOf, list_of, slice};
use crate::problem::Problem;

/// Which transfers.
#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
pub struct TransferParams {
    /// Of this resident's wallet.
    resident_id: Option<ResidentId>,
    /// Of this kind.
    code: Option<TransferCode>,
    /// Caused by this thing: an attendance, a voucher, an order, a transfer (which it takes back), a
    /// resident, an import.
    cause_id: Option<Uuid>,
    /// `next_cursor` of the page before.
    cursor: Option<String>,
    /// At most so many items; 50 unless given.
    limit: Option<Limit>,
}

/// Transfers
///
/// The newest first.
#[utoipa::path(
    tag = "ledger",
    params(TransferParams),
    responses((status = 200, body = ListOf<TransferJson>)),
    extensions(("x-roles" = json!(Desk::ALLOWED))),
)]
#[get("/transfers")]
pub async fn list_transfers(
    by: By<Desk>,
    Params(params): Params<TransferParams>,
    app: Data<App>,
) -> Result<Json<ListOf<TransferJson>>, Problem> {
    let slice = slice(params.cursor.as_deref(), params.limit)?;
    let filter = TransferFilter { resident: params.resident_id, code: params.code, cause: params.cause_id };
    let page = ledger::transfers(&mut *app.connection().await?, by.community(), &filter, &slice).await?;
    Ok(Json(list_of(page, TransferJson::from)))
}
