//! `GET /vouchers`: a resident's vouchers.

use actix_web::get;
use actix_web::web::{Data, Json};
use linli_db::vouchers;
use linli_domain::ids::ResidentId;
use linli_domain::vouchers::VoucherState;
use serde::Deserialize;
use utoipa::IntoParams;

use super::json::VoucherJson;
use crate::app::App;
use crate::auth::{By, ResidentOrDesk, Roles};
use crate::input::Params;
use crate::paging::{Limit, ListOf, list_of, slice};
use crate::problem::Problem;

/// Which vouchers.
#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
pub struct VoucherParams {
    /// Whose; the caller's unless given. Only the desk names another resident.
    resident_id: Option<ResidentId>,
    /// In this state.
    state: Option<VoucherState>,
    /// `next_cursor` of the page before.
    cursor: Option<String>,
    /// At most so many items; 50 unless given.
    limit: Option<Limit>,
}

/// A resident's vouchers
///
/// The newest first.
#[utoipa::path(
    tag = "vouchers",
    params(VoucherParams),
    responses((status = 200, body = ListOf<VoucherJson>)),
    extensions(("x-roles" = json!(ResidentOrDesk::ALLOWED))),
)]
#[get("/vouchers")]
pub async fn list_vouchers(
    by: By<ResidentOrDesk>,
    Params(params): Params<VoucherParams>,
    app: Data<App>,
) -> Result<Json<ListOf<VoucherJson>>, Problem> {
    let slice = slice(params.cursor.as_deref(), params.limit)?;
    let resident = by.resident(params.resident_id)?;
    let filter = vouchers::Filter { resident: Some(resident), offer: None, state: params.state };
    let page = vouchers::list(&mut *app.connection().await?, by.community(), &filter, &slice).await?;
    Ok(Json(list_of(page, |whole| VoucherJson::from(&whole))))
}
