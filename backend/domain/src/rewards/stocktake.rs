//! Stocktakes 盘点: many rewards counted in one act, all or nothing.

use std::collections::BTreeSet;

use chrono::{DateTime, Utc};

use super::{Reward, StockEntry};
use crate::Refusal;
use crate::ids::{RewardId, StocktakeId, UserId};

/// A stocktake, kept for ever.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stocktake {
    /// Its identifier.
    pub id: StocktakeId,
    /// What there is to say about it.
    pub note: String,
    /// Who counted.
    pub actor: UserId,
    /// When.
    pub taken_at: DateTime<Utc>,
    /// What was counted.
    pub lines: Vec<StocktakeLine>,
}

/// A reward that was counted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StocktakeLine {
    /// The reward.
    pub reward: RewardId,
    /// Its name.
    pub name: String,
    /// How many the books said.
    pub booked: i64,
    /// How many were there, those for open orders included.
    pub counted: i64,
}

impl StocktakeLine {
    /// By how much the books were wrong: more than none if more were there.
    pub const fn difference(&self) -> i64 {
        self.counted.saturating_sub(self.booked)
    }
}

/// Returns what came of counting these rewards.
///
/// # Errors
/// The first thing that forbids it: [`Refusal::OrderedTwice`] if a reward is listed twice,
/// [`Refusal::CountBelowReserved`] if fewer were counted than are promised.
pub fn take_stock(counts: &[(&Reward, i64)]) -> Result<Vec<StocktakeLine>, Refusal> {
    let mut seen = BTreeSet::new();
    let line = |(reward, counted): &(&Reward, i64)| {
        if !seen.insert(reward.id) {
            return Err(Refusal::OrderedTwice { name: reward.name.clone() });
        }
        StockEntry::Counted(*counted).change(reward)?;
        let (id, name) = (reward.id, reward.name.clone());
        Ok(StocktakeLine { reward: id, name, booked: reward.stock, counted: *counted })
    };
    counts.iter().map(line).collect()
}

#[cfg(test)]
mod tests {
    use super::take_stock;
    use crate::Refusal;
    use crate::rewards::tests::reward;

    #[test]
    fn each_reward_is_told_with_what_the_books_said() {
        let (pens, umbrella) = (reward(1, "彩笔", 10, 9, 2), reward(2, "雨伞", 20, 5, 0));
        let lines = take_stock(&[(&pens, 7), (&umbrella, 5)]).unwrap();
        let told: Vec<_> = lines.iter().map(|line| (line.booked, line.counted, line.difference())).collect();
        assert_eq!(told, [(9, 7, -2), (5, 5, 0)]);
    }

    #[test]
    fn a_reward_is_counted_once_and_not_below_what_is_promised() {
        let pens = reward(1, "彩笔", 10, 9, 2);
        let twice = Refusal::OrderedTwice { name: "彩笔".to_owned() };
        assert_eq!(take_stock(&[(&pens, 7), (&pens, 7)]), Err(twice));
        let below = Refusal::CountBelowReserved { name: "彩笔".to_owned(), reserved: 2 };
        assert_eq!(take_stock(&[(&pens, 1)]), Err(below));
    }
}
