//! Purses: the wallets that pay together, when a household shares 家庭合用.

use chrono::NaiveDate;

use super::{Parts, Wallet};
use crate::Refusal;
use crate::ids::ResidentId;
use crate::points::Points;

/// What a resident can spend from: the own wallet first, then those of the household whose owners agreed to share.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Purse {
    /// Who spends.
    pub resident: ResidentId,
    /// Their wallet.
    pub own: Wallet,
    /// The wallets that are shared, each resident once; none unless the household is asked to pay too.
    pub shared: Vec<(ResidentId, Wallet)>,
}

impl Purse {
    /// A purse with the own wallet only.
    pub const fn of(resident: ResidentId, own: Wallet) -> Self {
        Self { resident, own, shared: Vec::new() }
    }

    /// The purse as one spends from it on this day.
    #[must_use]
    pub fn spendable_on(&self, today: NaiveDate) -> Self {
        let shared = self.shared.iter().map(|(resident, wallet)| (*resident, wallet.spendable_on(today)));
        Self { resident: self.resident, own: self.own.spendable_on(today), shared: shared.collect() }
    }

    /// What can be spent now.
    pub fn available(&self) -> Points {
        self.wallets().map(|(_, wallet)| wallet.available()).sum()
    }

    /// Returns who pays how much of `price`, of which lots: the own wallet as far as it reaches, then the others in their
    /// order.
    ///
    /// # Errors
    /// [`Refusal::NotEnoughPoints`] with what there is altogether.
    pub fn draw(&self, price: Points) -> Result<Vec<(ResidentId, Parts)>, Refusal> {
        let available = self.available();
        if available < price {
            return Err(Refusal::NotEnoughPoints { price, available });
        }
        let mut missing = price;
        let mut shares = Vec::new();
        for (resident, wallet) in self.wallets() {
            let parts = wallet.lots.available().first(missing);
            missing = missing.minus(parts.total());
            if !parts.is_empty() {
                shares.push((resident, parts));
            }
        }
        Ok(shares)
    }

    /// Whether `price` can be paid now.
    ///
    /// # Errors
    /// [`Refusal::NotEnoughPoints`] with what there is altogether.
    pub fn can_pay(&self, price: Points) -> Result<(), Refusal> {
        self.draw(price).map(drop)
    }

    fn wallets(&self) -> impl Iterator<Item = (ResidentId, &Wallet)> {
        let shared = self.shared.iter().map(|(resident, wallet)| (*resident, wallet));
        std::iter::once((self.resident, &self.own)).chain(shared)
    }
}

#[cfg(test)]
mod tests {
    use super::Purse;
    use crate::Refusal;
    use crate::ids::ResidentId;
    use crate::ledger::tests::{parts, wallet};
    use crate::points::Points;
    use uuid::Uuid;

    fn resident(number: u128) -> ResidentId {
        ResidentId::new(Uuid::from_u128(number))
    }

    fn purse() -> Purse {
        let shared = vec![(resident(2), wallet(&[(2027, 4, 1)])), (resident(3), wallet(&[(2027, 9, 0)]))];
        Purse { resident: resident(1), own: wallet(&[(2027, 2, 0), (2028, 3, 0)]), shared }
    }

    #[test]
    fn the_own_wallet_pays_first_and_the_household_the_rest() {
        let pays = |price| purse().draw(Points::new(price)).unwrap();
        assert_eq!(pays(4), [(resident(1), parts(&[(2027, 2), (2028, 2)]))]);
        let all = (resident(1), parts(&[(2027, 2), (2028, 3)]));
        assert_eq!(pays(8), [all.clone(), (resident(2), parts(&[(2027, 3)]))]);
        assert_eq!(pays(10), [all, (resident(2), parts(&[(2027, 3)])), (resident(3), parts(&[(2027, 2)]))]);
        assert_eq!(pays(0), []);
    }

    #[test]
    fn a_household_pays_no_more_than_it_has() {
        let refused = Refusal::NotEnoughPoints { price: Points::new(18), available: Points::new(17) };
        assert_eq!(purse().can_pay(Points::new(18)), Err(refused));
        assert!(purse().can_pay(Points::new(17)).is_ok());
        let alone = Purse::of(resident(1), wallet(&[(2027, 2, 0)]));
        assert!(alone.can_pay(Points::new(3)).is_err());
    }
}
