//! `POST /orders/{id}/cancel`: the goods go back on the shelf, or the seat to the slot; the points are free again.

use actix_web::web::{Data, Path};
use actix_web::{HttpResponse, post};
use linli_db::{Connection, orders};
use linli_domain::ids::OrderId;
use linli_domain::orders::Order;

use super::json::{CancelRequest, OrderJson};
use super::release::release_all;
use super::show;
use crate::acting::Acting;
use crate::app::App;
use crate::auth::{By, ResidentOrDesk, Roles};
use crate::command::{Command, Reply};
use crate::input::Reason;
use crate::problem::{Kind, Problem};

/// Cancel an order
///
/// By its resident, or by the desk in the resident's place, as long as it is not picked up; a service until its slot
/// begins.
#[utoipa::path(
    tag = "orders",
    params(("id" = OrderId, Path)),
    request_body = CancelRequest,
    responses((status = 200, body = OrderJson)),
    extensions(("x-roles" = json!(ResidentOrDesk::ALLOWED)), ("x-problems" = json!([Kind::WrongState, Kind::SlotBegun]))),
)]
#[post("/orders/{id}/cancel")]
pub async fn cancel_order(
    by: By<ResidentOrDesk>,
    id: Path<OrderId>,
    command: Command,
    app: Data<App>,
) -> Result<HttpResponse, Problem> {
    let done = command.run(&app, &by, async |connection, acting, body: &CancelRequest| {
        cancel_own(connection, acting, &by, (*id, body)).await?;
        Reply::ok(&show(connection, &by.principal, *id).await?)
    });
    done.await
}

async fn cancel_own(
    connection: &mut Connection,
    acting: &Acting,
    by: &By<ResidentOrDesk>,
    (id, body): (OrderId, &CancelRequest),
) -> Result<(), Problem> {
    let before = orders::lock(connection, acting.community, id).await?.ok_or_else(Problem::not_found)?;
    if !by.principal.may_act_for(before.resident) {
        return Err(Problem::of(Kind::Forbidden));
    }
    let acting = acting.clone().on_behalf_of(by.in_place_of(before.resident));
    cancel(connection, &acting, before, body.reason.as_ref().map(Reason::as_str)).await
}

/// Cancels an order, which is locked.
pub(crate) async fn cancel(
    connection: &mut Connection,
    acting: &Acting,
    before: Order,
    reason: Option<&str>,
) -> Result<(), Problem> {
    let after = before.cancelled(acting.now)?;
    release_all(connection, acting, ("order.cancel", reason), &[(before, after)]).await
}
