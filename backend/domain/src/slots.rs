//! Slots 场次: when a class or a service, of an offer or of the points supermarket, takes place, and for how many.

mod attendee;
mod host;

pub use attendee::{Attendee, AttendeeState, SeatBy};
pub use host::{Host, SlotOf};

use chrono::{DateTime, Duration, Utc};
use chrono_tz::Tz;
use serde::{Deserialize, Serialize};
use strum::{Display, EnumString};
use utoipa::ToSchema;

use crate::Refusal;
use crate::activities::{Every, same_time_on};
use crate::calendar::day_of;
use crate::ids::SlotId;
use crate::offers::SlotTerms;

/// The longest a slot may last.
const LONGEST: Duration = Duration::hours(24);

/// Where a slot stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Display, EnumString, ToSchema)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum SlotState {
    /// It takes place.
    Open,
    /// It was cancelled; its vouchers and orders were given back.
    Cancelled,
}

/// A slot.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Slot {
    /// Its identifier.
    pub id: SlotId,
    /// What takes place.
    pub of: SlotOf,
    /// When it begins.
    pub starts_at: DateTime<Utc>,
    /// When it ends.
    pub ends_at: DateTime<Utc>,
    /// For how many.
    pub seats: i32,
    /// Of these seats, those of vouchers and orders that were taken and not given back.
    pub taken: i32,
    /// Where it stands.
    pub state: SlotState,
    /// Why it was cancelled.
    pub cancel_reason: Option<String>,
    /// When it was set up.
    pub created_at: DateTime<Utc>,
}

/// A slot as it is planned.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Plan {
    /// When it begins.
    pub starts_at: DateTime<Utc>,
    /// When it ends.
    pub ends_at: DateTime<Utc>,
    /// For how many.
    pub seats: i32,
}

/// What changes of a slot; what is none stays.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct SlotChange {
    /// When it begins.
    pub starts_at: Option<DateTime<Utc>>,
    /// When it ends.
    pub ends_at: Option<DateTime<Utc>>,
    /// For how many.
    pub seats: Option<i32>,
}

/// A seat that a resident has in some slot.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Seat {
    /// The slot.
    pub slot: SlotId,
    /// What the offer or the service is called.
    pub title: String,
    /// When it begins.
    pub starts_at: DateTime<Utc>,
    /// When it ends.
    pub ends_at: DateTime<Utc>,
}

const fn invalid(place: &'static str, why: &'static str) -> Refusal {
    Refusal::SlotInvalid { place, why }
}

impl Plan {
    /// The same plan again at the same time of later days of the community; the first is the plan itself.
    pub fn repeated(self, every: Every, times: u32, timezone: Tz) -> Vec<Self> {
        let first = day_of(self.starts_at, timezone);
        let lasts = self.ends_at.signed_duration_since(self.starts_at);
        let again = (1..=times).filter_map(|number| every.day(first, number)).map(|day| {
            let starts_at = same_time_on(day, self.starts_at, timezone);
            Self { starts_at, ends_at: starts_at + lasts, ..self }
        });
        std::iter::once(self).chain(again).collect()
    }

    /// Whether a slot can be so.
    fn check(self, host: &Host, now: DateTime<Utc>) -> Result<(), Refusal> {
        let lasts = self.ends_at.signed_duration_since(self.starts_at);
        if lasts <= Duration::zero() || lasts > LONGEST {
            return Err(invalid("ends_at", "场次结束时间应晚于开始时间，且不超过 24 小时"));
        }
        if self.starts_at <= now {
            return Err(invalid("starts_at", "场次开始时间应晚于现在"));
        }
        host.check_time(self)
    }
}

impl Slot {
    /// A new slot of something that takes place in slots.
    ///
    /// # Errors
    /// [`Refusal::PartnerNotActive`], [`Refusal::OfferWithoutSlots`], [`Refusal::RewardIsGoods`], [`Refusal::SlotInvalid`].
    pub fn new(id: SlotId, host: &Host, plan: Plan, now: DateTime<Utc>) -> Result<Self, Refusal> {
        host.check_new()?;
        plan.check(host, now)?;
        Ok(Self {
            id,
            of: host.of(),
            starts_at: plan.starts_at,
            ends_at: plan.ends_at,
            seats: plan.seats,
            taken: 0,
            state: SlotState::Open,
            cancel_reason: None,
            created_at: now,
        })
    }

    /// The slot after a change, until it begins: its seats, not below those taken; its time while nobody has a seat.
    ///
    /// # Errors
    /// [`Refusal::SlotCancelled`], [`Refusal::SlotBegun`], [`Refusal::SlotTaken`], [`Refusal::SlotInvalid`],
    /// [`Refusal::SeatsBelowTaken`].
    pub fn changed(self, host: &Host, change: SlotChange, now: DateTime<Utc>) -> Result<Self, Refusal> {
        self.check_ahead(now)?;
        let plan = Plan {
            starts_at: change.starts_at.unwrap_or(self.starts_at),
            ends_at: change.ends_at.unwrap_or(self.ends_at),
            seats: change.seats.unwrap_or(self.seats),
        };
        if (plan.starts_at, plan.ends_at) != (self.starts_at, self.ends_at) {
            if self.taken > 0 {
                return Err(Refusal::SlotTaken { taken: self.taken });
            }
            plan.check(host, now)?;
        }
        if plan.seats < self.taken {
            return Err(Refusal::SeatsBelowTaken { taken: self.taken });
        }
        Ok(Self { starts_at: plan.starts_at, ends_at: plan.ends_at, seats: plan.seats, ..self })
    }

    /// The slot, cancelled before it is over; its vouchers and orders are given back.
    ///
    /// # Errors
    /// [`Refusal::SlotCancelled`], [`Refusal::WrongState`] once it is over.
    pub fn cancelled(self, reason: String, now: DateTime<Utc>) -> Result<Self, Refusal> {
        self.check_open()?;
        if self.ends_at <= now {
            return Err(Refusal::WrongState { state: "over".to_owned() });
        }
        Ok(Self { state: SlotState::Cancelled, cancel_reason: Some(reason), ..self })
    }

    /// Whether one more can have a seat: it is open, has not begun, and a seat is free.
    ///
    /// # Errors
    /// [`Refusal::SlotCancelled`], [`Refusal::SlotBegun`], [`Refusal::SlotFull`].
    pub fn check_seat(&self, now: DateTime<Utc>) -> Result<(), Refusal> {
        self.check_ahead(now)?;
        if self.taken < self.seats { Ok(()) } else { Err(Refusal::SlotFull) }
    }

    /// Whether it is ahead.
    ///
    /// # Errors
    /// [`Refusal::SlotCancelled`], [`Refusal::SlotBegun`].
    pub fn check_ahead(&self, now: DateTime<Utc>) -> Result<(), Refusal> {
        self.check_open()?;
        if self.starts_at <= now {
            return Err(Refusal::SlotBegun { starts_at: self.starts_at });
        }
        Ok(())
    }

    /// Whether nothing else that the resident has a seat in takes place at that time. Of an offer a resident may have several
    /// seats in one slot: how many vouchers somebody takes, and for whom, is said by its limits.
    ///
    /// # Errors
    /// [`Refusal::SlotClash`].
    pub fn check_clash(&self, seats: &[Seat]) -> Result<(), Refusal> {
        self.check_apart(seats.iter().filter(|seat| seat.slot != self.id))
    }

    /// Whether the resident has no seat at that time, in this slot neither: a service is done to one.
    ///
    /// # Errors
    /// [`Refusal::SlotClash`].
    pub fn check_only(&self, seats: &[Seat]) -> Result<(), Refusal> {
        self.check_apart(seats.iter())
    }

    fn check_apart<'a>(&self, mut seats: impl Iterator<Item = &'a Seat>) -> Result<(), Refusal> {
        let meets = |seat: &&Seat| self.starts_at < seat.ends_at && seat.starts_at < self.ends_at;
        let Some(Seat { title, starts_at, ends_at, .. }) = seats.find(meets).cloned() else {
            return Ok(());
        };
        Err(Refusal::SlotClash { title, starts_at, ends_at })
    }

    /// Whether its vouchers are used now: from some minutes before it begins until it ends.
    ///
    /// # Errors
    /// [`Refusal::OutsideSlot`].
    pub fn check_use(&self, terms: SlotTerms, now: DateTime<Utc>) -> Result<(), Refusal> {
        let opens_at = self.starts_at - Duration::minutes(terms.early_minutes.into());
        if opens_at <= now && now < self.ends_at {
            return Ok(());
        }
        Err(Refusal::OutsideSlot { opens_at, closes_at: self.ends_at })
    }

    /// The seat that somebody takes in it.
    pub const fn seat(&self, title: String) -> Seat {
        Seat { slot: self.id, title, starts_at: self.starts_at, ends_at: self.ends_at }
    }

    const fn check_open(&self) -> Result<(), Refusal> {
        match self.state {
            SlotState::Open => Ok(()),
            SlotState::Cancelled => Err(Refusal::SlotCancelled),
        }
    }
}

#[cfg(test)]
#[path = "slots_tests.rs"]
mod tests;
