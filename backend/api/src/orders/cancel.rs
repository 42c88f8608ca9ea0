//! `POST /orders/{id}/cancel`: the goods go back on the shelf, the points are free again.

use actix_web::web::{Data, Path};
use actix_web::{HttpResponse, post};
use linli_db::{Connection, orders};
use linli_domain::ids::OrderId;

use super::json::{CancelRequest, OrderJson, Step};
use super::{give_back, show};
use crate::acting::{Acting, Change};
use crate::app::App;
use crate::auth::{By, ResidentOrDesk, Roles};
use crate::command::{Command, Reply};
use crate::ledger::release_for;
use crate::problem::{Kind, Problem};

/// Cancel an order
///
/// By its resident, or by the desk in the resident's place, as long as it is not picked up.
#[utoipa::path(
    tag = "orders",
    params(("id" = OrderId, Path)),
    request_body = CancelRequest,
    responses((status = 200, body = OrderJson)),
    extensions(("x-roles" = json!(ResidentOrDesk::ALLOWED)), ("x-problems" = json!([Kind::WrongState]))),
)]
#[post("/orders/{id}/cancel")]
pub async fn cancel_order(
    by: By<ResidentOrDesk>,
    id: Path<OrderId>,
    command: Command,
    app: Data<App>,
) -> Result<HttpResponse, Problem> {
    let done = command.run(&app, &by, async |connection, acting, body: &CancelRequest| {
        cancel(connection, acting, &by, *id, body).await?;
        Reply::ok(&show(connection, &by.principal, *id).await?)
    });
    done.await
}

async fn cancel(
    connection: &mut Connection,
    acting: &Acting,
    by: &By<ResidentOrDesk>,
    id: OrderId,
    body: &CancelRequest,
) -> Result<(), Problem> {
    let before = orders::lock(connection, acting.community, id).await?.ok_or_else(Problem::not_found)?;
    if !by.principal.may_act_for(before.resident) {
        return Err(Problem::of(Kind::Forbidden));
    }
    let after = before.cancelled(acting.now)?;
    orders::update(connection, acting.community, &after).await?;
    give_back(connection, acting, std::iter::once(&before)).await?;
    release_for(connection, acting, &[before.cause()]).await?;
    let acting = acting.clone().on_behalf_of(by.in_place_of(before.resident));
    let before = Step { state: before.state, reason: None };
    let after = Step { state: after.state, reason: body.reason.as_ref().map(|reason| reason.as_str()) };
    acting.audit(connection, id, Change::changed("order.cancel", &before, &after)).await?;
    Ok(())
}
