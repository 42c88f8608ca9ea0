//! What the desk enters about the stock of a reward.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::{Reward, StockMovementKind};
use crate::Refusal;
use crate::money::Fen;

/// What can be entered about stock; goods are given out by picking up an order only, and counted in stocktakes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum StockEntryKind {
    /// 采购.
    Bought,
    /// 捐赠.
    Donated,
    /// 报损.
    Lost,
}

/// What the desk enters about a reward's stock.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StockEntry {
    kind: StockEntryKind,
    quantity: i64,
    donor: Option<String>,
    unit_cost: Option<Fen>,
}

impl StockEntry {
    /// So many were bought, donated or lost: what is donated has a donor, and only what is bought may have a cost.
    ///
    /// # Errors
    /// [`Refusal::StockEntryInvalid`].
    pub fn new(
        kind: StockEntryKind,
        quantity: i64,
        donor: Option<String>,
        unit_cost: Option<Fen>,
    ) -> Result<Self, Refusal> {
        let invalid = |place, why| Err(Refusal::StockEntryInvalid { place, why });
        match (kind, &donor) {
            (StockEntryKind::Donated, None) => {
                return invalid("donor", "请填写捐赠人；不愿具名的请写「匿名」");
            }
            (StockEntryKind::Bought | StockEntryKind::Lost, Some(_)) => {
                return invalid("donor", "捐赠人只在捐赠时填写");
            }
            (StockEntryKind::Donated, Some(_)) | (_, None) => {}
        }
        if unit_cost.is_some() && kind != StockEntryKind::Bought {
            return invalid("unit_cost_fen", "单价只在采购时填写");
        }
        Ok(Self { kind, quantity, donor, unit_cost })
    }

    /// Of which kind the movement is that it makes.
    pub const fn kind(&self) -> StockMovementKind {
        match self.kind {
            StockEntryKind::Bought => StockMovementKind::Bought,
            StockEntryKind::Donated => StockMovementKind::Donated,
            StockEntryKind::Lost => StockMovementKind::Lost,
        }
    }

    /// Who gave it.
    pub fn donor(&self) -> Option<&str> {
        self.donor.as_deref()
    }

    /// What one cost.
    pub const fn unit_cost(&self) -> Option<Fen> {
        self.unit_cost
    }

    /// Returns by how much the stock changes.
    ///
    /// # Errors
    /// [`Refusal::RewardIsService`]; [`Refusal::OutOfStock`] if more would be lost than open orders leave.
    pub fn change(&self, reward: &Reward) -> Result<i64, Refusal> {
        reward.check_goods()?;
        match self.kind {
            StockEntryKind::Bought | StockEntryKind::Donated => Ok(self.quantity),
            StockEntryKind::Lost => {
                reward.check_left(self.quantity)?;
                Ok(self.quantity.saturating_neg())
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::StockEntryKind::{Bought, Donated, Lost};
    use super::{StockEntry, StockEntryKind};
    use crate::Refusal;
    use crate::money::Fen;
    use crate::rewards::tests::reward;

    fn entry(kind: StockEntryKind, donor: Option<&str>, cost: Option<i64>) -> Result<StockEntry, Refusal> {
        StockEntry::new(kind, 4, donor.map(str::to_owned), cost.map(Fen::new))
    }

    #[test]
    fn what_comes_in_is_added_and_what_is_lost_taken_off() {
        let change = |kind, donor| entry(kind, donor, None).unwrap().change(&reward(1, "雨伞", 20, 9, 3));
        assert_eq!((change(Bought, None), change(Donated, Some("匿名"))), (Ok(4), Ok(4)));
        assert_eq!(change(Lost, None), Ok(-4));
    }

    #[test]
    fn what_is_promised_cannot_be_lost() {
        let refusal = Refusal::OutOfStock { name: "雨伞".to_owned(), left: 2 };
        assert_eq!(entry(Lost, None, None).unwrap().change(&reward(1, "雨伞", 20, 5, 3)), Err(refusal));
    }

    #[test]
    fn what_is_donated_has_its_donor_and_only_what_is_bought_its_cost() {
        let place = |entry: Result<StockEntry, Refusal>| match entry {
            Err(Refusal::StockEntryInvalid { place, .. }) => place,
            other => panic!("{other:?}"),
        };
        assert_eq!(place(entry(Donated, None, None)), "donor");
        for kind in [Bought, Lost] {
            assert_eq!(place(entry(kind, Some("王老师"), None)), "donor");
        }
        assert_eq!(place(entry(Donated, Some("王老师"), Some(1))), "unit_cost_fen");
        assert_eq!(place(entry(Lost, None, Some(1))), "unit_cost_fen");
        assert!(entry(Bought, None, Some(1)).is_ok() && entry(Donated, Some("王老师"), None).is_ok());
    }
}
