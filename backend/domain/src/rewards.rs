//! Rewards 兑换物品/服务 of the points supermarket 积分超市, and the movements of their stock.

mod entry;
mod stocktake;

pub use entry::{StockEntry, StockEntryKind};
pub use stocktake::{Counted, Stocktake, StocktakeLine, take_stock};

use chrono::{DateTime, Duration, Utc};
use serde::{Deserialize, Serialize};
use strum::{Display, EnumString};
use utoipa::ToSchema;

use crate::Refusal;
use crate::ids::{OrderId, PhotoId, RewardId, RewardPriceId, StockMovementId, StocktakeId, UserId};
use crate::money::Fen;
use crate::points::Points;

/// What a reward is; it stays what it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Display, EnumString, ToSchema)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum RewardKind {
    /// 物品: has a stock.
    Goods,
    /// 服务: takes place in slots 场次, and has their seats instead of a stock.
    Service,
}

/// For whom a reward was bought; a tag to find it by, no bar to ordering it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Display, EnumString, ToSchema)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum AgeGroup {
    /// 儿童.
    Children,
    /// 青年.
    Youth,
    /// 中老年.
    Seniors,
    /// 通用.
    All,
}

/// Whether a reward can be ordered.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Display, EnumString, ToSchema)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum RewardState {
    /// 上架: everybody sees it, residents can order it.
    OnShelf,
    /// 下架: only the desk sees it.
    OffShelf,
}

/// A reward with its stock.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reward {
    /// Its identifier.
    pub id: RewardId,
    /// What it is.
    pub kind: RewardKind,
    /// Its name, unique in the community.
    pub name: String,
    /// What it is.
    pub description: String,
    /// For whom it was bought.
    pub age_group: AgeGroup,
    /// What one costs from now on; open orders keep the price they were placed at.
    pub price: Points,
    /// How many are on hand: the sum of all movements.
    pub stock: i64,
    /// Of those, how many are promised to open orders.
    pub reserved: i64,
    /// Whether it can be ordered.
    pub state: RewardState,
    /// How many one resident may have in a quarter of the year; as many as there are if none.
    pub limit_per_quarter: Option<i64>,
    /// Stock is low when no more than so many are left; never if none.
    pub low_stock_at: Option<i64>,
    /// Its picture.
    pub photo: Option<PhotoId>,
}

impl Reward {
    /// Whether what was entered of it goes together: nobody is told of a stock that a service does not have.
    ///
    /// # Errors
    /// [`Refusal::RewardIsService`].
    pub fn check(&self) -> Result<(), Refusal> {
        self.low_stock_at.map_or(Ok(()), |_| self.check_goods())
    }

    /// Whether it has a stock.
    ///
    /// # Errors
    /// [`Refusal::RewardIsService`].
    pub fn check_goods(&self) -> Result<(), Refusal> {
        match self.kind {
            RewardKind::Goods => Ok(()),
            RewardKind::Service => Err(Refusal::RewardIsService { name: self.name.clone() }),
        }
    }

    /// Whether it takes place in slots.
    ///
    /// # Errors
    /// [`Refusal::RewardIsGoods`].
    pub fn check_service(&self) -> Result<(), Refusal> {
        match self.kind {
            RewardKind::Goods => Err(Refusal::RewardIsGoods { name: self.name.clone() }),
            RewardKind::Service => Ok(()),
        }
    }

    /// How many can still be ordered; of a service its slots say.
    pub const fn left(&self) -> i64 {
        self.stock.saturating_sub(self.reserved)
    }

    /// Whether few are left, so that more should be bought.
    pub fn is_low(&self) -> bool {
        self.low_stock_at.is_some_and(|at| self.left() <= at)
    }

    /// Whether a resident who has ordered so many this quarter may have `quantity` more.
    ///
    /// # Errors
    /// [`Refusal::QuarterLimitReached`] with what is left.
    pub fn check_limit(&self, ordered: i64, quantity: i64) -> Result<(), Refusal> {
        match self.limit_per_quarter.zip(self.left_in_quarter(ordered)) {
            Some((limit, left)) if quantity > left => {
                Err(Refusal::QuarterLimitReached { name: self.name.clone(), limit, left })
            }
            _ => Ok(()),
        }
    }

    /// How many more a resident may have this quarter who has ordered so many; none if there is no limit.
    pub fn left_in_quarter(&self, ordered: i64) -> Option<i64> {
        self.limit_per_quarter.map(|limit| limit.saturating_sub(ordered).max(0))
    }

    /// Whether so many can be ordered now; whether a service has seats left, its slot says.
    ///
    /// # Errors
    /// [`Refusal::RewardNotOnShelf`], [`Refusal::OutOfStock`].
    pub fn check_order(&self, quantity: i64) -> Result<(), Refusal> {
        if self.state != RewardState::OnShelf {
            return Err(Refusal::RewardNotOnShelf { name: self.name.clone() });
        }
        match self.kind {
            RewardKind::Goods => self.check_left(quantity),
            RewardKind::Service => Ok(()),
        }
    }

    /// Whether so many can have been counted: no fewer than are promised. An order has to be cancelled first, and that is a
    /// decision.
    ///
    /// # Errors
    /// [`Refusal::RewardIsService`], [`Refusal::CountBelowReserved`].
    pub fn check_count(&self, counted: i64) -> Result<(), Refusal> {
        self.check_goods()?;
        if counted < self.reserved {
            return Err(Refusal::CountBelowReserved { name: self.name.clone(), reserved: self.reserved });
        }
        Ok(())
    }

    /// The reward after a change.
    ///
    /// # Errors
    /// Those of [`Self::check`].
    pub fn changed(self, change: RewardChange) -> Result<Self, Refusal> {
        let after = Self {
            name: change.name.unwrap_or(self.name),
            description: change.description.unwrap_or(self.description),
            age_group: change.age_group.unwrap_or(self.age_group),
            price: change.price.unwrap_or(self.price),
            state: change.state.unwrap_or(self.state),
            limit_per_quarter: change.limit_per_quarter.unwrap_or(self.limit_per_quarter),
            low_stock_at: change.low_stock_at.unwrap_or(self.low_stock_at),
            photo: change.photo.unwrap_or(self.photo),
            ..self
        };
        after.check()?;
        Ok(after)
    }

    fn check_left(&self, quantity: i64) -> Result<(), Refusal> {
        if self.left() < quantity {
            return Err(Refusal::OutOfStock { name: self.name.clone(), left: self.left() });
        }
        Ok(())
    }
}

/// What changes of a reward: what is none stays, `Some(None)` takes away.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct RewardChange {
    /// Its name.
    pub name: Option<String>,
    /// What it is.
    pub description: Option<String>,
    /// For whom it was bought.
    pub age_group: Option<AgeGroup>,
    /// What one costs from now on.
    pub price: Option<Points>,
    /// Whether it can be ordered.
    pub state: Option<RewardState>,
    /// How many one resident may have in a quarter of the year.
    pub limit_per_quarter: Option<Option<i64>>,
    /// Stock is low when no more than so many are left.
    pub low_stock_at: Option<Option<i64>>,
    /// Its picture.
    pub photo: Option<Option<PhotoId>>,
}

/// Why stock changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Display, EnumString, ToSchema)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum StockMovementKind {
    /// 采购.
    Bought,
    /// 捐赠.
    Donated,
    /// 发放: picked up with an order.
    GivenOut,
    /// 报损: broken, expired or gone.
    Lost,
    /// 盘点: a count found more or fewer than were on the books.
    Counted,
}

/// A change of a reward's stock, kept for ever.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StockMovement {
    /// Its identifier; movements are in the order of their identifiers.
    pub id: StockMovementId,
    /// Of which reward.
    pub reward: RewardId,
    /// Why.
    pub kind: StockMovementKind,
    /// By how much; negative for what went away.
    pub quantity: i64,
    /// What there is to say about it.
    pub note: String,
    /// The order it was handed out with.
    pub order: Option<OrderId>,
    /// Who gave it, of what was donated.
    pub donor: Option<String>,
    /// What one cost the community, of what was bought; none if nobody knows.
    pub unit_cost: Option<Fen>,
    /// The stocktake it was found in.
    pub stocktake: Option<StocktakeId>,
    /// Who entered it.
    pub actor: UserId,
    /// When.
    pub moved_at: DateTime<Utc>,
}

/// What a reward cost from a moment on, kept for ever; the last one is what it costs now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RewardPrice {
    /// Its identifier; prices are in the order of their identifiers.
    pub id: RewardPriceId,
    /// Of which reward.
    pub reward: RewardId,
    /// The price.
    pub points: Points,
    /// Since when.
    pub from: DateTime<Utc>,
    /// Who set it; nobody known for prices from before there were versions.
    pub actor: Option<UserId>,
}

/// How long a price stands at least before the next one, so that they are always told apart.
const APART: Duration = Duration::milliseconds(1);

impl RewardPrice {
    /// From when on a price holds that is set now, after one that holds since `last`.
    ///
    /// Who set it may have waited for whoever set the one before, or have a clock that is behind: the last price that is
    /// set is the one that holds.
    pub fn next_from(last: Option<DateTime<Utc>>, now: DateTime<Utc>) -> DateTime<Utc> {
        last.map_or(now, |last| now.max(last + APART))
    }
}

#[cfg(test)]
#[path = "rewards_tests.rs"]
pub(crate) mod tests;
