//! Orders of the points supermarket, day by day; most are picked up, some lapse, the last ones are waiting.

use linli_db::Connection;
use linli_domain::ids::ResidentId;
use linli_domain::orders::Order;
use rand::RngExt;
use rand::seq::IndexedRandom;
use serde_json::{Value, json};

use super::days::Day;
use super::later::Later;
use super::rewards::{Priced, Shelf};
use super::story::{Story, from_json};
use super::town::Town;
use crate::acting::Acting;
use crate::orders::{NewOrder, new_order};
use crate::problem::Problem;

/// One in so many orders is forgotten.
const FORGOTTEN: u32 = 20;

/// The orders of one day, placed at the counter: something that the resident has the points for.
pub(super) async fn run(
    connection: &mut Connection,
    story: &mut Story,
    day: Day,
    shelf: &Shelf,
) -> Result<(), Problem> {
    let cheapest = shelf.iter().map(|priced| priced.price).min().unwrap_or_default();
    let able = story.who_can_spend(connection, cheapest).await?;
    for _ in 0..day.growing(4, 11) {
        let Some((resident, available)) = able.choose(&mut story.rng).copied() else { continue };
        let within: Vec<&Priced> = shelf.iter().filter(|priced| priced.price <= available).collect();
        let Some(wanted) = within.choose(&mut story.rng).copied() else { continue };
        let acting = story.by(&story.staff, day.at(20)).on_behalf_of(Some(resident));
        if let Some(order) = place(connection, story, &acting, (resident, one_of(wanted), false)).await? {
            decide(story, day, &order);
        }
    }
    Ok(())
}

/// What one of the family has not earned alone, bought with the points of all.
pub(super) async fn run_pooled(
    connection: &mut Connection,
    story: &mut Story,
    day: Day,
    town: &Town,
) -> Result<(), Problem> {
    let (Some(resident), Some(wanted)) = (town.family.first(), town.shelf.choose(&mut story.rng)) else {
        return Ok(());
    };
    let acting = story.by(&story.staff, day.at(11)).on_behalf_of(Some(*resident));
    if let Some(order) = place(connection, story, &acting, (*resident, one_of(wanted), true)).await? {
        decide(story, day, &order);
    }
    Ok(())
}

fn one_of(wanted: &Priced) -> Value {
    json!({"reward_id": wanted.id, "quantity": 1})
}

/// Places an order of one line, unless it is sold out, or the resident has had enough of it, or has just spent the points.
pub(super) async fn place(
    connection: &mut Connection,
    story: &Story,
    acting: &Acting,
    (resident, line, pooled): (ResidentId, Value, bool),
) -> Result<Option<Order>, Problem> {
    let new: NewOrder = from_json(json!({"lines": [line], "pooled": pooled}))?;
    let order = async |connection: &mut Connection| new_order(connection, acting, resident, &new).await;
    story.attempt(connection, order).await
}

/// Laid ready the next morning and picked up in the next days, or forgotten.
fn decide(story: &mut Story, day: Day, order: &Order) {
    story.queue.push(day.at(24 + 10), Later::Ready(order.id));
    if !story.rng.random_ratio(1, FORGOTTEN) {
        let at = day.at(15 + 24 * story.rng.random_range(1..5));
        story.queue.push(at, Later::PickUp(order.id));
    }
}
