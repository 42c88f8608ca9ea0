//! Corrections of wallets by staff, and balances from before Linli.

use super::posting::{Cause, CauseKind, Posting, Side, SystemAccount, TransferCode};
use super::{Explanation, Wallet};
use crate::Refusal;
use crate::ids::{ResidentId, TransferId};
use crate::points::Points;

/// Whether somebody, who may be a resident too, may correct the wallet of `resident`: everybody's but the own.
pub(super) fn check_not_own(own: Option<ResidentId>, resident: ResidentId) -> Result<(), Refusal> {
    if own == Some(resident) { Err(Refusal::OwnWallet) } else { Ok(()) }
}

/// Returns the transfer that changes the wallet of `resident` by `change`, which is not zero; `own` is the resident that
/// the person who does it is, if any.
///
/// # Errors
/// [`Refusal::OwnWallet`]; [`Refusal::NotEnoughPoints`] if more would be taken than is available.
pub fn adjustment(
    own: Option<ResidentId>,
    (resident, wallet): (ResidentId, &Wallet),
    change: Points,
    id: TransferId,
    reason: String,
) -> Result<Posting, Refusal> {
    check_not_own(own, resident)?;
    let (staff, resident_side) = (Side::System(SystemAccount::Adjusted), Side::Wallet(resident));
    let (sides, amount) = if change.is_positive() {
        ((staff, resident_side), change)
    } else {
        let taken = Points::ZERO.minus(change);
        wallet.can_pay(taken)?;
        ((resident_side, staff), taken)
    };
    let cause = Cause::new(CauseKind::Resident, resident);
    let explanation = Explanation::Adjustment { reason };
    Ok(Posting::plain(id, TransferCode::Adjust, sides, amount, cause, explanation))
}

/// Returns the transfer that gives `resident` a balance from before Linli; `own` is the resident that the person who does
/// it is, if any.
///
/// # Errors
/// [`Refusal::OwnWallet`].
pub fn opening_balance(
    own: Option<ResidentId>,
    resident: ResidentId,
    points: Points,
    id: TransferId,
    note: String,
) -> Result<Posting, Refusal> {
    check_not_own(own, resident)?;
    let sides = (Side::System(SystemAccount::Opening), Side::Wallet(resident));
    let cause = Cause::new(CauseKind::Resident, resident);
    Ok(Posting::plain(id, TransferCode::Opening, sides, points, cause, Explanation::Opening { note }))
}

#[cfg(test)]
mod tests {
    use super::{adjustment, opening_balance};
    use crate::Refusal;
    use crate::ids::{ResidentId, TransferId};
    use crate::ledger::{Posting, Side, SystemAccount, Wallet};
    use crate::points::Points;
    use uuid::Uuid;

    const RESIDENT: ResidentId = ResidentId::new(Uuid::from_u128(1));
    const ADJUSTED: Side = Side::System(SystemAccount::Adjusted);

    fn adjust(change: i64) -> Result<Posting, Refusal> {
        let wallet = Wallet { posted: Points::new(10), held: Points::new(4) };
        adjustment(
            None,
            (RESIDENT, &wallet),
            Points::new(change),
            TransferId::new(Uuid::nil()),
            "核对".into(),
        )
    }

    #[test]
    fn nobody_corrects_a_wallet_of_ones_own() {
        let wallet = Wallet { posted: Points::new(10), held: Points::ZERO };
        let id = TransferId::new(Uuid::nil());
        for change in [3, -3] {
            let of = |own| adjustment(own, (RESIDENT, &wallet), Points::new(change), id, "核对".into());
            assert_eq!(of(Some(RESIDENT)), Err(Refusal::OwnWallet));
            assert!(of(Some(ResidentId::new(Uuid::nil()))).is_ok());
        }
        let opening = |own| opening_balance(own, RESIDENT, Points::new(3), id, "纸质积分卡".into());
        assert_eq!(opening(Some(RESIDENT)), Err(Refusal::OwnWallet));
        assert!(opening(None).is_ok());
    }

    #[test]
    fn points_are_given_out_of_and_taken_into_the_same_account() {
        let given = adjust(3).unwrap();
        assert_eq!((given.debit, given.credit), (ADJUSTED, Side::Wallet(RESIDENT)));
        let taken = adjust(-3).unwrap();
        assert_eq!((taken.debit, taken.credit), (Side::Wallet(RESIDENT), ADJUSTED));
        assert_eq!((given.amount, taken.amount), (Points::new(3), Points::new(3)));
    }

    #[test]
    fn no_more_is_taken_than_is_available() {
        assert!(adjust(-6).is_ok());
        let refused = Refusal::NotEnoughPoints { price: Points::new(7), available: Points::new(6) };
        assert_eq!(adjust(-7), Err(refused));
    }
}
