//! `GET /orders/{id}`: one order.

use actix_web::get;
use actix_web::web::{Data, Json, Path};
use linli_db::orders;
use linli_domain::ids::OrderId;

use super::json::OrderJson;
use crate::app::App;
use crate::auth::{By, ResidentOrDesk, Roles};
use crate::problem::Problem;

/// An order
///
/// For the desk and its resident.
#[utoipa::path(
    tag = "orders",
    params(("id" = OrderId, Path)),
    responses((status = 200, body = OrderJson)),
    extensions(("x-roles" = json!(ResidentOrDesk::ALLOWED))),
)]
#[get("/orders/{id}")]
pub async fn get_order(
    by: By<ResidentOrDesk>,
    id: Path<OrderId>,
    app: Data<App>,
) -> Result<Json<OrderJson>, Problem> {
    let found = orders::find(&mut *app.connection().await?, by.community(), *id).await?;
    let found = found.ok_or_else(Problem::not_found)?;
    by.resident(Some(found.order.resident))?;
    Ok(Json(OrderJson::shown_to(&by.principal, found)))
}
