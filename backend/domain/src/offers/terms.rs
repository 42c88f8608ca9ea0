//! What an offer gives, and what that comes to at the counter.

use serde::{Deserialize, Serialize};
use strum::Display;
use utoipa::ToSchema;

use crate::Refusal;
use crate::money::Fen;

/// What an offer gives.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Display, ToSchema)]
#[serde(tag = "kind", rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum Terms {
    /// Spend and save 满减: so much off, once, of a bill that is high enough.
    SpendAndSave {
        /// The lowest bill it is given for, in fen.
        min_spend_fen: Fen,
        /// So much off, in fen.
        save_fen: Fen,
    },
    /// So many percent off, rounded down to the fen.
    Percent {
        /// 10 is a tenth off.
        percent_off: i32,
        /// At most so much off, in fen.
        max_save_fen: Option<Fen>,
    },
    /// Something for nothing: a cup of coffee, a haircut, a place in a class.
    FreeItem {
        /// What it is.
        item: String,
    },
}

/// What a bill comes to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Reckoning {
    /// Before the discount.
    pub bill: Fen,
    /// So much off.
    pub discount: Fen,
}

impl Reckoning {
    /// What the cashier collects.
    pub const fn to_collect(self) -> Fen {
        self.bill.minus(self.discount)
    }
}

impl Terms {
    /// Whether the figures fit one another.
    ///
    /// # Errors
    /// [`Refusal::OfferInvalid`].
    pub fn check(&self) -> Result<(), Refusal> {
        match self {
            Self::SpendAndSave { min_spend_fen, save_fen } if save_fen > min_spend_fen => {
                Err(Refusal::OfferInvalid {
                    place: "terms.save_fen", why: "减免金额不能超过消费门槛"
                })
            }
            _ => Ok(()),
        }
    }

    /// Returns what a bill comes to; for a free item there need not be one.
    ///
    /// # Errors
    /// [`Refusal::BillMissing`], [`Refusal::BillTooSmall`].
    pub fn reckon(&self, bill: Option<Fen>) -> Result<Reckoning, Refusal> {
        match self {
            Self::FreeItem { .. } => Ok(Reckoning { bill: bill.unwrap_or(Fen::ZERO), discount: Fen::ZERO }),
            Self::Percent { percent_off, max_save_fen } => {
                let bill = bill.ok_or(Refusal::BillMissing)?;
                let discount = bill.percent(i64::from(*percent_off));
                Ok(Reckoning { bill, discount: max_save_fen.map_or(discount, |max| discount.min(max)) })
            }
            Self::SpendAndSave { min_spend_fen, save_fen } => {
                let bill = bill.ok_or(Refusal::BillMissing)?;
                if bill < *min_spend_fen {
                    return Err(Refusal::BillTooSmall { min_spend: *min_spend_fen });
                }
                Ok(Reckoning { bill, discount: *save_fen })
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Terms;
    use crate::Refusal;
    use crate::money::Fen;
    use proptest::prelude::{any, proptest};
    use proptest::prop_assert;

    fn discount(terms: &Terms, bill: i64) -> Result<i64, Refusal> {
        terms.reckon(Some(Fen::new(bill))).map(|reckoning| reckoning.discount.get())
    }

    #[test]
    fn spend_and_save_saves_once_from_the_threshold_on() {
        let terms = Terms::SpendAndSave { min_spend_fen: Fen::new(6000), save_fen: Fen::new(2000) };
        assert_eq!(discount(&terms, 5999), Err(Refusal::BillTooSmall { min_spend: Fen::new(6000) }));
        assert_eq!(discount(&terms, 6000), Ok(2000));
        assert_eq!(discount(&terms, 12_000), Ok(2000));
        assert_eq!(terms.reckon(None), Err(Refusal::BillMissing));
    }

    #[test]
    fn a_percentage_is_rounded_down_and_capped() {
        let capped = Terms::Percent { percent_off: 10, max_save_fen: Some(Fen::new(500)) };
        assert_eq!(discount(&capped, 999), Ok(99));
        assert_eq!(discount(&capped, 9999), Ok(500));
        let open = Terms::Percent { percent_off: 10, max_save_fen: None };
        assert_eq!(discount(&open, 9999), Ok(999));
    }

    #[test]
    fn a_free_item_needs_no_bill() {
        let terms = Terms::FreeItem { item: "手冲咖啡一杯".to_owned() };
        assert_eq!(terms.reckon(None).unwrap().to_collect(), Fen::ZERO);
        assert_eq!(terms.reckon(Some(Fen::new(1800))).unwrap().to_collect(), Fen::new(1800));
    }

    proptest! {
        #[test]
        fn the_discount_is_never_more_than_the_bill(
            bill in 0..=100_000_000_i64, percent_off in 1..=99, max in any::<Option<u32>>(),
        ) {
            let terms = Terms::Percent { percent_off, max_save_fen: max.map(|max| Fen::new(max.into())) };
            let reckoning = terms.reckon(Some(Fen::new(bill))).unwrap();
            prop_assert!(reckoning.to_collect() >= Fen::ZERO && reckoning.discount >= Fen::ZERO);
        }
    }
}
