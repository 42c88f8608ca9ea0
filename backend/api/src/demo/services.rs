//! Services of the points supermarket 积分超市: each month a free clinic and haircuts, ordered with points, most of them given.

use chrono::Duration;
use linli_db::{Connection, Slice, orders, slots};
use linli_domain::activities::Every;
use linli_domain::ids::{OrderId, RewardId};
use linli_domain::orders::Order;
use linli_domain::points::Points;
use linli_domain::slots::{Plan, Slot, SlotOf};
use rand::RngExt;
use rand::seq::IndexedRandom;
use serde_json::json;

use super::days::{Day, Days};
use super::later::Later;
use super::orders::place;
use super::pictures::upload;
use super::story::{Story, from_json};
use crate::acting::Acting;
use crate::communities::own_community;
use crate::orders::cancel;
use crate::photos::PhotoStore;
use crate::problem::Problem;
use crate::rewards::{NewReward, new_reward};
use crate::slots::plan_slots;

/// Name, description, price in points, seats each month, and on which day after everything was set up the first slot is.
type Offered = (&'static str, &'static str, i64, i32, i64);

const SERVICES: [Offered; 2] = [
    ("义诊", "康民诊所到社区：量血压、测血糖、问诊", 6, 20, 16),
    ("义剪", "义剪队在暖心吧为居民理发", 4, 12, 23),
];

/// So many residents want each service in a month.
const WANTED: i64 = 5;
/// For how many months slots are planned: the year, and some to come.
const MONTHS: u32 = 14;
/// One resident has one of a kind in a quarter, so that it goes round.
const PER_QUARTER: i64 = 1;

/// A service and what it costs.
#[derive(Clone, Copy)]
pub(super) struct Service {
    id: RewardId,
    price: Points,
}

/// Puts the services on the shelf and plans their slots.
pub(super) async fn offer(
    connection: &mut Connection,
    story: &Story,
    (days, photos): (&Days, &PhotoStore),
) -> Result<Vec<Service>, Problem> {
    let acting = story.setting_up();
    let timezone = own_community(connection, story.community).await?.timezone;
    let mut services = Vec::new();
    for (name, description, price, seats, first) in SERVICES {
        let photo = upload(connection, &acting, photos, name).await?;
        let new: NewReward = from_json(json!({
            "kind": "service", "name": name, "description": description, "age_group": "all", "price_points": price,
            "limit_per_quarter": PER_QUARTER, "photo_id": photo,
        }))?;
        let reward = new_reward(connection, &acting, &new).await?;
        services.push(Service { id: reward.id, price: reward.price });
        let starts_at = days.set_up() + Duration::days(first) + Duration::hours(9);
        let plan = Plan { starts_at, ends_at: starts_at + Duration::hours(2), seats };
        let plans = plan.repeated(Every::Month, MONTHS, timezone);
        plan_slots(connection, &acting, &reward.into(), plans).await?;
    }
    Ok(services)
}

/// What is ordered of the next slot of each service, at the counter.
pub(super) async fn run(
    connection: &mut Connection,
    story: &mut Story,
    day: Day,
    services: &[Service],
) -> Result<(), Problem> {
    let acting = story.by(&story.staff, day.at(15));
    for service in services {
        let slice = Slice { after: None, limit: 1 };
        let of = (SlotOf::Reward(service.id), acting.now);
        let Some(slot) = slots::list(connection, story.community, of, &slice).await?.items.pop() else {
            continue;
        };
        let able = story.who_can_spend(connection, service.price).await?;
        for _ in 0..WANTED {
            let Some((resident, _)) = able.choose(&mut story.rng).copied() else { continue };
            let acting = acting.clone().on_behalf_of(Some(resident));
            let line = json!({"reward_id": service.id, "quantity": 1, "slot_id": slot.id});
            if let Some(order) = place(connection, story, &acting, (resident, line, false)).await? {
                decide(story, &slot, &order);
            }
        }
    }
    Ok(())
}

/// Given while the slot lasts, or cancelled the day before, or nobody came.
fn decide(story: &mut Story, slot: &Slot, order: &Order) {
    match story.rng.random_range(0..10) {
        0 => {
            let at = (slot.starts_at - Duration::days(1)).max(order.placed_at + Duration::hours(1));
            story.queue.push(at, Later::GiveUp(order.id));
        }
        1 => {}
        _ => story.queue.push(slot.starts_at + Duration::hours(1), Later::PickUp(order.id)),
    }
}

/// An order is cancelled at the counter.
pub(super) async fn give_up(
    connection: &mut Connection,
    acting: &Acting,
    id: OrderId,
) -> Result<(), Problem> {
    let order = orders::lock(connection, acting.community, id).await?.ok_or_else(Problem::not_found)?;
    let acting = acting.clone().on_behalf_of(Some(order.resident));
    cancel(connection, &acting, order, Some("临时有事")).await
}
