//! `POST /orders/{id}/pick-up`: the goods are handed over, or the service was given, and the points that were held for them are spent.

use actix_web::web::{Data, Path};
use actix_web::{HttpResponse, post};
use linli_db::{Connection, ledger, orders, rewards, stock_movements};
use linli_domain::ids::OrderId;
use linli_domain::orders::{Order, OrderLine};
use linli_domain::rewards::{RewardKind, StockMovement, StockMovementKind};

use super::json::{OrderJson, PickUpRequest, Step};
use super::show;
use crate::acting::{Acting, Change};
use crate::app::App;
use crate::auth::{By, Desk, Roles};
use crate::command::{Command, Reply};
use crate::communities::own_community;
use crate::input::Reason;
use crate::ledger::post_all;
use crate::problem::{Kind, Problem};

/// Hand an order over
///
/// From the counter at once, or after it was made ready: the points that were held are spent, the goods leave the
/// stock. A service was given 已服务: from half an hour before its slot to the end of the day, also after the slot is over.
#[utoipa::path(
    tag = "orders",
    params(("id" = OrderId, Path)),
    request_body = PickUpRequest,
    responses((status = 200, body = OrderJson)),
    extensions(("x-roles" = json!(Desk::ALLOWED)), ("x-problems" = json!([Kind::WrongState, Kind::CounterClosed, Kind::OutsideSlot]))),
)]
#[post("/orders/{id}/pick-up")]
pub async fn pick_up_order(
    by: By<Desk>,
    id: Path<OrderId>,
    command: Command,
    app: Data<App>,
) -> Result<HttpResponse, Problem> {
    let done = command.run(&app, &by, async |connection, acting, body: &PickUpRequest| {
        hand_over(connection, acting, *id, body.override_reason.as_ref()).await?;
        Reply::ok(&show(connection, &by.principal, *id).await?)
    });
    done.await
}

pub(crate) async fn hand_over(
    connection: &mut Connection,
    acting: &Acting,
    id: OrderId,
    reason: Option<&Reason>,
) -> Result<(), Problem> {
    let before = orders::lock(connection, acting.community, id).await?.ok_or_else(Problem::not_found)?;
    let after = before.picked_up(acting.now)?;
    let community = own_community(connection, acting.community).await?;
    before.check_day(&community, reason.is_some(), acting.now)?;
    if before.kind() == RewardKind::Goods {
        hand_out(connection, acting, &before).await?;
    }
    orders::update(connection, acting.community, &after).await?;
    let held = ledger::held_for(connection, acting.community, &[before.cause()]).await?;
    // What an order spends that the desk placed in the resident's place is spent in the resident's place.
    let acting = acting.clone().on_behalf_of(before.in_place_of());
    post_all(connection, &acting, before.payments(&held, || acting.id())).await?;
    let before = Step { state: before.state, reason: None };
    let after = Step { state: after.state, reason: reason.map(Reason::as_str) };
    acting.audit(connection, id, Change::changed("order.pick_up", &before, &after)).await?;
    Ok(())
}

/// Takes goods out of the stock.
async fn hand_out(connection: &mut Connection, acting: &Acting, order: &Order) -> Result<(), Problem> {
    rewards::lock_all(connection, acting.community, &order.rewards()).await?;
    orders::hand_out(connection, acting.community, order.id).await?;
    Ok(stock_movements::insert(connection, acting.community, &movements(acting, order)?).await?)
}

/// A movement for each line: what leaves the stock.
fn movements(acting: &Acting, order: &Order) -> Result<Vec<StockMovement>, Problem> {
    let actor = acting.user()?;
    let movement = |line: &OrderLine| StockMovement {
        id: acting.id(),
        reward: line.reward,
        kind: StockMovementKind::GivenOut,
        quantity: line.quantity.saturating_neg(),
        note: String::new(),
        order: Some(order.id),
        donor: None,
        unit_cost: None,
        stocktake: None,
        actor,
        moved_at: acting.now,
    };
    Ok(order.lines.iter().map(movement).collect())
}
