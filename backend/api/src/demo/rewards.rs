//! What the points supermarket 积分超市 has on its shelves.

use linli_db::{Connection, rewards};
use linli_domain::ids::RewardId;
use linli_domain::points::Points;
use linli_domain::rewards::AgeGroup::{self, All, Children, Seniors, Youth};
use linli_domain::rewards::Reward;
use serde_json::json;

use super::days::Day;
use super::pictures::upload;
use super::story::{Story, from_json};
use crate::acting::Acting;
use crate::photos::PhotoStore;
use crate::problem::Problem;
use crate::rewards::{NewReward, RewardChangeJson, change, new_reward};
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

/// Where the rice and the oil stand in the list, what the oil costs after a while, and what is missing at each count.
const RICE: usize = 8;
const OIL: usize = 9;
const DEARER: i64 = 64;
const MISSING: [usize; 2] = [0, 10];
/// The goods that are bought anew when they run low, until the last month; then some are low.
const RUNNING_LOW: i64 = 25;
const BOUGHT: i64 = 80;

/// What a thing costs in fen for each of the points that it is given for.
const FEN: i64 = 50;

/// A reward and what it costs.
#[derive(Clone, Copy)]
pub(super) struct Priced {
    pub(super) id: RewardId,
    pub(super) price: Points,
}

/// What there is, in the order of the list.
pub(super) type Shelf = Vec<Priced>;

/// Puts the goods on the shelf.
pub(super) async fn fill(
    connection: &mut Connection,
    story: &Story,
    photos: &PhotoStore,
) -> Result<Shelf, Problem> {
    let acting = story.setting_up();
    let mut shelf = Shelf::new();
    for (name, age_group, price, stock, cost, limit) in REWARDS {
        let photo = upload(connection, &acting, photos, name).await?;
        let new: NewReward = from_json(json!({
            "name": name, "age_group": age_group, "price_points": price, "limit_per_quarter": limit, "low_stock_at": 10,
            "photo_id": photo,
        }))?;
        let reward = new_reward(connection, &acting, &new).await?;
        let first = (reward.id, stock, cost, "积分超市首批采购");
        purchase(connection, &acting, first).await?;
        shelf.push(Priced { id: reward.id, price: reward.price });
    }
    Ok(shelf)
}

/// Puts something new on the shelf: its name, for whom it is, its price in points and how many are bought.
pub(super) async fn put_on_shelf(
    connection: &mut Connection,
    acting: &Acting,
    (name, age_group, price, count): (&str, AgeGroup, i64, i64),
    note: &str,
) -> Result<Priced, Problem> {
    let new: NewReward = from_json(json!({
        "name": name, "age_group": age_group, "price_points": price, "low_stock_at": 10,
    }))?;
    let reward = new_reward(connection, acting, &new).await?;
    purchase(connection, acting, (reward.id, count, price * FEN, note)).await?;
    Ok(Priced { id: reward.id, price: reward.price })
}

async fn purchase(
    connection: &mut Connection,
    acting: &Acting,
    (reward, quantity, cost, note): (RewardId, i64, i64, &str),
) -> Result<(), Problem> {
    let bought: NewStockMovement =
        from_json(json!({"kind": "bought", "quantity": quantity, "unit_cost_fen": cost, "note": note}))?;
    enter(connection, acting, reward, &bought).await.map(drop)
}

/// With each quarter everything is counted, and two things are missing.
pub(super) async fn take_stock(
    connection: &mut Connection,
    story: &Story,
    day: Day,
    shelf: &Shelf,
) -> Result<(), Problem> {
    if !day.is_first_of_quarter() {
        return Ok(());
    }
    let mut counts = Vec::new();
    for (place, reward) in on(connection, story, shelf).await?.into_iter().enumerate() {
        let missing = i64::from(MISSING.contains(&place) && reward.left() > 0);
        counts.push(json!({"reward_id": reward.id, "counted": reward.stock - missing}));
    }
    let new: NewStocktake = from_json(json!({"counts": counts, "note": "季度盘点"}))?;
    new_stocktake(connection, &story.by(&story.staff, day.at(9)), &new).await.map(drop)
}

/// What runs low is bought anew; some rice is given.
pub(super) async fn buy(
    connection: &mut Connection,
    story: &Story,
    day: Day,
    shelf: &Shelf,
) -> Result<(), Problem> {
    let acting = story.by(&story.staff, day.at(10));
    if let Some(rice) = shelf.get(RICE).filter(|_| day.is_first_of_month_after(50)) {
        let donated: NewStockMovement =
            from_json(json!({"kind": "donated", "quantity": 30, "donor": "惠民鲜生"}))?;
        enter(connection, &acting, rice.id, &donated).await?;
    }
    let bought_still = day.left() > 31;
    for (reward, goods) in on(connection, story, shelf).await?.into_iter().zip(REWARDS) {
        if bought_still && reward.left() <= RUNNING_LOW {
            purchase(connection, &acting, (reward.id, BOUGHT, goods.4, "补货")).await?;
        }
    }
    Ok(())
}

/// In the middle of the history oil becomes dearer.
pub(super) async fn change_price(
    connection: &mut Connection,
    story: &Story,
    day: Day,
    shelf: &mut Shelf,
) -> Result<(), Problem> {
    let Some(oil) = shelf.get_mut(OIL).filter(|_| day.is_first_of_month_after(50)) else { return Ok(()) };
    let dearer: RewardChangeJson = from_json(json!({ "price_points": DEARER }))?;
    oil.price = change(connection, &story.by(&story.staff, day.at(10)), oil.id, &dearer).await?.price;
    Ok(())
}

async fn on(connection: &mut Connection, story: &Story, shelf: &Shelf) -> Result<Vec<Reward>, Problem> {
    let mut all = Vec::new();
    for priced in shelf {
        let found = rewards::find(connection, story.community, priced.id).await?;
        all.push(found.ok_or_else(Problem::not_found)?);
    }
    Ok(all)
}
