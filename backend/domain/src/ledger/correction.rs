//! Corrections of wallets by staff: adjusting, bringing balances along, deducting, taking a transfer back.

use std::collections::BTreeMap;

use super::debt::{advance, repay, take_with_debt};
use super::posting::{Cause, CauseKind, Posting, Side, SystemAccount, TransferCode};
use super::{Explanation, Lapse, Parts, Wallet};
use crate::Refusal;
use crate::ids::{ResidentId, TransferId};
use crate::points::Points;
use crate::residents::Own;

/// A correction, whatever it corrects.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Correction {
    /// Whose wallets the person who does it has a part in: nobody corrects one of those.
    pub own: Own,
    /// When points lapse that are given now.
    pub lapse: Lapse,
    /// Why.
    pub reason: String,
}

/// A transfer, as far as taking it back is concerned.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Original {
    /// The transfer's identifier.
    pub id: TransferId,
    /// What it is.
    pub code: TransferCode,
    /// Who gave.
    pub debit: Side,
    /// Who got.
    pub credit: Side,
    /// How much of which lots.
    pub parts: Parts,
    /// Of that, what was advanced for it, because the wallet had too little.
    pub advanced: Parts,
    /// Whether another transfer has taken it back.
    pub reversed: bool,
}

impl Correction {
    /// Returns the transfer that changes the wallet of `resident` by `change`, which is not zero.
    ///
    /// # Errors
    /// [`Refusal::OwnWallet`]; [`Refusal::NotEnoughPoints`] if more would be taken than is available.
    pub fn adjust(
        self,
        (resident, wallet): (ResidentId, &Wallet),
        change: Points,
        id: TransferId,
    ) -> Result<Posting, Refusal> {
        self.check_not_own(Side::Wallet(resident))?;
        let (staff, resident_side) = (Side::System(SystemAccount::Adjusted), Side::Wallet(resident));
        let (sides, parts) = if change.is_positive() {
            ((staff, resident_side), Parts::one(self.lapse, change))
        } else {
            ((resident_side, staff), wallet.draw(Points::ZERO.minus(change))?)
        };
        let cause = Cause::new(CauseKind::Resident, resident);
        let explanation = Explanation::Adjustment { reason: self.reason };
        Ok(Posting::plain(id, TransferCode::Adjust, sides, parts, cause, explanation))
    }

    /// Returns the transfer that gives `resident` a balance from before Linli.
    ///
    /// # Errors
    /// [`Refusal::OwnWallet`].
    pub fn open(self, resident: ResidentId, points: Points, id: TransferId) -> Result<Posting, Refusal> {
        self.check_not_own(Side::Wallet(resident))?;
        let sides = (Side::System(SystemAccount::Opening), Side::Wallet(resident));
        let cause = Cause::new(CauseKind::Resident, resident);
        let parts = Parts::one(self.lapse, points);
        let explanation = Explanation::Opening { note: self.reason, imported: None };
        Ok(Posting::plain(id, TransferCode::Opening, sides, parts, cause, explanation))
    }

    /// Returns the transfers that deduct `points` from the wallet of `resident` for a breach: an advance first, if it has
    /// too few.
    ///
    /// # Errors
    /// [`Refusal::OwnWallet`].
    pub fn deduct(
        self,
        of: (ResidentId, &Wallet),
        points: Points,
        cause: Cause,
        (advance, id): (TransferId, TransferId),
    ) -> Result<Vec<Posting>, Refusal> {
        self.check_not_own(Side::Wallet(of.0))?;
        let taking = take_with_debt(of, (points, &Parts::default()), self.lapse, (advance, cause));
        let sides = (Side::Wallet(of.0), Side::System(SystemAccount::Deducted));
        let explanation = Explanation::Deduction { reason: self.reason };
        let deduct = Posting::plain(id, TransferCode::Deduct, sides, taking.parts, cause, explanation);
        Ok(taking.advance.into_iter().chain([deduct]).collect())
    }

    /// Returns the transfers that take `original` back, `wallets` being those of its sides: an advance first, if the one
    /// that got the points has spent them; after it, what is owed no more because of it.
    ///
    /// Who gave points away gets the very same back, to lapse when they would have. A spending is undone where it was made,
    /// what has lapsed stays lapsed, what was repaid is repaid, and a reversal stands.
    ///
    /// # Errors
    /// [`Refusal::OwnWallet`], [`Refusal::NotReversible`], [`Refusal::AlreadyReversed`].
    pub fn reverse(
        self,
        original: &Original,
        wallets: &BTreeMap<ResidentId, Wallet>,
        mut id: impl FnMut() -> TransferId,
    ) -> Result<Vec<Posting>, Refusal> {
        self.check_not_own(original.debit)?;
        self.check_not_own(original.credit)?;
        if !can_be_taken_back(original.code) {
            return Err(Refusal::NotReversible);
        }
        if original.reversed {
            return Err(Refusal::AlreadyReversed);
        }
        let cause = Cause::new(CauseKind::Transfer, original.id);
        let of = |resident| wallets.get(&resident).cloned().unwrap_or_default();
        let (given, sides) = (&original.parts, (original.credit, original.debit));
        let (advance, parts, repaid) = match sides {
            (Side::System(_), Side::System(_)) => (None, given.clone(), None),
            (Side::Wallet(from), Side::System(_)) => {
                let wanted = (given.total(), given);
                let taking = take_with_debt((from, &of(from)), wanted, self.lapse, (id(), cause));
                (taking.advance, taking.parts, None)
            }
            // What was advanced for it is owed no more, as far as it still is.
            (Side::System(_), Side::Wallet(to)) => {
                let debt = of(to).debt;
                (None, given.clone(), repay((to, debt), original.advanced.first(debt), (id(), cause)))
            }
            (Side::Wallet(from), Side::Wallet(_)) => {
                let there = of(from).lots.available();
                let missing = given.without(&there);
                let rest = there.without(given).first(missing.total());
                let debt = of(from).debt.plus(missing.total());
                let advance = advance((from, missing), (id(), cause));
                (advance, given.clone(), repay((from, debt), rest, (id(), cause)))
            }
        };
        let explanation = Explanation::Reversal { reason: self.reason };
        let back = Posting::plain(id(), TransferCode::Reverse, sides, parts, cause, explanation);
        let back = Posting { reverses: Some(original.id), ..back };
        Ok(advance.into_iter().chain([back]).chain(repaid).collect())
    }

    fn check_not_own(&self, side: Side) -> Result<(), Refusal> {
        match side {
            Side::Wallet(resident) => self.own.check_other(resident),
            Side::System(_) => Ok(()),
        }
    }
}

const fn can_be_taken_back(code: TransferCode) -> bool {
    match code {
        TransferCode::Earn
        | TransferCode::Adjust
        | TransferCode::Deduct
        | TransferCode::Opening
        | TransferCode::Give => true,
        TransferCode::Spend
        | TransferCode::Expire
        | TransferCode::Reverse
        | TransferCode::Owe
        | TransferCode::Repay => false,
    }
}

#[cfg(test)]
#[path = "correction_tests.rs"]
mod tests;
