//! Taking a confirmation back: undone by the store within the window, corrected by the desk after it.

use std::collections::BTreeSet;

use chrono::{DateTime, Duration, Utc};

use super::Confirmation;
use crate::Refusal;
use crate::ids::{ConfirmationId, CorrectionId, ResidentId, UserId};
use crate::points::Points;
use crate::residents::Own;
use crate::vouchers::WholeVoucher;

/// A correction 更正: the confirmation stands in the lists of its own day, its correction in those of a later one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Correction {
    /// Its identifier, that of its line in the store's statement.
    pub id: CorrectionId,
    /// When.
    pub at: DateTime<Utc>,
    /// By whom.
    pub by: UserId,
    /// Why.
    pub reason: String,
    /// The points that were given back.
    pub points: Points,
}

/// Another confirmation of the same voucher that stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Standing {
    /// Its identifier.
    pub id: ConfirmationId,
    /// Which of the voucher's uses it is.
    pub use_number: i32,
}

/// The first of a voucher's uses that none of these stands for.
pub fn free_use(standing: &[Standing]) -> i32 {
    let is_free = |number: &i32| standing.iter().all(|other| other.use_number != *number);
    (1..).find(is_free).unwrap_or(i32::MAX)
}

/// What becomes of a voucher whose confirmation is undone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AfterUndo {
    /// Other uses of it stand: it has one more to go. The one that is named has spent the price from now on.
    UseBack {
        /// The first of those that stand, if the price was spent by the one that is undone.
        spent_by: Option<ConfirmationId>,
    },
    /// Its price is held again, and it is as good as before.
    HeldAgain,
    /// Its time went by in the meantime, its slot was cancelled, or its resident has left: it is given back.
    Released,
}

/// Who corrects, and whom it concerns.
#[derive(Debug, Clone, Copy)]
pub struct Corrector<'a> {
    /// Who corrects.
    pub user: UserId,
    /// The resident that this is, if any, with the household.
    pub own: &'a Own,
    /// Whose voucher it is, and whose points it was paid with.
    pub parties: &'a BTreeSet<ResidentId>,
}

/// What becomes of a voucher whose confirmation is corrected.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AfterCorrection {
    /// Other uses of it stand, which the price was for: it has one more to go while it is good.
    UseBack,
    /// It is given back, and its price with it.
    GivenBack,
}

impl Confirmation {
    /// Returns what becomes of the voucher when the confirmation is undone now, while these others stand.
    ///
    /// Source: rule 4 of the product.
    ///
    /// # Errors
    /// [`Refusal::AlreadyUndone`], [`Refusal::AlreadyCorrected`], [`Refusal::UndoWindowClosed`].
    pub fn undo(
        &self,
        whole: &WholeVoucher,
        others: &[Standing],
        window: Duration,
        now: DateTime<Utc>,
    ) -> Result<AfterUndo, Refusal> {
        self.check_stands()?;
        let closed_at = self.undo_until(window);
        if closed_at < now {
            return Err(Refusal::UndoWindowClosed { closed_at });
        }
        if let Some(first) = others.iter().min_by_key(|other| other.id) {
            let spent_by = self.spent.is_positive().then_some(first.id);
            return Ok(AfterUndo::UseBack { spent_by });
        }
        Ok(if whole.is_good_no_more(now) { AfterUndo::Released } else { AfterUndo::HeldAgain })
    }

    /// Returns what becomes of the voucher when the confirmation is corrected now, while these others stand.
    ///
    /// The store undoes its own mistakes while it can; then the desk corrects them, and nobody their own, nor what gives
    /// something back to themselves or their household. A use that spent the price for others is corrected after these: so what a month's
    /// statement says of it stays what it was.
    ///
    /// # Errors
    /// [`Refusal::AlreadyUndone`], [`Refusal::AlreadyCorrected`], [`Refusal::CorrectorIsCashier`], [`Refusal::OwnWallet`],
    /// [`Refusal::UndoWindowOpen`], [`Refusal::LaterUsesStand`].
    pub fn correct(
        &self,
        others: &[Standing],
        by: &Corrector<'_>,
        window: Duration,
        now: DateTime<Utc>,
    ) -> Result<AfterCorrection, Refusal> {
        self.check_stands()?;
        if by.user == self.cashier {
            return Err(Refusal::CorrectorIsCashier);
        }
        by.parties.iter().try_for_each(|party| by.own.check_other(*party))?;
        let closes_at = self.undo_until(window);
        if now <= closes_at {
            return Err(Refusal::UndoWindowOpen { closes_at });
        }
        match (others.is_empty(), self.spent.is_positive()) {
            (true, _) => Ok(AfterCorrection::GivenBack),
            (false, false) => Ok(AfterCorrection::UseBack),
            (false, true) => Err(Refusal::LaterUsesStand),
        }
    }

    const fn check_stands(&self) -> Result<(), Refusal> {
        if self.undone.is_some() {
            return Err(Refusal::AlreadyUndone);
        }
        if self.correction.is_some() {
            return Err(Refusal::AlreadyCorrected);
        }
        Ok(())
    }
}
