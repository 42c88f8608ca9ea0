//! Debts 欠分: what is taken back after it was spent is owed, and later awards pay it first.
//!
//! Source: the points ledger of the product: a reversal takes what is left and books the rest as a debt.

use std::collections::BTreeMap;

use super::posting::{Cause, CauseKind, Posting, Side, SystemAccount, TransferCode};
use super::{Explanation, Lapse, Parts, Wallet};
use crate::ids::{ResidentId, TransferId};
use crate::points::Points;

const OWED: Side = Side::System(SystemAccount::Owed);

/// What is taken from a wallet whether it has it or not: what it lacks is advanced first.
#[derive(Debug, Clone, PartialEq)]
pub struct Taking {
    /// The advance that the resident owes from then on; none if the wallet has enough.
    pub advance: Option<Posting>,
    /// Of which lots the whole is then taken.
    pub parts: Parts,
}

/// Returns how `amount` is taken from the wallet of `resident`: of the lots that were `given` first, then of those that
/// lapse first, then of an advance, which lapses as if it had been earned now.
pub fn take_with_debt(
    (resident, wallet): (ResidentId, &Wallet),
    (amount, given): (Points, &Parts),
    lapse: Lapse,
    (id, cause): (TransferId, Cause),
) -> Taking {
    let there = wallet.take_back(amount, given);
    let missing = Parts::one(lapse, amount.minus(there.total()));
    let parts = there.plus(&missing);
    Taking { advance: advance((resident, missing), (id, cause)), parts }
}

/// Returns the transfer that advances to a resident what is missing; none if nothing is.
pub(super) fn advance(
    (resident, missing): (ResidentId, Parts),
    (id, cause): (TransferId, Cause),
) -> Option<Posting> {
    let sides = (OWED, Side::Wallet(resident));
    let explanation = Explanation::Debt { owed: missing.total() };
    (!missing.is_empty()).then(|| Posting::plain(id, TransferCode::Owe, sides, missing, cause, explanation))
}

/// Returns the transfer by which a resident who owes `debt` pays these points of it; none if they are none.
pub(super) fn repay(
    (resident, debt): (ResidentId, Points),
    parts: Parts,
    (id, cause): (TransferId, Cause),
) -> Option<Posting> {
    let explanation = Explanation::Repayment { left: debt.minus(parts.total()) };
    let sides = (Side::Wallet(resident), OWED);
    (!parts.is_empty()).then(|| Posting::plain(id, TransferCode::Repay, sides, parts, cause, explanation))
}

/// Returns awards, each followed by what it pays of a debt; `wallets` are those of their residents before.
pub fn with_repayments(
    awards: Vec<Posting>,
    wallets: &BTreeMap<ResidentId, Wallet>,
    mut id: impl FnMut() -> TransferId,
) -> Vec<Posting> {
    let mut debts: BTreeMap<ResidentId, Points> = BTreeMap::new();
    let pay = |award: Posting| {
        let repaid = match award.credit {
            Side::Wallet(resident) => {
                let before = || wallets.get(&resident).map_or(Points::ZERO, |wallet| wallet.debt);
                let debt = debts.entry(resident).or_insert_with(before);
                let cause = Cause::new(CauseKind::Transfer, award.id);
                let repaid = repay((resident, *debt), award.parts.first(*debt), (id(), cause));
                *debt = debt.minus(repaid.as_ref().map_or(Points::ZERO, |repaid| repaid.parts.total()));
                repaid
            }
            Side::System(_) => None,
        };
        [Some(award), repaid].into_iter().flatten()
    };
    awards.into_iter().flat_map(pay).collect()
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::{take_with_debt, with_repayments};
    use crate::ids::{ResidentId, TransferId};
    use crate::ledger::tests::{parts, wallet, year};
    use crate::ledger::{Cause, CauseKind, Correction, Posting, Side, TransferCode, Wallet};
    use crate::points::Points;
    use crate::residents::Own;
    use uuid::Uuid;

    const RESIDENT: ResidentId = ResidentId::new(Uuid::from_u128(1));

    fn id(number: u128) -> TransferId {
        TransferId::new(Uuid::from_u128(number))
    }

    fn take(wallet: &Wallet, points: i64) -> super::Taking {
        let cause = Cause::new(CauseKind::Resident, RESIDENT);
        let given = parts(&[(2028, points)]);
        take_with_debt((RESIDENT, wallet), (given.total(), &given), year(2030), (id(2), cause))
    }

    #[test]
    fn what_is_there_is_taken_without_a_debt() {
        let taking = take(&wallet(&[(2028, 10, 0)]), 10);
        assert_eq!((taking.advance, taking.parts), (None, parts(&[(2028, 10)])));
    }

    #[test]
    fn what_is_missing_is_advanced_and_taken_at_once() {
        let taking = take(&wallet(&[(2027, 3, 0), (2028, 5, 4)]), 10);
        assert_eq!(taking.parts, parts(&[(2027, 3), (2028, 1), (2030, 6)]));
        let advance = taking.advance.unwrap();
        assert_eq!((advance.credit, advance.parts), (Side::Wallet(RESIDENT), parts(&[(2030, 6)])));
    }

    fn award(points: i64) -> Posting {
        let correction = Correction { own: Own::default(), lapse: year(2028), reason: String::new() };
        correction.open(RESIDENT, Points::new(points), id(3)).unwrap()
    }

    #[test]
    fn an_award_pays_the_debt_first_as_far_as_it_reaches() {
        let pays = |debt: i64, points| {
            let owing = Wallet { debt: Points::new(debt), ..Wallet::default() };
            let paid = with_repayments(vec![award(points)], &BTreeMap::from([(RESIDENT, owing)]), || id(4));
            paid.into_iter().nth(1)
        };
        assert_eq!(pays(0, 5), None);
        assert_eq!(pays(3, 5).unwrap().parts, parts(&[(2028, 3)]));
        assert_eq!(pays(8, 5).unwrap().parts, parts(&[(2028, 5)]));
        assert_eq!(pays(3, 5).unwrap().debit, Side::Wallet(RESIDENT));
    }

    #[test]
    fn several_awards_at_once_pay_a_debt_once() {
        let owing = Wallet { debt: Points::new(7), ..Wallet::default() };
        let wallets = BTreeMap::from([(RESIDENT, owing)]);
        let postings = with_repayments(vec![award(5), award(5), award(5)], &wallets, || id(9));
        let moved: Vec<_> = postings.iter().map(|one| (one.code, one.parts.total().get())).collect();
        use TransferCode::{Opening, Repay};
        assert_eq!(moved, [(Opening, 5), (Repay, 5), (Opening, 5), (Repay, 2), (Opening, 5)]);
    }
}
