//! Holds 冻结: points promised to an open voucher or order, in one wallet or in those of a household that pays together.

use super::posting::{Cause, Posting, Side, SystemAccount, TransferCode};
use super::{Explanation, Original, Parts, Purse};
use crate::Refusal;
use crate::ids::{HoldId, ResidentId, TransferId};
use crate::points::Points;

/// Points of a wallet that are held, or are to be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hold {
    /// Its identifier.
    pub id: HoldId,
    /// Whose wallet.
    pub resident: ResidentId,
    /// How much of which lots; more than none.
    pub parts: Parts,
    /// For what.
    pub cause: Cause,
}

impl Purse {
    /// Returns the holds of a `price`: one for each wallet that pays, none for what is free.
    ///
    /// # Errors
    /// [`Refusal::NotEnoughPoints`] with what there is altogether.
    pub fn hold(
        &self,
        price: Points,
        cause: Cause,
        mut id: impl FnMut() -> HoldId,
    ) -> Result<Vec<Hold>, Refusal> {
        let shares = self.draw(price)?.into_iter();
        Ok(shares.map(|(resident, parts)| Hold { id: id(), resident, parts, cause }).collect())
    }
}

impl Hold {
    /// The transfer that spends what is held.
    pub fn spending(&self, id: TransferId, explanation: Explanation) -> Posting {
        let sides = (Side::Wallet(self.resident), Side::System(SystemAccount::Spent));
        let (parts, cause) = (self.parts.clone(), self.cause);
        let posting = Posting::plain(id, TransferCode::Spend, sides, parts, cause, explanation);
        Posting { hold: Some(self.id), ..posting }
    }

    /// The same points held again after what was spent was given back.
    pub fn again(spending: &Original, id: HoldId, cause: Cause) -> Option<Self> {
        let Side::Wallet(resident) = spending.debit else { return None };
        Some(Self { id, resident, parts: spending.parts.clone(), cause })
    }
}

/// The holds that are left of these when only `price` is to be paid, each anew: of the first wallets, what lapses first.
pub fn reduced(holds: &[Hold], price: Points, mut id: impl FnMut() -> HoldId) -> Vec<Hold> {
    let mut missing = price;
    let mut left = Vec::new();
    for hold in holds {
        let parts = hold.parts.first(missing);
        missing = missing.minus(parts.total());
        if !parts.is_empty() {
            left.push(Hold { id: id(), parts, ..hold.clone() });
        }
    }
    left
}

/// The transfer that gives back what was spent, to lapse when it would have.
pub fn refund(spending: &Original, id: TransferId, cause: Cause, reason: &str) -> Posting {
    let explanation = Explanation::Reversal { reason: reason.to_owned() };
    let (sides, parts) = ((spending.credit, spending.debit), spending.parts.clone());
    let posting = Posting::plain(id, TransferCode::Reverse, sides, parts, cause, explanation);
    Posting { reverses: Some(spending.id), ..posting }
}

/// What of `price` one wallet pays, where others pay too.
pub fn share(price: Points, hold: &Hold) -> Option<Points> {
    Some(hold.parts.total()).filter(|paid| *paid != price)
}

#[cfg(test)]
mod tests {
    use super::{Hold, reduced, refund, share};
    use crate::ids::{HoldId, OrderId, ResidentId, TransferId};
    use crate::ledger::tests::{parts, wallet};
    use crate::ledger::{
        Cause, CauseKind, Explanation, Original, Parts, Purse, Side, SystemAccount, TransferCode,
    };
    use crate::points::Points;
    use uuid::Uuid;

    const SPENT: Side = Side::System(SystemAccount::Spent);

    fn resident(number: u128) -> ResidentId {
        ResidentId::new(Uuid::from_u128(number))
    }

    fn cause() -> Cause {
        Cause::new(CauseKind::Order, OrderId::new(Uuid::from_u128(9)))
    }

    fn holds(price: i64) -> Vec<Hold> {
        let shared = vec![(resident(2), wallet(&[(2028, 9, 0)]))];
        let purse = Purse { resident: resident(1), own: wallet(&[(2027, 4, 0)]), shared };
        purse.hold(Points::new(price), cause(), || HoldId::new(Uuid::from_u128(5))).unwrap()
    }

    #[test]
    fn every_wallet_that_pays_has_a_hold_and_knows_its_share() {
        let both = holds(10);
        assert_eq!(both.iter().map(|hold| hold.resident).collect::<Vec<_>>(), [resident(1), resident(2)]);
        let shares: Vec<_> = both.iter().map(|hold| share(Points::new(10), hold)).collect();
        assert_eq!(shares, [Some(Points::new(4)), Some(Points::new(6))]);
        assert_eq!(share(Points::new(3), &holds(3)[0]), None);
        assert_eq!(holds(0), []);
    }

    #[test]
    fn when_less_is_to_be_paid_the_own_wallet_pays_before_the_household() {
        let left = |price| {
            let left = reduced(&holds(10), Points::new(price), || HoldId::new(Uuid::from_u128(6)));
            left.iter().map(|hold| (hold.resident, hold.parts.total().get())).collect::<Vec<_>>()
        };
        assert_eq!(left(10), [(resident(1), 4), (resident(2), 6)]);
        assert_eq!(left(5), [(resident(1), 4), (resident(2), 1)]);
        assert_eq!((left(3), left(0)), (vec![(resident(1), 3)], vec![]));
    }

    #[test]
    fn what_was_spent_comes_back_as_it_was_and_can_be_held_again() {
        let note = Explanation::Reversal { reason: String::new() };
        let spent = holds(3)[0].spending(TransferId::new(Uuid::from_u128(6)), note);
        assert_eq!(
            (spent.code, spent.credit, spent.hold),
            (TransferCode::Spend, SPENT, Some(holds(3)[0].id))
        );
        let (id, code, debit, credit) = (spent.id, spent.code, spent.debit, spent.credit);
        let spending = Original {
            id,
            code,
            debit,
            credit,
            parts: spent.parts,
            advanced: Parts::default(),
            reversed: false,
        };
        let back = refund(&spending, TransferId::new(Uuid::from_u128(7)), cause(), "撤销");
        assert_eq!((back.debit, back.credit, back.parts), (SPENT, debit, parts(&[(2027, 3)])));
        let again = Hold::again(&spending, HoldId::new(Uuid::from_u128(8)), cause()).unwrap();
        assert_eq!((again.resident, again.parts), (resident(1), parts(&[(2027, 3)])));
    }
}
