//! What the points supermarket 积分超市 has on its shelves.

use linli_db::{Connection, rewards};
use linli_domain::ids::RewardId;
use linli_domain::points::Points;
use linli_domain::rewards::AgeGroup::{self, All, Children, Seniors, Youth};
use serde_json::json;

use super::story::{Day, Story, from_json};
use crate::problem::Problem;
use crate::rewards::{NewReward, new_reward};
use crate::stock_movements::{NewStockMovement, enter};
use crate::stocktakes::{NewStocktake, new_stocktake};

/// Name, age group, price in points, stock, what one cost in fen, and how many a resident may have in a quarter.
type Goods = (&'static str, AgeGroup, i64, i64, i64, Option<i64>);

const REWARDS: [Goods; 12] = [
    ("彩笔", Children, 10, 200, 500, None),
    ("积木玩具", Children, 25, 80, 1250, None),
    ("羽毛球一筒", Youth, 30, 100, 1500, Some(2)),
    ("篮球", Youth, 120, 20, 6000, Some(1)),
    ("跳绳", Youth, 12, 150, 600, None),
    ("暖手宝", Seniors, 24, 120, 1200, None),
    ("老花镜", Seniors, 18, 100, 900, None),
    ("雨伞", All, 20, 160, 1000, None),
    ("大米 5 kg", All, 44, 150, 2200, Some(2)),
    ("食用油", All, 60, 90, 3000, Some(2)),
    ("洗衣粉", All, 15, 200, 750, None),
    ("酱油", All, 12, 200, 600, None),
];

/// The days of the history on which something is given, and on which everything is counted.
const DONATED_ON: i64 = 60;
const COUNTED_ON: i64 = 100;
/// Where the umbrellas stand in the list, and what is missing when everything is counted.
const UMBRELLA: usize = 7;
const MISSING: [usize; 2] = [0, 10];

/// A reward and what it costs.
pub(super) type Priced = (RewardId, Points);

/// Puts the goods on the shelf; answers what each costs.
pub(super) async fn fill(connection: &mut Connection, story: &Story) -> Result<Vec<Priced>, Problem> {
    let acting = story.setting_up();
    let mut shelf = Vec::new();
    for (name, age_group, price, stock, cost, limit) in REWARDS {
        let new: NewReward = from_json(json!({
            "name": name, "age_group": age_group, "price_points": price, "limit_per_quarter": limit, "low_stock_at": 10,
        }))?;
        let reward = new_reward(connection, &acting, &new).await?;
        let bought: NewStockMovement = from_json(
            json!({"kind": "bought", "quantity": stock, "unit_cost_fen": cost, "note": "积分超市首批采购"}),
        )?;
        enter(connection, &acting, reward.id, &bought).await?;
        shelf.push((reward.id, reward.price));
    }
    Ok(shelf)
}

/// Halfway through, some umbrellas are given; near the end everything is counted, and two things are missing.
pub(super) async fn keep(
    connection: &mut Connection,
    story: &Story,
    day: Day,
    shelf: &[Priced],
) -> Result<(), Problem> {
    let acting = story.by(&story.staff, day.at(10));
    match day.number {
        DONATED_ON => {
            let given = shelf.get(UMBRELLA).ok_or_else(|| Problem::unexpected("no umbrellas"))?;
            let donated: NewStockMovement =
                from_json(json!({"kind": "donated", "quantity": 30, "donor": "惠民鲜生"}))?;
            enter(connection, &acting, given.0, &donated).await?;
        }
        COUNTED_ON => {
            let mut counts = Vec::new();
            for (place, (id, _)) in shelf.iter().enumerate() {
                let found = rewards::find(connection, story.community, *id).await?;
                let reward = found.ok_or_else(Problem::not_found)?;
                let missing = i64::from(MISSING.contains(&place) && reward.left() > 0);
                counts.push(json!({"reward_id": id, "counted": reward.stock - missing}));
            }
            let new: NewStocktake = from_json(json!({"counts": counts, "note": "季度盘点"}))?;
            new_stocktake(connection, &acting, &new).await?;
        }
        _ => {}
    }
    Ok(())
}
