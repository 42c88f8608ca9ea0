//! `GET /failed-confirmations`: what failed at the counter, and why.

use actix_web::get;
use actix_web::web::{Data, Json};
use linli_db::confirmations::list_failed;
use linli_domain::ids::StoreId;
use serde::Deserialize;
use utoipa::IntoParams;

use super::json::FailedConfirmationJson;
use super::stores_of;
use crate::app::App;
use crate::auth::{By, MerchantsOrDesk, Roles};
use crate::input::Params;
use crate::paging::{Limit, ListOf, list_of, slice};
use crate::problem::Problem;

/// Which failed confirmations.
#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
pub struct FailedConfirmationParams {
    /// In this store; in all that the caller sees unless given.
    store_id: Option<StoreId>,
    /// `next_cursor` of the page before.
    cursor: Option<String>,
    /// At most so many items; 50 unless given.
    limit: Option<Limit>,
}

/// Confirmations that failed
///
/// The newest first. Merchants see their own stores.
#[utoipa::path(
    tag = "confirmations",
    params(FailedConfirmationParams),
    responses((status = 200, body = ListOf<FailedConfirmationJson>)),
    extensions(("x-roles" = json!(MerchantsOrDesk::ALLOWED))),
)]
#[get("/failed-confirmations")]
pub async fn list_failed_confirmations(
    by: By<MerchantsOrDesk>,
    Params(params): Params<FailedConfirmationParams>,
    app: Data<App>,
) -> Result<Json<ListOf<FailedConfirmationJson>>, Problem> {
    let slice = slice(params.cursor.as_deref(), params.limit)?;
    let stores = stores_of(&by.principal, params.store_id)?;
    let mut connection = app.connection().await?;
    let page = list_failed(&mut connection, by.community(), stores.as_deref(), &slice).await?;
    let page = page.try_map(FailedConfirmationJson::try_from)?;
    Ok(Json(list_of(page, |failed| failed)))
}
