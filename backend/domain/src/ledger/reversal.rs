//! Taking a transfer back.

use super::adjustment::check_not_own;
use super::posting::{Cause, CauseKind, Posting, Side, TransferCode};
use super::{Explanation, Wallet};
use crate::Refusal;
use crate::ids::{ResidentId, TransferId};
use crate::points::Points;

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
    /// How much.
    pub amount: Points,
    /// Whether another transfer has taken it back.
    pub reversed: bool,
}

/// Returns the transfer that takes `original` back out of (or into) `wallet`, the wallet it moved; `own` is the resident
/// that the person who does it is, if any.
///
/// All of it comes back or nothing: points that were spent in the meantime cannot be taken. A spending is undone where
/// it was made, what has lapsed stays lapsed, and a reversal stands.
///
/// # Errors
/// [`Refusal::OwnWallet`], [`Refusal::NotReversible`], [`Refusal::AlreadyReversed`], or [`Refusal::AlreadySpent`] with what is there.
pub fn reversal(
    own: Option<ResidentId>,
    original: &Original,
    wallet: &Wallet,
    id: TransferId,
    reason: String,
) -> Result<Posting, Refusal> {
    for side in [original.debit, original.credit] {
        if let Side::Wallet(resident) = side {
            check_not_own(own, resident)?;
        }
    }
    if !can_be_taken_back(original.code) {
        return Err(Refusal::NotReversible);
    }
    if original.reversed {
        return Err(Refusal::AlreadyReversed);
    }
    let takes = matches!(original.credit, Side::Wallet(_));
    if takes && wallet.available() < original.amount {
        return Err(Refusal::AlreadySpent { price: original.amount, available: wallet.available() });
    }
    let posting = Posting::plain(
        id,
        TransferCode::Reverse,
        (original.credit, original.debit),
        original.amount,
        Cause::new(CauseKind::Transfer, original.id),
        Explanation::Reversal { reason },
    );
    Ok(Posting { reverses: Some(original.id), ..posting })
}

const fn can_be_taken_back(code: TransferCode) -> bool {
    match code {
        TransferCode::Earn | TransferCode::Adjust | TransferCode::Deduct | TransferCode::Opening => true,
        TransferCode::Spend | TransferCode::Expire | TransferCode::Reverse => false,
    }
}

#[cfg(test)]
mod tests {
    use super::{Original, reversal};
    use crate::Refusal;
    use crate::ids::{ResidentId, TransferId};
    use crate::ledger::{Side, SystemAccount, TransferCode, Wallet};
    use crate::points::Points;
    use uuid::Uuid;

    const ISSUED: Side = Side::System(SystemAccount::Issued);
    const RESIDENT: Side = Side::Wallet(ResidentId::new(Uuid::from_u128(1)));

    fn original(code: TransferCode) -> Original {
        let id = TransferId::new(Uuid::from_u128(2));
        Original { id, code, debit: ISSUED, credit: RESIDENT, amount: Points::new(10), reversed: false }
    }

    fn wallet(posted: i64, held: i64) -> Wallet {
        Wallet { posted: Points::new(posted), held: Points::new(held) }
    }

    fn reverse(original: &Original, wallet: &Wallet) -> Result<crate::ledger::Posting, Refusal> {
        reversal(None, original, wallet, TransferId::new(Uuid::from_u128(3)), "重复登记".into())
    }

    #[test]
    fn a_reversal_moves_the_same_points_back_and_names_what_it_reverses() {
        let earn = original(TransferCode::Earn);
        let posting = reverse(&earn, &wallet(10, 0)).unwrap();
        assert_eq!((posting.debit, posting.credit, posting.amount), (RESIDENT, ISSUED, earn.amount));
        assert_eq!((posting.code, posting.reverses), (TransferCode::Reverse, Some(earn.id)));
    }

    #[test]
    fn awards_adjustments_deductions_and_opening_balances_can_be_reversed_and_nothing_else() {
        use TransferCode::{Adjust, Deduct, Earn, Expire, Opening, Reverse, Spend};
        for code in [Earn, Adjust, Deduct, Opening] {
            assert!(reverse(&original(code), &wallet(10, 0)).is_ok(), "{code}");
        }
        for code in [Spend, Expire, Reverse] {
            let refused = reverse(&original(code), &wallet(10, 0));
            assert_eq!(refused, Err(Refusal::NotReversible), "{code}");
        }
    }

    #[test]
    fn nobody_takes_a_transfer_of_ones_own_back() {
        let owner = ResidentId::new(Uuid::from_u128(1));
        let earn = original(TransferCode::Earn);
        let deducted = Original { debit: RESIDENT, credit: ISSUED, ..original(TransferCode::Deduct) };
        for original in [earn, deducted] {
            let by =
                |own| reversal(own, &original, &wallet(10, 0), TransferId::new(Uuid::nil()), "误扣".into());
            assert_eq!(by(Some(owner)), Err(Refusal::OwnWallet));
            assert!(by(Some(ResidentId::new(Uuid::nil()))).is_ok());
        }
    }

    #[test]
    fn a_transfer_is_reversed_once() {
        let reversed = Original { reversed: true, ..original(TransferCode::Earn) };
        assert_eq!(reverse(&reversed, &wallet(10, 0)), Err(Refusal::AlreadyReversed));
    }

    #[test]
    fn points_that_were_spent_or_are_held_cannot_be_taken_back() {
        let spent = Refusal::AlreadySpent { price: Points::new(10), available: Points::new(9) };
        assert_eq!(reverse(&original(TransferCode::Earn), &wallet(9, 0)), Err(spent.clone()));
        assert_eq!(reverse(&original(TransferCode::Earn), &wallet(20, 11)), Err(spent));
    }

    #[test]
    fn what_was_taken_can_always_be_given_back() {
        let deducted = Original { debit: RESIDENT, credit: ISSUED, ..original(TransferCode::Deduct) };
        let posting = reverse(&deducted, &wallet(0, 0)).unwrap();
        assert_eq!((posting.debit, posting.credit), (ISSUED, RESIDENT));
    }
}
