//! A resident's wallet.

use chrono::NaiveDate;

use super::lots::{Lapse, Lots, Parts};
use crate::Refusal;
use crate::points::Points;

/// What a wallet holds, by the days on which it lapses, and what its resident owes.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Wallet {
    /// The points.
    pub lots: Lots,
    /// Points that were taken back after they had been spent 欠分; later awards pay them first.
    pub debt: Points,
}

impl Wallet {
    /// The sum of all transfers.
    pub fn posted(&self) -> Points {
        self.lots.iter().map(|(_, lot)| lot.posted).sum()
    }

    /// Of that, held 冻结: promised to open vouchers and orders.
    pub fn held(&self) -> Points {
        self.lots.iter().map(|(_, lot)| lot.held).sum()
    }

    /// What can be spent now; never negative.
    pub fn available(&self) -> Points {
        self.lots.available().total()
    }

    /// The wallet as one spends from it on this day: what has lapsed and still waits to be taken is left out, so that it
    /// cannot be held, and live on.
    #[must_use]
    pub fn spendable_on(&self, today: NaiveDate) -> Self {
        let mut spendable = self.clone();
        for (lapse, points) in self.lots.available().iter().filter(|(lapse, _)| lapse.is_over(today)) {
            spendable.lots.change(lapse, Points::ZERO.minus(points), Points::ZERO);
        }
        spendable
    }

    /// What lapses next, and when; none if nothing does.
    pub fn lapses_next(&self) -> Option<(Lapse, Points)> {
        self.lots.available().iter().next().filter(|(lapse, _)| *lapse != Lapse::NEVER)
    }

    /// Whether `price` can be paid now.
    ///
    /// # Errors
    /// [`Refusal::NotEnoughPoints`] with what is there.
    pub fn can_pay(&self, price: Points) -> Result<(), Refusal> {
        self.draw(price).map(drop)
    }

    /// Returns of which lots `price` is paid now: those that lapse first.
    ///
    /// # Errors
    /// [`Refusal::NotEnoughPoints`] with what is there.
    pub fn draw(&self, price: Points) -> Result<Parts, Refusal> {
        let available = self.lots.available();
        if available.total() < price {
            return Err(Refusal::NotEnoughPoints { price, available: available.total() });
        }
        Ok(available.first(price))
    }

    /// Returns of which lots as much as there is of `amount` is taken back: of the `given` ones first, of what lapses
    /// first then.
    pub fn take_back(&self, amount: Points, given: &Parts) -> Parts {
        let same = self.lots.available_of(given).first(amount);
        let mut rest = self.clone();
        for (lapse, points) in same.iter() {
            rest.lots.change(lapse, Points::ZERO.minus(points), Points::ZERO);
        }
        let missing = amount.minus(same.total());
        same.plus(&rest.lots.available().first(missing))
    }
}

#[cfg(test)]
pub(crate) mod tests {
    use super::Wallet;
    use crate::Refusal;
    use crate::ledger::{Lapse, Parts};
    use crate::points::Points;

    /// The end of this year.
    pub(crate) fn year(year: i32) -> Lapse {
        Lapse::on(chrono::NaiveDate::from_ymd_opt(year, 12, 31).unwrap())
    }

    /// A wallet with lots: the year at whose end they lapse, the points, and what is held of them.
    pub(crate) fn wallet(lots: &[(i32, i64, i64)]) -> Wallet {
        let mut wallet = Wallet::default();
        for (at, posted, held) in lots {
            wallet.lots.change(year(*at), Points::new(*posted), Points::new(*held));
        }
        wallet
    }

    /// Parts of lots that lapse at the ends of these years.
    pub(crate) fn parts(of: &[(i32, i64)]) -> Parts {
        let one = |(at, points): &(i32, i64)| Parts::one(year(*at), Points::new(*points));
        of.iter().fold(Parts::default(), |sum, part| sum.plus(&one(part)))
    }

    #[test]
    fn what_lapses_first_is_spent_first() {
        let wallet = wallet(&[(2027, 5, 2), (2028, 10, 0)]);
        assert_eq!(wallet.draw(Points::new(4)), Ok(parts(&[(2027, 3), (2028, 1)])));
        assert_eq!(wallet.lapses_next(), Some((year(2027), Points::new(3))));
    }

    #[test]
    fn what_has_lapsed_is_not_spent_even_if_nobody_has_taken_it_yet() {
        let wallet = wallet(&[(2026, 5, 2), (2027, 1, 0)]);
        let on = |day: &str| wallet.spendable_on(day.parse().unwrap()).available();
        assert_eq!((on("2026-12-31"), on("2027-01-01")), (Points::new(4), Points::new(1)));
        assert_eq!(wallet.spendable_on("2027-01-01".parse().unwrap()).held(), Points::new(2));
    }

    #[test]
    fn no_more_is_spent_than_is_available() {
        let wallet = wallet(&[(2027, 5, 2), (2028, 1, 0)]);
        assert!(wallet.can_pay(Points::new(4)).is_ok());
        let refused = Refusal::NotEnoughPoints { price: Points::new(5), available: Points::new(4) };
        assert_eq!(wallet.can_pay(Points::new(5)), Err(refused));
    }

    #[test]
    fn what_was_given_is_taken_back_first() {
        let wallet = wallet(&[(2027, 5, 0), (2028, 4, 1)]);
        let take = |points, given| wallet.take_back(Points::new(points), &parts(given));
        assert_eq!(take(6, &[(2028, 6)]), parts(&[(2028, 3), (2027, 3)]));
        assert_eq!(take(20, &[(2028, 20)]), parts(&[(2028, 3), (2027, 5)]));
        assert_eq!(take(6, &[]), parts(&[(2027, 5), (2028, 1)]));
    }

    #[test]
    fn an_empty_wallet_has_nothing_that_lapses() {
        assert_eq!(Wallet::default().lapses_next(), None);
        assert!(Wallet::default().take_back(Points::new(6), &Parts::default()).is_empty());
    }
}
