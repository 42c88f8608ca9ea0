//! Orders 兑换单 of the points supermarket: placed, made ready, picked up or cancelled.

mod service;
mod substitute;

pub use service::kept_until;
pub use substitute::Replaced;

use std::collections::BTreeSet;

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use strum::{Display, EnumString};
use utoipa::ToSchema;

use crate::Refusal;
use crate::codes::Code;
use crate::ids::{OrderId, ResidentId, RewardId, TransferId, UserId};
use crate::ledger::{Cause, CauseKind, Explanation, Hold, Posting, Purse, share};
use crate::points::Points;
use crate::residents::Resident;
use crate::rewards::Reward;
use crate::slots::{Seat, Slot};

/// Where an order stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Display, EnumString, ToSchema)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum OrderState {
    /// 待备货: placed; its points are held and its goods reserved.
    Held,
    /// 待领取: the goods lie ready at the counter.
    Ready,
    /// 已领取: the goods are handed over and paid.
    PickedUp,
    /// 已取消: the points are free again and the goods back on the shelf.
    Cancelled,
    /// 已过期: nobody came in time; the same as cancelled, by itself.
    Expired,
}

impl OrderState {
    /// Those in which its points are held and its goods reserved, or its seat taken.
    pub const OPEN: [Self; 2] = [Self::Held, Self::Ready];
    /// Those in which its seat is taken: by who has it yet to come, and by who is there or was.
    pub const SEATED: [Self; 3] = [Self::Held, Self::Ready, Self::PickedUp];
}

/// A line of an order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OrderLine {
    /// The reward.
    pub reward: RewardId,
    /// Its name.
    pub name: String,
    /// How many.
    pub quantity: i64,
    /// What one cost when the order was placed, or the desk gave it for something else.
    pub unit: Points,
    /// What was ordered, if the desk gave this for it.
    pub replaces: Option<Replaced>,
    /// The seat, if it is a service.
    pub seat: Option<Seat>,
}

/// An order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Order {
    /// Its identifier.
    pub id: OrderId,
    /// Whose it is.
    pub resident: ResidentId,
    /// What the resident says or shows at the counter.
    pub code: Code,
    /// Where it stands.
    pub state: OrderState,
    /// What is in it.
    pub lines: Vec<OrderLine>,
    /// What it costs altogether.
    pub total: Points,
    /// Who placed it.
    pub placed_by: UserId,
    /// Whether that was somebody at the desk in the resident's place.
    pub on_behalf: bool,
    /// When it was placed.
    pub placed_at: DateTime<Utc>,
    /// When its goods lay ready.
    pub ready_at: Option<DateTime<Utc>>,
    /// When it was picked up or cancelled, or its time was over.
    pub closed_at: Option<DateTime<Utc>>,
    /// Until when it is kept; later if it is made ready in the meantime.
    pub expires_at: DateTime<Utc>,
}

/// What a resident wants of a reward.
#[derive(Debug, Clone, Copy)]
pub struct Wanted<'a> {
    /// The reward.
    pub reward: &'a Reward,
    /// How many.
    pub quantity: i64,
    /// How many the resident has ordered this quarter, but for what was cancelled or has expired.
    pub ordered: i64,
    /// The slot, if it is a service.
    pub slot: Option<&'a Slot>,
}

/// Who places an order, with what that takes.
#[derive(Debug, Clone)]
pub struct Orderer {
    /// The resident.
    pub resident: Resident,
    /// Who pays.
    pub purse: Purse,
    /// The seats that the resident has in slots.
    pub seats: Vec<Seat>,
}

/// Returns the lines of an order that somebody places now, at the prices of this moment, and their total.
///
/// # Errors
/// The first thing that forbids it: [`Refusal::OrderedTwice`], [`Refusal::ServiceAlone`], [`Refusal::ResidentNotActive`],
/// [`Refusal::RewardNotOnShelf`], [`Refusal::OutOfStock`], [`Refusal::QuarterLimitReached`], [`Refusal::RewardIsGoods`] with a
/// slot, [`Refusal::SlotInvalid`], [`Refusal::SlotCancelled`], [`Refusal::SlotBegun`], [`Refusal::SlotFull`],
/// [`Refusal::SlotClash`], [`Refusal::NotEnoughPoints`].
pub fn place(
    orderer: &Orderer,
    wanted: &[Wanted<'_>],
    now: DateTime<Utc>,
) -> Result<(Vec<OrderLine>, Points), Refusal> {
    let mut seen = BTreeSet::new();
    if let Some(twice) = wanted.iter().find(|one| !seen.insert(one.reward.id)) {
        return Err(Refusal::OrderedTwice { name: twice.reward.name.clone() });
    }
    service::check_alone(wanted)?;
    orderer.resident.check_active()?;
    for one in wanted {
        one.reward.check_order(one.quantity)?;
        one.reward.check_limit(one.ordered, one.quantity)?;
    }
    let line = |one: &Wanted<'_>| {
        Ok(OrderLine {
            reward: one.reward.id,
            name: one.reward.name.clone(),
            quantity: one.quantity,
            unit: one.reward.price,
            replaces: None,
            seat: one.seat(&orderer.seats, now)?,
        })
    };
    let lines = wanted.iter().map(line).collect::<Result<Vec<OrderLine>, Refusal>>()?;
    let total = lines.iter().map(|line| line.unit.times(line.quantity)).sum();
    orderer.purse.can_pay(total)?;
    Ok((lines, total))
}

impl Order {
    /// The order with its goods lying ready, until then.
    ///
    /// # Errors
    /// [`Refusal::RewardIsService`], [`Refusal::WrongState`] unless it was just placed.
    pub fn made_ready(&self, now: DateTime<Utc>, until: DateTime<Utc>) -> Result<Self, Refusal> {
        self.check_goods()?;
        let expires_at = self.expires_at.max(until);
        match self.state {
            OrderState::Held => {
                Ok(Self { state: OrderState::Ready, ready_at: Some(now), expires_at, ..self.clone() })
            }
            _ => Err(self.wrong_state()),
        }
    }

    /// The order picked up; at once after it was placed, too, when the goods are handed over the counter.
    ///
    /// # Errors
    /// [`Refusal::WrongState`] if it was picked up or cancelled before.
    pub fn picked_up(&self, now: DateTime<Utc>) -> Result<Self, Refusal> {
        self.closed(OrderState::PickedUp, now)
    }

    /// The order cancelled.
    ///
    /// # Errors
    /// [`Refusal::WrongState`] if it was picked up or cancelled before, [`Refusal::SlotBegun`].
    pub fn cancelled(&self, now: DateTime<Utc>) -> Result<Self, Refusal> {
        let cancelled = self.closed(OrderState::Cancelled, now)?;
        self.check_cancel(now)?;
        Ok(cancelled)
    }

    /// The order cancelled because its slot was.
    ///
    /// # Errors
    /// [`Refusal::WrongState`] if it was picked up or cancelled before.
    pub fn called_off(&self, now: DateTime<Utc>) -> Result<Self, Refusal> {
        self.closed(OrderState::Cancelled, now)
    }

    /// The order cancelled because its resident has left; none if its slot has begun, to whose day the desk may still enter that
    /// it was given, or it was closed before.
    #[must_use]
    pub fn left(&self, now: DateTime<Utc>) -> Option<Self> {
        self.cancelled(now).ok()
    }

    /// The order over by time; none if there is time left, or it was closed before. Until this has been stored, who comes
    /// late is still served.
    #[must_use]
    pub fn expired(&self, now: DateTime<Utc>) -> Option<Self> {
        let due = OrderState::OPEN.contains(&self.state) && self.expires_at <= now;
        due.then(|| Self { state: OrderState::Expired, closed_at: Some(now), ..self.clone() })
    }

    fn closed(&self, state: OrderState, now: DateTime<Utc>) -> Result<Self, Refusal> {
        match self.state {
            OrderState::Held | OrderState::Ready => Ok(Self { state, closed_at: Some(now), ..self.clone() }),
            OrderState::PickedUp | OrderState::Cancelled | OrderState::Expired => Err(self.wrong_state()),
        }
    }

    fn wrong_state(&self) -> Refusal {
        Refusal::WrongState { state: self.state.to_string() }
    }

    /// The resident in whose place it was placed, if the desk did.
    pub fn in_place_of(&self) -> Option<ResidentId> {
        self.on_behalf.then_some(self.resident)
    }

    /// The rewards in it.
    pub fn rewards(&self) -> Vec<RewardId> {
        self.lines.iter().map(|line| line.reward).collect()
    }

    /// What is in it, as printed on the slip: 彩笔×2、雨伞×1.
    pub fn goods(&self) -> String {
        let lines: Vec<String> =
            self.lines.iter().map(|line| format!("{}×{}", line.name, line.quantity)).collect();
        lines.join("、")
    }

    /// What its holds and transfers are for.
    pub const fn cause(&self) -> Cause {
        Cause::new(CauseKind::Order, self.id)
    }

    /// The transfers that pay for it out of its holds.
    pub fn payments(&self, holds: &[Hold], mut id: impl FnMut() -> TransferId) -> Vec<Posting> {
        let payment = |hold: &Hold| {
            let (code, goods, total) = (self.code.to_string(), self.goods(), self.total);
            let explanation = Explanation::Order { code, goods, total, share: share(total, hold) };
            hold.spending(id(), explanation)
        };
        holds.iter().map(payment).collect()
    }
}

#[cfg(test)]
#[path = "orders_tests.rs"]
pub(crate) mod tests;
