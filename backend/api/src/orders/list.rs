//! `GET /orders`: a resident's own, or all at the desk.

use actix_web::get;
use actix_web::web::{Data, Json};
use linli_db::orders;
use linli_domain::codes::Code;
use linli_domain::ids::ResidentId;
use linli_domain::orders::OrderState;
use serde::Deserialize;
use utoipa::IntoParams;

use super::json::OrderJson;
use crate::app::App;
use crate::auth::{By, ResidentOrDesk, Roles};
use crate::input::Params;
use crate::paging::{Limit, ListOf, list_of, slice};
use crate::problem::Problem;

/// Which orders.
#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
pub struct OrderParams {
    /// Those that stand there.
    state: Option<OrderState>,
    /// Those of this resident.
    resident_id: Option<ResidentId>,
    /// The one with this pick-up code.
    code: Option<Code>,
    /// `next_cursor` of the page before.
    cursor: Option<String>,
    /// At most so many items; 50 unless given.
    limit: Option<Limit>,
}

/// Orders
///
/// The newest first. Residents have their own only; the desk has all, with names.
#[utoipa::path(
    tag = "orders",
    params(OrderParams),
    responses((status = 200, body = ListOf<OrderJson>)),
    extensions(("x-roles" = json!(ResidentOrDesk::ALLOWED))),
)]
#[get("/orders")]
pub async fn list_orders(
    by: By<ResidentOrDesk>,
    Params(params): Params<OrderParams>,
    app: Data<App>,
) -> Result<Json<ListOf<OrderJson>>, Problem> {
    let slice = slice(params.cursor.as_deref(), params.limit)?;
    let resident = by.listed(params.resident_id)?;
    let filter = orders::Filter { state: params.state, resident, code: params.code };
    let page = orders::list(&mut *app.connection().await?, by.community(), &filter, &slice).await?;
    Ok(Json(list_of(page, |listed| OrderJson::shown_to(&by.principal, listed))))
}
