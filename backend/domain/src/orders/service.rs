//! Services 服务 in an order: one alone, with one seat in one of its slots, done from the slot to the end of its day.

use chrono::{DateTime, Duration, Utc};

use super::{Order, OrderLine, Wanted};
use crate::Refusal;
use crate::calendar::{day_of, span_of};
use crate::communities::Community;
use crate::rewards::{Reward, RewardKind};
use crate::slots::{Seat, SlotOf};

/// From so long before its slot begins a service is given: earlier it could still be given back, or called off with its slot.
const EARLY: Duration = Duration::minutes(30);

/// Whether goods are among goods, and a service is alone.
pub(super) fn check_alone(wanted: &[Wanted<'_>]) -> Result<(), Refusal> {
    let is_alone = |one: &Wanted<'_>| wanted.len() == 1 && one.quantity == 1;
    let other = wanted.iter().find(|one| one.reward.kind == RewardKind::Service && !is_alone(one));
    other.map_or(Ok(()), |one| Err(Refusal::ServiceAlone { name: one.reward.name.clone() }))
}

impl Wanted<'_> {
    /// The seat that it takes: none for goods, one in a slot of a service, at a time at which the resident, who has these
    /// seats, is free.
    pub(super) fn seat(&self, others: &[Seat], now: DateTime<Utc>) -> Result<Option<Seat>, Refusal> {
        let invalid = |why| Refusal::SlotInvalid { place: "lines[0].slot_id", why };
        match (self.reward.kind, self.slot) {
            (RewardKind::Goods, None) => Ok(None),
            (RewardKind::Goods, Some(_)) => Err(Refusal::RewardIsGoods { name: self.reward.name.clone() }),
            (RewardKind::Service, None) => Err(invalid("请选择场次")),
            (RewardKind::Service, Some(slot)) if slot.of != SlotOf::Reward(self.reward.id) => {
                Err(invalid("该服务没有这个场次"))
            }
            (RewardKind::Service, Some(slot)) => {
                slot.check_seat(now)?;
                slot.check_only(others)?;
                Ok(Some(slot.seat(self.reward.name.clone())))
            }
        }
    }
}

/// Until when an order with these lines is kept that is placed now: goods as the community says, a service to the end of the
/// day on which its slot ends, so that the desk can enter after the slot who was there.
pub fn kept_until(lines: &[OrderLine], community: &Community, now: DateTime<Utc>) -> DateTime<Utc> {
    let seat = lines.iter().find_map(|line| line.seat.as_ref());
    seat.map_or_else(|| community.pickup_until(now), |seat| given_until(seat, community))
}

/// The end of the day on which a slot is over.
fn given_until(seat: &Seat, community: &Community) -> DateTime<Utc> {
    span_of(day_of(seat.ends_at, community.timezone), community.timezone).1
}

impl Order {
    /// Its seat, if it is a service.
    pub fn seat(&self) -> Option<&Seat> {
        self.lines.iter().find_map(|line| line.seat.as_ref())
    }

    /// Whether it is goods or a service.
    pub fn kind(&self) -> RewardKind {
        if self.seat().is_some() { RewardKind::Service } else { RewardKind::Goods }
    }

    /// Whether it is handed over now: goods when the supermarket is open, or the desk says why; a service from
    /// shortly before its slot begins to the end of the day.
    ///
    /// # Errors
    /// [`Refusal::CounterClosed`], [`Refusal::OutsideSlot`].
    pub fn check_day(
        &self,
        community: &Community,
        has_reason: bool,
        now: DateTime<Utc>,
    ) -> Result<(), Refusal> {
        let Some(seat) = self.seat() else {
            return community.opening_days.check(community.day_of(now), has_reason);
        };
        let (opens_at, closes_at) = (seat.starts_at - EARLY, given_until(seat, community));
        if opens_at <= now && now < closes_at {
            return Ok(());
        }
        Err(Refusal::OutsideSlot { opens_at, closes_at })
    }

    /// Whether it is goods, which are laid ready and exchanged.
    pub(super) fn check_goods(&self) -> Result<(), Refusal> {
        let service = self.lines.iter().find(|line| line.seat.is_some());
        service.map_or(Ok(()), |line| Err(Refusal::RewardIsService { name: line.name.clone() }))
    }

    /// Whether it can still be given back: goods until they are handed over, a service until its slot begins.
    pub(super) fn check_cancel(&self, now: DateTime<Utc>) -> Result<(), Refusal> {
        let begun = self.seat().map(|seat| seat.starts_at).filter(|starts_at| *starts_at <= now);
        begun.map_or(Ok(()), |starts_at| Err(Refusal::SlotBegun { starts_at }))
    }
}

/// Whether goods are given for goods.
pub(super) fn check_exchange(order: &Order, with: &Reward) -> Result<(), Refusal> {
    order.check_goods()?;
    with.check_goods()
}

#[cfg(test)]
#[path = "service_tests.rs"]
mod tests;
