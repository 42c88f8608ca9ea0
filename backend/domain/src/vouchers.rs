//! Vouchers 券: one resident's right to an offer, from taking it to the day it is used, given back or over.

#[cfg(test)]
pub(crate) mod samples;
mod taking;
mod token;

use taking::OUTSIDE_VALIDITY;
pub use taking::{Taker, take};
pub use token::{Presented, TOKEN_LIVES, Token, TokenError};

use std::collections::BTreeSet;

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use strum::{Display, EnumString};
use utoipa::ToSchema;

use crate::Refusal;
use crate::codes::Code;
use crate::ids::{OfferId, ResidentId, SlotId, TransferId, VoucherId};
use crate::ledger::{Cause, CauseKind, Explanation, Hold, Original, Posting, Side, refund, share};
use crate::offers::{Conditions, Offer};
use crate::points::Points;
use crate::residents::ResidentState;
use crate::rulebooks::Earner;
use crate::slots::{Slot, SlotOf, SlotState};

/// Where a voucher stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Display, EnumString, ToSchema)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum VoucherState {
    /// Taken; its price is held.
    Held,
    /// Used, though not as often as it can be; its price is spent.
    InUse,
    /// Used as often as it can be; its price is spent.
    Confirmed,
    /// Its confirmation was undone; its price is held again, and it is as good as before.
    Undone,
    /// Given back, and its price with it.
    Released,
    /// Its time went by; its price was given back, unless it was used.
    Expired,
    /// Put out of use; its price was given back.
    Deactivated,
}

impl VoucherState {
    /// Those in which it was not used and its price is held: it can be given back. With those that were used, they are what
    /// counts against quotas, seats and limits.
    pub const UNUSED: [Self; 2] = [Self::Held, Self::Undone];
    /// Those in which a voucher can still be used, until its time ends them.
    pub const USABLE: [Self; 3] = [Self::Held, Self::Undone, Self::InUse];
}

/// A voucher.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Voucher {
    /// Its identifier.
    pub id: VoucherId,
    /// The offer.
    pub offer: OfferId,
    /// Whose it is.
    pub resident: ResidentId,
    /// What the resident shows or says at the counter.
    pub code: Code,
    /// Where it stands.
    pub state: VoucherState,
    /// What it costs, however often it is used.
    pub price: Points,
    /// The conditions of the offer when it was taken.
    pub conditions: Conditions,
    /// How often it can be used.
    pub uses: i32,
    /// Of these uses, those that stand.
    pub used: i32,
    /// When it was taken.
    pub taken_at: DateTime<Utc>,
    /// Until when it can be used; that moment itself is too late.
    pub expires_at: DateTime<Utc>,
    /// When it was used up, given back or over.
    pub closed_at: Option<DateTime<Utc>>,
    /// Why it was put out of use.
    pub deactivation_reason: Option<String>,
    /// Its slot, if the offer has slots.
    pub slot: Option<SlotId>,
}

impl Voucher {
    /// The same, in a state that it does not leave by itself.
    #[must_use]
    pub fn closed(self, state: VoucherState, at: DateTime<Utc>) -> Self {
        Self { state, closed_at: Some(at), ..self }
    }

    /// The same after its only use was undone; its price is held again.
    #[must_use]
    pub fn held_again(self) -> Self {
        Self { state: VoucherState::Undone, used: 0, closed_at: None, ..self }
    }

    /// The same, put out of use.
    ///
    /// # Errors
    /// Those of [`Voucher::check_unused`].
    pub fn deactivated(self, reason: String, at: DateTime<Utc>) -> Result<Self, Refusal> {
        self.check_unused()?;
        Ok(Self { deactivation_reason: Some(reason), ..self.closed(VoucherState::Deactivated, at) })
    }

    /// The same after one more use.
    #[must_use]
    pub fn used_once(self, at: DateTime<Utc>) -> Self {
        let used = self.used.saturating_add(1);
        let done = used >= self.uses;
        let (state, closed_at) =
            if done { (VoucherState::Confirmed, Some(at)) } else { (VoucherState::InUse, None) };
        Self { used, state, closed_at, ..self }
    }

    /// The same after one of several uses was taken back and others stand: it can be used again while it is good.
    #[must_use]
    pub fn with_a_use_back(self, now: DateTime<Utc>) -> Self {
        let used = self.used.saturating_sub(1);
        if self.is_over(now) {
            return Self {
                used,
                state: VoucherState::Expired,
                closed_at: self.closed_at.or(Some(now)),
                ..self
            };
        }
        Self { used, state: VoucherState::InUse, closed_at: None, ..self }
    }

    /// The same, given back after its only use was taken back.
    #[must_use]
    pub fn given_back(self, at: DateTime<Utc>) -> Self {
        Self { used: 0, ..self.closed(VoucherState::Released, at) }
    }

    /// Whether its price is held: nobody has used it yet, and nobody has closed it.
    pub fn holds_price(&self) -> bool {
        VoucherState::UNUSED.contains(&self.state)
    }

    /// What its holds and transfers are for.
    pub const fn cause(&self) -> Cause {
        Cause::new(CauseKind::Voucher, self.id)
    }

    /// Whether its time is over.
    pub fn is_over(&self, now: DateTime<Utc>) -> bool {
        self.expires_at <= now
    }

    /// The voucher over by time; none if it is still good, or was closed before.
    #[must_use]
    pub fn expired(&self, now: DateTime<Utc>) -> Option<Self> {
        let due = VoucherState::USABLE.contains(&self.state) && self.is_over(now);
        due.then(|| self.clone().closed(VoucherState::Expired, now))
    }

    /// Whether it can be given back or put out of use: it was not used, and nobody has closed it yet.
    ///
    /// # Errors
    /// [`Refusal::VoucherInUse`], [`Refusal::VoucherUsed`], [`Refusal::VoucherReleased`], [`Refusal::VoucherExpired`],
    /// [`Refusal::VoucherDeactivated`].
    pub fn check_unused(&self) -> Result<(), Refusal> {
        match self.state {
            VoucherState::InUse => Err(Refusal::VoucherInUse { used: self.used, uses: self.uses }),
            _ => self.check_not_closed(),
        }
    }

    /// Whether it can be used at this time, even if what closes vouchers by time has not come by yet.
    ///
    /// # Errors
    /// [`Refusal::VoucherUsed`], [`Refusal::VoucherReleased`], [`Refusal::VoucherExpired`],
    /// [`Refusal::VoucherDeactivated`].
    pub fn check_usable(&self, now: DateTime<Utc>) -> Result<(), Refusal> {
        self.check_not_closed()?;
        if self.is_over(now) {
            return Err(Refusal::VoucherExpired { expired_at: self.expires_at });
        }
        Ok(())
    }

    fn check_not_closed(&self) -> Result<(), Refusal> {
        match self.state {
            VoucherState::Held | VoucherState::Undone | VoucherState::InUse => Ok(()),
            VoucherState::Confirmed => Err(Refusal::VoucherUsed),
            VoucherState::Released => Err(Refusal::VoucherReleased),
            VoucherState::Expired => Err(Refusal::VoucherExpired { expired_at: self.expires_at }),
            VoucherState::Deactivated => Err(Refusal::VoucherDeactivated {
                reason: self.deactivation_reason.clone().unwrap_or_default(),
            }),
        }
    }
}

/// The resident behind a voucher, as far as its rules depend on it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Holder {
    /// The full name.
    pub name: String,
    /// Where the resident stands.
    pub state: ResidentState,
    /// What eligibility asks.
    pub earner: Earner,
}

impl Holder {
    /// Whether the resident is registered now.
    ///
    /// # Errors
    /// [`Refusal::ResidentNotActive`].
    pub fn check_active(&self) -> Result<(), Refusal> {
        if self.state == ResidentState::Active { Ok(()) } else { Err(Refusal::ResidentNotActive) }
    }
}

/// A voucher with its offer and its resident.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WholeVoucher {
    /// The voucher.
    pub voucher: Voucher,
    /// What it gives a right to.
    pub offer: Offer,
    /// Whose it is.
    pub holder: Holder,
    /// Its slot, if the offer has slots.
    pub slot: Option<Slot>,
}

impl WholeVoucher {
    /// The transfers of its price out of its holds to what was spent; none for a free voucher.
    pub fn spendings(&self, holds: &[Hold], mut id: impl FnMut() -> TransferId) -> Vec<Posting> {
        let price = self.voucher.price;
        let spending = |hold: &Hold| {
            let (partner, offer) = (self.offer.partner.name.clone(), self.offer.title.clone());
            let explanation = Explanation::Voucher { partner, offer, price, share: share(price, hold) };
            hold.spending(id(), explanation)
        };
        holds.iter().map(spending).collect()
    }

    /// The transfers that give its spendings back.
    pub fn refunds(
        &self,
        spendings: &[Original],
        reason: &str,
        mut id: impl FnMut() -> TransferId,
    ) -> Vec<Posting> {
        let cause = self.voucher.cause();
        spendings.iter().map(|spending| refund(spending, id(), cause, reason)).collect()
    }

    /// Whether nobody can use it any more: its time is over, its slot was cancelled, or its resident has left.
    pub fn is_good_no_more(&self, now: DateTime<Utc>) -> bool {
        let cancelled = self.slot.as_ref().is_some_and(|slot| slot.state == SlotState::Cancelled);
        cancelled || self.holder.state != ResidentState::Active || self.voucher.is_over(now)
    }

    /// Whose voucher it is, and whose points these spendings took.
    pub fn parties(&self, spendings: &[Original]) -> BTreeSet<ResidentId> {
        let payer = |spending: &Original| match spending.debit {
            Side::Wallet(resident) => Some(resident),
            Side::System(_) => None,
        };
        std::iter::once(self.voucher.resident).chain(spendings.iter().filter_map(payer)).collect()
    }

    /// The voucher, in another slot of its offer; until its own slot begins.
    ///
    /// # Errors
    /// Those of [`Voucher::check_unused`], [`Refusal::OfferWithoutSlots`], [`Refusal::ResidentNotActive`],
    /// [`Refusal::SlotInvalid`], [`Refusal::SlotBegun`], [`Refusal::SlotCancelled`], [`Refusal::SlotFull`].
    pub fn moved_to(self, slot: Slot, now: DateTime<Utc>) -> Result<Self, Refusal> {
        self.voucher.check_unused()?;
        self.holder.check_active()?;
        let own = self.slot.as_ref().ok_or(Refusal::OfferWithoutSlots)?;
        own.check_ahead(now)?;
        if slot.of != SlotOf::Offer(self.offer.id) || slot.id == own.id {
            return Err(Refusal::SlotInvalid {
                place: "slot_id", why: "请选择该优惠的另一个场次"
            });
        }
        if !self.offer.is_valid_for((slot.starts_at, slot.ends_at)) {
            return Err(OUTSIDE_VALIDITY);
        }
        slot.check_seat(now)?;
        let voucher = Voucher { expires_at: slot.ends_at, slot: Some(slot.id), ..self.voucher };
        Ok(Self { voucher, slot: Some(slot), ..self })
    }
}

#[cfg(test)]
#[path = "vouchers_tests.rs"]
mod tests;
