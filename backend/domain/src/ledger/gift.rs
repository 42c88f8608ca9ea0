//! Gifts 赠送: points given to another resident or to a fund, within what the rule book allows; and what a fund gives.

use super::posting::{Cause, CauseKind, Posting, Side, SystemAccount, TransferCode};
use super::{Explanation, Lapse, Parts, Wallet};
use crate::Refusal;
use crate::funds::{Fund, FundTotals};
use crate::ids::{ResidentId, TransferId};
use crate::points::Points;
use crate::residents::{Own, masked_name};
use crate::rulebooks::Giving;

/// Who gives.
#[derive(Debug, Clone, Copy)]
pub struct Giver<'a> {
    /// The resident.
    pub resident: ResidentId,
    /// The name.
    pub name: &'a str,
    /// The wallet.
    pub wallet: &'a Wallet,
    /// What the resident has given away this month, not counting what was taken back.
    pub given: Points,
    /// The resident that the person is who gives in this one's place, if any: nobody gives to oneself what is others'.
    pub instead: Option<ResidentId>,
}

/// Who gets the points.
#[derive(Debug, Clone)]
pub enum Receiver {
    /// Another resident, and the name.
    Resident(ResidentId, String),
    /// A fund.
    Fund(Fund),
}

impl Receiver {
    /// The resident among them.
    pub const fn resident(&self) -> Option<ResidentId> {
        match self {
            Self::Resident(resident, _) => Some(*resident),
            Self::Fund(_) => None,
        }
    }
}

impl Giving {
    /// How many points may still be given away this month, besides what was given.
    pub fn left(self, given: Points) -> Points {
        self.per_month.minus(given).max(Points::ZERO)
    }

    /// Whether so many points may be given away besides what was given this month.
    ///
    /// # Errors
    /// [`Refusal::GiftLimitReached`].
    pub fn check(self, given: Points, points: Points) -> Result<(), Refusal> {
        if given.plus(points) > self.per_month {
            return Err(Refusal::GiftLimitReached { per_month: self.per_month, given });
        }
        Ok(())
    }
}

/// Returns the transfer by which points are given away. They lapse when they would have: nothing lives longer by being
/// passed on. Without `limit`, everybody gives as much as there is.
///
/// Source: the rule book, `giving`.
///
/// # Errors
/// [`Refusal::GiftToOneself`], [`Refusal::OwnWallet`], [`Refusal::FundClosed`], [`Refusal::NotEnoughPoints`], [`Refusal::GiftLimitReached`].
pub fn gift(
    giver: Giver<'_>,
    receiver: &Receiver,
    (points, limit): (Points, Option<Giving>),
    id: TransferId,
    note: String,
) -> Result<Posting, Refusal> {
    let (credit, cause, explanation) = match receiver {
        Receiver::Resident(receiver, _) if *receiver == giver.resident => return Err(Refusal::GiftToOneself),
        Receiver::Resident(receiver, _) if giver.instead == Some(*receiver) => {
            return Err(Refusal::OwnWallet);
        }
        Receiver::Resident(receiver, name) => {
            let cause = Cause::new(CauseKind::Resident, giver.resident);
            let (from, to) = (masked_name(giver.name), masked_name(name));
            (Side::Wallet(*receiver), cause, Explanation::Gift { from, to, note })
        }
        Receiver::Fund(fund) => {
            fund.check_open()?;
            let explanation = Explanation::Donation { fund: fund.name.clone(), note };
            (Side::System(SystemAccount::Donated), fund.cause(), explanation)
        }
    };
    let parts = giver.wallet.draw(points)?;
    limit.map_or(Ok(()), |limit| limit.check(giver.given, points))?;
    let sides = (Side::Wallet(giver.resident), credit);
    Ok(Posting::plain(id, TransferCode::Give, sides, parts, cause, explanation))
}

/// Returns the transfer by which a fund gives `points` to a resident, for whom they are new; `own` are those whom the person
/// who decides it does not decide about.
///
/// # Errors
/// [`Refusal::OwnWallet`], [`Refusal::FundTooSmall`].
pub fn grant(
    (fund, totals): (&Fund, FundTotals),
    (receiver, own): (ResidentId, &Own),
    (points, lapse): (Points, Lapse),
    id: TransferId,
    reason: String,
) -> Result<Posting, Refusal> {
    own.check_other(receiver)?;
    totals.check_left(points)?;
    let sides = (Side::System(SystemAccount::Donated), Side::Wallet(receiver));
    let explanation = Explanation::Grant { fund: fund.name.clone(), reason };
    let parts = Parts::one(lapse, points);
    Ok(Posting::plain(id, TransferCode::Give, sides, parts, fund.cause(), explanation))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn nothing_may_be_given_where_the_rule_book_allows_none() {
        let none = Giving { per_month: Points::ZERO };
        let refused = Refusal::GiftLimitReached { per_month: Points::ZERO, given: Points::ZERO };
        assert_eq!(none.check(Points::ZERO, Points::new(1)), Err(refused));
    }

    proptest! {
        /// However a month's gifts are cut, together they are never more than the limit, and one that fits is let through.
        #[test]
        fn a_months_gifts_stay_within_the_limit(limit in 0i64..50, gifts in prop::collection::vec(1i64..20, 0..20)) {
            let (giving, mut given) = (Giving { per_month: Points::new(limit) }, 0);
            for points in gifts {
                let allowed = giving.check(Points::new(given), Points::new(points)).is_ok();
                prop_assert_eq!(allowed, given + points <= limit);
                given += if allowed { points } else { 0 };
            }
            prop_assert!(given <= limit);
        }
    }
}
