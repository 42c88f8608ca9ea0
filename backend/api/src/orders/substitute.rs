//! `POST /orders/{id}/substitute`: something else in the place of what was ordered.

use actix_web::web::{Data, Path};
use actix_web::{HttpResponse, post};
use linli_db::{Connection, ledger, orders, rewards};
use linli_domain::Refusal;
use linli_domain::calendar::quarter_of;
use linli_domain::ids::OrderId;
use linli_domain::ledger::reduced;
use linli_domain::orders::Order;
use linli_domain::rewards::Reward;
use serde_json::json;

use super::json::{OrderJson, Substitution};
use super::show;
use crate::acting::{Acting, Change};
use crate::app::App;
use crate::auth::{By, Desk, Roles};
use crate::command::{Command, Reply};
use crate::communities::own_community;
use crate::ledger::{hold, release_for};
use crate::problem::{Kind, Problem};

/// Substitute a reward
///
/// Before an order is picked up, as many of another reward take the place of one that it has, for no more points a
/// piece. What it costs less is free again.
#[utoipa::path(
    tag = "orders",
    params(("id" = OrderId, Path)),
    request_body = Substitution,
    responses((status = 200, body = OrderJson)),
    extensions(
        ("x-roles" = json!(Desk::ALLOWED)),
        ("x-problems" = json!([
            Kind::WrongState, Kind::RewardNotOnShelf, Kind::OutOfStock, Kind::QuarterLimitReached,
            Kind::SubstituteDearer, Kind::RewardIsService
        ])),
    ),
)]
#[post("/orders/{id}/substitute")]
pub async fn substitute_order(
    by: By<Desk>,
    id: Path<OrderId>,
    command: Command,
    app: Data<App>,
) -> Result<HttpResponse, Problem> {
    let done = command.run(&app, &by, async |connection, acting, body: &Substitution| {
        substitute(connection, acting, *id, body).await?;
        Reply::ok(&show(connection, &by.principal, *id).await?)
    });
    done.await
}

async fn substitute(
    connection: &mut Connection,
    acting: &Acting,
    id: OrderId,
    body: &Substitution,
) -> Result<(), Problem> {
    let before = orders::lock(connection, acting.community, id).await?.ok_or_else(Problem::not_found)?;
    let quantity = before.line(body.reward_id).map_err(refused)?.quantity;
    let both = [body.reward_id, body.with_reward_id];
    let found = rewards::lock_all(connection, acting.community, &both).await?;
    let with = found.iter().find(|reward| reward.id == body.with_reward_id);
    let with = with.ok_or_else(|| Problem::unknown_reference("with_reward_id"))?;
    let ordered = ordered(connection, acting, &before, with).await?;
    let after = before.substituted(body.reward_id, with, ordered).map_err(refused)?;
    orders::replace_lines(connection, acting.community, &after).await?;
    let changes = [(body.reward_id, quantity.saturating_neg()), (with.id, quantity)];
    rewards::change_all_reserved(connection, acting.community, &changes).await?;
    if after.total < before.total {
        hold_less(connection, acting, &after).await?;
    }
    let told = |order: &Order| json!({"goods": order.goods(), "total_points": order.total});
    let mut now = told(&after);
    if let (Some(fields), Some(reason)) = (now.as_object_mut(), &body.reason) {
        fields.insert("reason".to_owned(), json!(reason.as_str()));
    }
    let acting = acting.clone().on_behalf_of(Some(before.resident));
    acting.audit(connection, id, Change::changed("order.substitute", &told(&before), &now)).await?;
    Ok(())
}

/// How many of `with` the resident has ordered in the quarter of the order.
async fn ordered(
    connection: &mut Connection,
    acting: &Acting,
    order: &Order,
    with: &Reward,
) -> Result<i64, Problem> {
    let community = own_community(connection, acting.community).await?;
    let quarter = quarter_of(community.day_of(order.placed_at), community.timezone);
    let of = (order.resident, quarter);
    let ordered = orders::ordered_between(connection, acting.community, of, &[with.id]).await?;
    Ok(ordered.get(&with.id).copied().unwrap_or_default())
}

/// Gives back what is held for an order and holds what it costs now, of the same lots.
async fn hold_less(connection: &mut Connection, acting: &Acting, order: &Order) -> Result<(), Problem> {
    let held = ledger::held_for(connection, acting.community, &[order.cause()]).await?;
    release_for(connection, acting, &[order.cause()]).await?;
    hold(connection, acting, &reduced(&held, order.total, || acting.id())).await
}

/// A refusal of the rules, at the field that does not fit.
fn refused(refusal: Refusal) -> Problem {
    match refusal {
        Refusal::NotInOrder => Problem::refused_at("reward_id", refusal),
        Refusal::OrderedTwice { .. } => Problem::refused_at("with_reward_id", refusal),
        refusal => refusal.into(),
    }
}
