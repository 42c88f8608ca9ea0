//! What the points supermarket 积分超市 has on its shelves.

use linli_db::Connection;
use linli_domain::ids::RewardId;
use linli_domain::points::Points;
use linli_domain::rewards::AgeGroup::{self, All, Children, Seniors, Youth};
use serde_json::json;

use super::story::{Story, from_json};
use crate::problem::Problem;
use crate::rewards::{NewReward, new_reward};
use crate::stock_movements::{NewStockMovement, enter};

/// Name, age group, price in points, stock.
const REWARDS: [(&str, AgeGroup, i64, i64); 12] = [
    ("彩笔", Children, 10, 200),
    ("积木玩具", Children, 25, 80),
    ("羽毛球一筒", Youth, 30, 100),
    ("篮球", Youth, 120, 20),
    ("跳绳", Youth, 12, 150),
    ("暖手宝", Seniors, 24, 120),
    ("老花镜", Seniors, 18, 100),
    ("雨伞", All, 20, 160),
    ("大米 5 kg", All, 44, 150),
    ("食用油", All, 60, 90),
    ("洗衣粉", All, 15, 200),
    ("酱油", All, 12, 200),
];

/// A reward and what it costs.
pub(super) type Priced = (RewardId, Points);

/// Puts the goods on the shelf; answers what each costs.
pub(super) async fn fill(connection: &mut Connection, story: &Story) -> Result<Vec<Priced>, Problem> {
    let acting = story.setting_up();
    let mut shelf = Vec::new();
    for (name, age_group, price, stock) in REWARDS {
        let new: NewReward = from_json(json!({"name": name, "age_group": age_group, "price_points": price}))?;
        let reward = new_reward(connection, &acting, &new).await?;
        let bought: NewStockMovement =
            from_json(json!({"kind": "bought", "quantity": stock, "note": "积分超市首批采购"}))?;
        enter(connection, &acting, reward.id, &bought).await?;
        shelf.push((reward.id, reward.price));
    }
    Ok(shelf)
}
