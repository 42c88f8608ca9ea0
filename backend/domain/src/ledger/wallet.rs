//! A resident's wallet.

use crate::Refusal;
use crate::points::Points;

/// What a wallet holds: `posted` is the sum of its transfers, `held` is promised to open vouchers and orders.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Wallet {
    /// The sum of all transfers.
    pub posted: Points,
    /// Of that, held 冻结.
    pub held: Points,
}

impl Wallet {
    /// What can be spent now; never negative.
    pub const fn available(&self) -> Points {
        self.posted.minus(self.held)
    }

    /// Whether `price` can be paid now.
    ///
    /// # Errors
    /// [`Refusal::NotEnoughPoints`] with what is there.
    pub fn can_pay(&self, price: Points) -> Result<(), Refusal> {
        if self.available() < price {
            return Err(Refusal::NotEnoughPoints { price, available: self.available() });
        }
        Ok(())
    }
}
