//! Substitution 替换: another reward in the place of one that was ordered, for no more points.

use super::service::check_exchange;
use super::{Order, OrderLine, OrderState};
use crate::Refusal;
use crate::ids::RewardId;
use crate::rewards::Reward;

/// What was ordered, where the desk gave something else for it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Replaced {
    /// The reward.
    pub reward: RewardId,
    /// Its name.
    pub name: String,
}

impl Order {
    /// The order with as many of `with` in the place of one of its lines, at the price of this moment. `ordered` is how many
    /// of `with` the resident has ordered this quarter.
    ///
    /// # Errors
    /// The first thing that forbids it: [`Refusal::WrongState`] if it is closed, [`Refusal::NotInOrder`],
    /// [`Refusal::RewardIsService`] on either side, [`Refusal::OrderedTwice`] if it has `with` already, [`Refusal::RewardNotOnShelf`], [`Refusal::OutOfStock`],
    /// [`Refusal::QuarterLimitReached`], [`Refusal::SubstituteDearer`].
    pub fn substituted(&self, old: RewardId, with: &Reward, ordered: i64) -> Result<Self, Refusal> {
        if !OrderState::OPEN.contains(&self.state) {
            return Err(self.wrong_state());
        }
        let line = self.line(old)?;
        check_exchange(self, with)?;
        if self.line(with.id).is_ok() {
            return Err(Refusal::OrderedTwice { name: with.name.clone() });
        }
        with.check_order(line.quantity)?;
        with.check_limit(ordered, line.quantity)?;
        if with.price > line.unit {
            return Err(Refusal::SubstituteDearer { most: line.unit, price: with.price });
        }
        let first = Replaced { reward: line.reward, name: line.name.clone() };
        let replaced = Some(line.replaces.clone().unwrap_or(first));
        let new = OrderLine {
            reward: with.id,
            name: with.name.clone(),
            quantity: line.quantity,
            unit: with.price,
            replaces: replaced,
            seat: None,
        };
        let others = self.lines.iter().filter(|line| line.reward != old).cloned();
        let lines: Vec<OrderLine> = others.chain([new]).collect();
        let total = lines.iter().map(|line| line.unit.times(line.quantity)).sum();
        Ok(Self { lines, total, ..self.clone() })
    }

    /// The line with this reward.
    ///
    /// # Errors
    /// [`Refusal::NotInOrder`].
    pub fn line(&self, of: RewardId) -> Result<&OrderLine, Refusal> {
        self.lines.iter().find(|line| line.reward == of).ok_or(Refusal::NotInOrder)
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::order;
    use super::{OrderState, Replaced};
    use crate::Refusal;
    use crate::ids::RewardId;
    use crate::points::Points;
    use crate::rewards::Reward;
    use crate::rewards::tests::reward;
    use uuid::Uuid;

    fn pens() -> RewardId {
        RewardId::new(Uuid::from_u128(1))
    }

    #[test]
    fn another_reward_takes_the_place_for_no_more_points_and_the_line_says_what_it_was() {
        let chalk = reward(3, "粉笔", 8, 9, 0);
        let after = order(OrderState::Ready, false).substituted(pens(), &chalk, 0).unwrap();
        assert_eq!((after.goods(), after.total), ("雨伞×1、粉笔×2".to_owned(), Points::new(36)));
        let was = Some(Replaced { reward: pens(), name: "彩笔".to_owned() });
        assert_eq!(after.line(chalk.id).unwrap().replaces, was);
        let again = after.substituted(chalk.id, &reward(4, "铅笔", 5, 9, 0), 0).unwrap();
        assert_eq!((again.total, again.lines[1].replaces.clone()), (Points::new(30), was));
    }

    #[test]
    fn what_forbids_a_substitution_is_told() {
        let held = order(OrderState::Held, false);
        let tell = |with: &Reward, ordered| held.substituted(pens(), with, ordered).unwrap_err();
        let dearer = Refusal::SubstituteDearer { most: Points::new(10), price: Points::new(11) };
        assert_eq!(tell(&reward(3, "粉笔", 11, 9, 0), 0), dearer);
        assert_eq!(tell(&reward(2, "雨伞", 5, 9, 0), 0), Refusal::OrderedTwice { name: "雨伞".to_owned() });
        let few = Refusal::OutOfStock { name: "粉笔".to_owned(), left: 1 };
        assert_eq!(tell(&reward(3, "粉笔", 5, 1, 0), 0), few);
        let limited = Reward { limit_per_quarter: Some(3), ..reward(3, "粉笔", 5, 9, 0) };
        let reached = Refusal::QuarterLimitReached { name: "粉笔".to_owned(), limit: 3, left: 1 };
        assert_eq!(tell(&limited, 2), reached);
        assert_eq!(held.substituted(limited.id, &limited, 0), Err(Refusal::NotInOrder));
        let closed = order(OrderState::PickedUp, false).substituted(pens(), &limited, 0);
        assert_eq!(closed, Err(Refusal::WrongState { state: "picked_up".to_owned() }));
    }
}
