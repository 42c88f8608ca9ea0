//! Orders of the points supermarket, day by day; most are handed over, the last ones are waiting.

use linli_db::{Connection, ledger, residents};
use rand::RngExt;
use rand::seq::IndexedRandom;
use serde_json::json;

use super::later::Later;
use super::rewards::Priced;
use super::story::{Day, Story, from_json};
use crate::orders::{NewOrder, new_order};
use crate::problem::{Kind, Problem};

/// The orders of one day, placed at the counter.
pub(super) async fn run(
    connection: &mut Connection,
    story: &mut Story,
    day: Day,
    shelf: &[Priced],
) -> Result<(), Problem> {
    for _ in 0..day.growing(2, 12) {
        let Some((reward, price)) = shelf.choose(&mut story.rng).copied() else { continue };
        let Some(resident) = story.earners.choose(&mut story.rng).copied() else { continue };
        let wallet = ledger::find_wallet(connection, story.community, resident).await?;
        if wallet.is_none_or(|wallet| wallet.available() < price) {
            continue;
        }
        let resident =
            residents::find(connection, story.community, resident).await?.ok_or_else(Problem::not_found)?;
        let new: NewOrder = from_json(json!({"lines": [{"reward_id": reward, "quantity": 1}]}))?;
        let acting = story.by(&story.staff, day.at(20)).on_behalf_of(Some(resident.id));
        let order = match new_order(connection, &acting, &resident, &new).await {
            // Sold out, or had enough of it: decided before anything was written.
            Err(problem) if matches!(problem.kind(), Kind::OutOfStock | Kind::QuarterLimitReached) => {
                continue;
            }
            placed => placed?,
        };
        let at = day.at(15 + 24 * story.rng.random_range(1..5));
        story.queue.push(at, Later::PickUp(order.id));
    }
    Ok(())
}
