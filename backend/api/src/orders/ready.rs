//! `POST /orders/{id}/ready`: the goods of an order lie ready.

use actix_web::web::{Data, Path};
use actix_web::{HttpResponse, post};
use linli_db::{Connection, orders};
use linli_domain::ids::OrderId;

use super::json::{OrderJson, Step};
use super::show;
use crate::acting::{Acting, Change};
use crate::app::App;
use crate::auth::{By, Desk, Roles};
use crate::command::{Command, Reply};
use crate::communities::own_community;
use crate::input::Empty;
use crate::problem::{Kind, Problem};

/// Make an order ready
///
/// Its goods are set aside at the counter, for as many days as the community keeps them; services have none.
#[utoipa::path(
    tag = "orders",
    params(("id" = OrderId, Path)),
    responses((status = 200, body = OrderJson)),
    extensions(("x-roles" = json!(Desk::ALLOWED)), ("x-problems" = json!([Kind::WrongState, Kind::RewardIsService]))),
)]
#[post("/orders/{id}/ready")]
pub async fn ready_order(
    by: By<Desk>,
    id: Path<OrderId>,
    command: Command,
    app: Data<App>,
) -> Result<HttpResponse, Problem> {
    let done = command.run(&app, &by, async |connection, acting, _: &Empty| {
        make_ready(connection, acting, *id).await?;
        Reply::ok(&show(connection, &by.principal, *id).await?)
    });
    done.await
}

pub(crate) async fn make_ready(
    connection: &mut Connection,
    acting: &Acting,
    id: OrderId,
) -> Result<(), Problem> {
    let before = orders::lock(connection, acting.community, id).await?.ok_or_else(Problem::not_found)?;
    let community = own_community(connection, acting.community).await?;
    let after = before.made_ready(acting.now, community.pickup_until(acting.now))?;
    orders::update(connection, acting.community, &after).await?;
    let [before, after] = [before, after].map(|order| Step { state: order.state, reason: None });
    acting.audit(connection, id, Change::changed("order.ready", &before, &after)).await?;
    Ok(())
}
