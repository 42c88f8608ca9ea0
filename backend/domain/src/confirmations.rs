//! Confirmations 核销: a voucher used in a store, and taken back when it was a mistake.

mod taking_back;

pub use taking_back::{AfterCorrection, AfterUndo, Correction, Corrector, Standing, free_use};

use chrono::{DateTime, Duration, Utc};

use crate::Refusal;
use crate::calendar::Local;
use crate::codes::Code;
use crate::ids::{ConfirmationId, FailedConfirmationId, PartnerId, StoreId, UserId, VoucherId};
use crate::money::Fen;
use crate::offers::{Conditions, Past, Reckoning};
use crate::points::Points;
use crate::vouchers::WholeVoucher;

/// A store as a voucher meets it at the counter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Till {
    /// The store.
    pub store: StoreId,
    /// Its name.
    pub name: String,
    /// Its partner.
    pub partner: PartnerId,
    /// Whether the store is open to vouchers.
    pub open: bool,
}

/// A confirmation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Confirmation {
    /// Its identifier.
    pub id: ConfirmationId,
    /// The voucher that was used.
    pub voucher: VoucherId,
    /// Where.
    pub store: StoreId,
    /// Who confirmed it.
    pub cashier: UserId,
    /// What the bill came to.
    pub reckoning: Reckoning,
    /// Which of the voucher's uses it is, from 1 on.
    pub use_number: i32,
    /// The points that were spent by it: the price of the voucher by its first use, none by the others.
    pub spent: Points,
    /// When.
    pub confirmed_at: DateTime<Utc>,
    /// When it was undone, and by whom.
    pub undone: Option<(DateTime<Utc>, UserId)>,
    /// How it was corrected after the time to undo it.
    pub correction: Option<Correction>,
}

/// What the standing confirmations of a day add up to.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct DayTotals {
    /// How many there are.
    pub count: i64,
    /// What they took off the bills.
    pub discount: Fen,
    /// What residents spent on them.
    pub points: Points,
}

/// A confirmation that failed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FailedConfirmation {
    /// Its identifier.
    pub id: FailedConfirmationId,
    /// Where it was tried.
    pub store: StoreId,
    /// By whom.
    pub cashier: UserId,
    /// With which code, typed or that of the voucher whose token was scanned; none if the token is none of ours.
    pub code: Option<Code>,
    /// The voucher with that code, if there is one.
    pub voucher: Option<VoucherId>,
    /// Why it failed: the kind of the problem that the cashier was told.
    pub reason: String,
    /// When.
    pub tried_at: DateTime<Utc>,
}

impl WholeVoucher {
    /// Whether the voucher can be used in this store now, whatever the bill, after those uses that count against limits.
    ///
    /// The store comes first: another partner's store is told nothing else. What was promised when the voucher was
    /// taken is checked again, except for what closing an offer ends: vouchers taken before stay good. Of the conditions,
    /// either those of then or those of today must be met.
    ///
    /// # Errors
    /// [`Refusal::WrongStore`], [`Refusal::StoreClosed`], [`Refusal::VoucherUsed`], [`Refusal::VoucherReleased`],
    /// [`Refusal::VoucherExpired`], [`Refusal::VoucherDeactivated`], [`Refusal::ResidentNotActive`],
    /// [`Refusal::PartnerNotActive`], [`Refusal::OfferNotYetValid`], [`Refusal::OfferClosed`], [`Refusal::OutsideSlot`],
    /// those of [`Conditions::check_use`].
    pub fn check_at(&self, till: &Till, past: &[Past], local: Local) -> Result<(), Refusal> {
        if till.partner != self.offer.partner.id {
            return Err(Refusal::WrongStore);
        }
        if !till.open {
            return Err(Refusal::StoreClosed);
        }
        self.voucher.check_usable(local.now)?;
        self.holder.check_active()?;
        if !self.offer.partner.active {
            return Err(Refusal::PartnerNotActive);
        }
        self.offer.check_time(local.now)?;
        if let Some((terms, slot)) = self.offer.slots.zip(self.slot.as_ref()) {
            slot.check_use(terms, local.now)?;
        }
        let who = (self.voucher.resident, &self.holder.earner);
        let check = |conditions: &Conditions| conditions.check_use(till.store, who, past, local);
        check(&self.offer.conditions).or_else(|today| check(&self.voucher.conditions).map_err(|_| today))
    }

    /// Since when uses count against its limits, those of its taking or those of today; none if there are no limits.
    pub fn counted_since(&self, local: Local) -> Option<DateTime<Utc>> {
        let since = [&self.offer.conditions, &self.voucher.conditions].map(|of| of.counted_since(local));
        since.into_iter().flatten().min()
    }

    /// Whether somebody who works at these tills is told of the voucher: if any of them is of the offer's partner. Everybody
    /// else is told what any of their tills would say, and nothing of its resident, its price or what has become of it.
    ///
    /// # Errors
    /// [`Refusal::WrongStore`].
    pub fn check_told_at(&self, tills: &[Till]) -> Result<(), Refusal> {
        let own = tills.iter().any(|till| till.partner == self.offer.partner.id);
        if own { Ok(()) } else { Err(Refusal::WrongStore) }
    }

    /// Returns what the bill comes to when the voucher is used in this store now.
    ///
    /// Source: rule 3 of the product: the terms are checked when the voucher is taken and again when it is confirmed.
    ///
    /// # Errors
    /// Those of [`WholeVoucher::check_at`], [`Refusal::BillMissing`], [`Refusal::BillTooSmall`].
    pub fn confirm_at(
        &self,
        till: &Till,
        bill: Option<Fen>,
        past: &[Past],
        local: Local,
    ) -> Result<Reckoning, Refusal> {
        self.check_at(till, past, local)?;
        self.offer.terms.reckon(bill)
    }

    /// What is spent by the next use: the price of the whole voucher by the first, nothing by the others.
    pub fn to_spend(&self) -> Points {
        if self.voucher.holds_price() { self.voucher.price } else { Points::ZERO }
    }
}

impl Confirmation {
    /// Until when it can be undone.
    pub fn undo_until(&self, window: Duration) -> DateTime<Utc> {
        self.confirmed_at + window
    }
}

#[cfg(test)]
#[path = "confirmations_tests.rs"]
mod tests;
