//! Vouchers 券: one resident's right to an offer, from taking it to the day it is used, given back or over.

use chrono::{DateTime, Duration, NaiveDate, Utc};
use serde::{Deserialize, Serialize};
use strum::{Display, EnumString};
use utoipa::ToSchema;

use crate::Refusal;
use crate::codes::Code;
use crate::ids::{OfferId, ResidentId, TransferId, VoucherId};
use crate::ledger::{Cause, CauseKind, Explanation, Hold, Original, Posting, Purse, refund, share};
use crate::offers::Offer;
use crate::points::Points;
use crate::residents::ResidentState;

/// Where a voucher stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Display, EnumString, ToSchema)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum VoucherState {
    /// Taken; its price is held.
    Held,
    /// Used; its price is spent.
    Confirmed,
    /// Its confirmation was undone; its price is held again, and it is as good as before.
    Undone,
    /// Given back, and its price with it.
    Released,
    /// Its time went by; its price was given back.
    Expired,
}

impl VoucherState {
    /// Those in which a voucher can still be used or given back, and its price is held.
    pub const OPEN: [Self; 2] = [Self::Held, Self::Undone];
    /// Those in which it counts against the quota and the limit: taken, and not given back.
    pub const TAKEN: [Self; 3] = [Self::Held, Self::Undone, Self::Confirmed];
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
    /// What it costs.
    pub price: Points,
    /// When it was taken.
    pub taken_at: DateTime<Utc>,
    /// Until when it can be used; that moment itself is too late.
    pub expires_at: DateTime<Utc>,
    /// When it was used, given back or over.
    pub closed_at: Option<DateTime<Utc>>,
}

impl Voucher {
    /// The same, in a state that it does not leave by itself.
    #[must_use]
    pub fn closed(self, state: VoucherState, at: DateTime<Utc>) -> Self {
        Self { state, closed_at: Some(at), ..self }
    }

    /// The same after its confirmation was undone; its price is held again.
    #[must_use]
    pub fn held_again(self) -> Self {
        Self { state: VoucherState::Undone, closed_at: None, ..self }
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
        let due = VoucherState::OPEN.contains(&self.state) && self.is_over(now);
        due.then(|| self.clone().closed(VoucherState::Expired, now))
    }

    /// Whether it can be given back: it was not used, and nobody has closed it yet.
    ///
    /// # Errors
    /// [`Refusal::VoucherUsed`], [`Refusal::VoucherReleased`], [`Refusal::VoucherExpired`].
    pub fn check_open(&self) -> Result<(), Refusal> {
        match self.state {
            VoucherState::Held | VoucherState::Undone => Ok(()),
            VoucherState::Confirmed => Err(Refusal::VoucherUsed),
            VoucherState::Released => Err(Refusal::VoucherReleased),
            VoucherState::Expired => Err(Refusal::VoucherExpired { expired_at: self.expires_at }),
        }
    }

    /// Whether it can be used at this time, even if what closes vouchers by time has not come by yet.
    ///
    /// # Errors
    /// [`Refusal::VoucherUsed`], [`Refusal::VoucherReleased`], [`Refusal::VoucherExpired`].
    pub fn check_usable(&self, now: DateTime<Utc>) -> Result<(), Refusal> {
        self.check_open()?;
        if self.is_over(now) {
            return Err(Refusal::VoucherExpired { expired_at: self.expires_at });
        }
        Ok(())
    }
}

/// The resident behind a voucher, as far as its rules depend on it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Holder {
    /// The full name.
    pub name: String,
    /// The year of birth, if known.
    pub birth_year: Option<i32>,
    /// Where the resident stands.
    pub state: ResidentState,
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
    pub fn refunds(&self, spendings: &[Original], mut id: impl FnMut() -> TransferId) -> Vec<Posting> {
        let cause = self.voucher.cause();
        spendings.iter().map(|spending| refund(spending, id(), cause, "店员撤销核销")).collect()
    }
}

/// A resident who wants a voucher of an offer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Taker {
    /// Who it is.
    pub holder: Holder,
    /// What it can be paid from.
    pub purse: Purse,
    /// Vouchers of the offer that the resident has taken and not given back.
    pub taken: i64,
}

/// Returns until when the voucher would be good, or the first term of the offer that forbids it.
///
/// Source: rule 3 of the product: price, quota, limit, time and eligibility are checked when the voucher is taken.
///
/// # Errors
/// [`Refusal::ResidentNotActive`], [`Refusal::OfferNotOpen`], [`Refusal::OfferNotYetValid`],
/// [`Refusal::OfferClosed`], [`Refusal::BirthYearUnknown`], [`Refusal::AgeNotEligible`], [`Refusal::PersonLimitReached`],
/// [`Refusal::QuotaUsedUp`], [`Refusal::NotEnoughPoints`].
pub fn take(
    offer: &Offer,
    taker: &Taker,
    now: DateTime<Utc>,
    today: NaiveDate,
) -> Result<DateTime<Utc>, Refusal> {
    taker.holder.check_active()?;
    if !offer.is_on_offer() {
        return Err(Refusal::OfferNotOpen);
    }
    offer.check_time(now)?;
    offer.ages.check(taker.holder.birth_year, today)?;
    if let Some(limit) = offer.per_person_limit.map(i64::from).filter(|limit| taker.taken >= *limit) {
        return Err(Refusal::PersonLimitReached { limit });
    }
    if offer.quota_left() == Some(0) {
        return Err(Refusal::QuotaUsedUp);
    }
    taker.purse.can_pay(offer.price)?;
    Ok(offer.valid_to.min(now + Duration::days(offer.voucher_days.into())))
}

#[cfg(test)]
#[path = "vouchers_tests.rs"]
mod tests;
