//! Confirmations 核销: a voucher used in a store, and taken back when it was a mistake.

use chrono::{DateTime, Duration, NaiveDate, Utc};

use crate::Refusal;
use crate::codes::Code;
use crate::ids::{ConfirmationId, FailedConfirmationId, PartnerId, StoreId, UserId, VoucherId};
use crate::money::Fen;
use crate::offers::Reckoning;
use crate::points::Points;
use crate::vouchers::{Voucher, WholeVoucher};

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
    /// When.
    pub confirmed_at: DateTime<Utc>,
    /// When it was undone, and by whom.
    pub undone: Option<(DateTime<Utc>, UserId)>,
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
    /// With which code.
    pub code: Code,
    /// The voucher with that code, if there is one.
    pub voucher: Option<VoucherId>,
    /// Why it failed: the kind of the problem that the cashier was told.
    pub reason: String,
    /// When.
    pub tried_at: DateTime<Utc>,
}

/// What becomes of a voucher whose confirmation is undone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AfterUndo {
    /// Its price is held again, and it is as good as before.
    HeldAgain,
    /// Its time went by in the meantime: it is given back.
    Released,
}

impl WholeVoucher {
    /// Whether the voucher can be used in this store now, whatever the bill.
    ///
    /// The store comes first: another partner's store is told nothing else. What was promised when the voucher was
    /// taken is checked again, except for what closing an offer ends: vouchers taken before stay good.
    ///
    /// # Errors
    /// [`Refusal::WrongStore`], [`Refusal::StoreClosed`], [`Refusal::VoucherUsed`], [`Refusal::VoucherReleased`],
    /// [`Refusal::VoucherExpired`], [`Refusal::ResidentNotActive`], [`Refusal::PartnerNotActive`],
    /// [`Refusal::OfferNotYetValid`], [`Refusal::OfferClosed`], [`Refusal::BirthYearUnknown`],
    /// [`Refusal::AgeNotEligible`].
    pub fn check_at(&self, till: &Till, now: DateTime<Utc>, today: NaiveDate) -> Result<(), Refusal> {
        if till.partner != self.offer.partner.id {
            return Err(Refusal::WrongStore);
        }
        if !till.open {
            return Err(Refusal::StoreClosed);
        }
        self.voucher.check_usable(now)?;
        self.holder.check_active()?;
        if !self.offer.partner.active {
            return Err(Refusal::PartnerNotActive);
        }
        self.offer.check_time(now)?;
        self.offer.ages.check(self.holder.birth_year, today)
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
        now: DateTime<Utc>,
        today: NaiveDate,
    ) -> Result<Reckoning, Refusal> {
        self.check_at(till, now, today)?;
        self.offer.terms.reckon(bill)
    }
}

impl Confirmation {
    /// Until when it can be undone.
    pub fn undo_until(&self, window: Duration) -> DateTime<Utc> {
        self.confirmed_at + window
    }

    /// Returns what becomes of the voucher when the confirmation is undone now.
    ///
    /// Source: rule 4 of the product.
    ///
    /// # Errors
    /// [`Refusal::AlreadyUndone`], [`Refusal::UndoWindowClosed`].
    pub fn undo(
        &self,
        voucher: &Voucher,
        window: Duration,
        now: DateTime<Utc>,
    ) -> Result<AfterUndo, Refusal> {
        if self.undone.is_some() {
            return Err(Refusal::AlreadyUndone);
        }
        let closed_at = self.undo_until(window);
        if closed_at < now {
            return Err(Refusal::UndoWindowClosed { closed_at });
        }
        Ok(if voucher.is_over(now) { AfterUndo::Released } else { AfterUndo::HeldAgain })
    }
}

#[cfg(test)]
#[path = "confirmations_tests.rs"]
mod tests;
