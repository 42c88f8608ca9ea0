//! Stocktakes 盘点: many rewards counted in one act, all or nothing.

use std::collections::BTreeSet;

use chrono::{DateTime, Utc};

use super::Reward;
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

/// How many of a reward were counted.
#[derive(Debug, Clone, Copy)]
pub struct Counted<'a> {
    /// The reward as the books have it now.
    pub reward: &'a Reward,
    /// How many were there.
    pub counted: i64,
    /// How many the books said when the count began, if whoever counted says so.
    pub booked: Option<i64>,
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
/// The first thing that forbids it: [`Refusal::CountedTwice`] if a reward is listed twice, [`Refusal::RewardIsService`],
/// [`Refusal::StockMoved`] if goods came or went since the count began, [`Refusal::CountBelowReserved`] if fewer were counted
/// than are promised.
pub fn take_stock(counts: &[Counted<'_>]) -> Result<Vec<StocktakeLine>, Refusal> {
    let mut seen = BTreeSet::new();
    let line = |one: &Counted<'_>| {
        let (reward, counted) = (one.reward, one.counted);
        if !seen.insert(reward.id) {
            return Err(Refusal::CountedTwice { name: reward.name.clone() });
        }
        if let Some(booked) = one.booked.filter(|booked| *booked != reward.stock) {
            return Err(Refusal::StockMoved { name: reward.name.clone(), booked, stock: reward.stock });
        }
        reward.check_count(counted)?;
        let (id, name) = (reward.id, reward.name.clone());
        Ok(StocktakeLine { reward: id, name, booked: reward.stock, counted })
    };
    counts.iter().map(line).collect()
}

#[cfg(test)]
mod tests {
    use super::{Counted, take_stock};
    use crate::Refusal;
    use crate::rewards::Reward;
    use crate::rewards::tests::reward;

    fn counted(reward: &Reward, counted: i64) -> Counted<'_> {
        Counted { reward, counted, booked: None }
    }

    #[test]
    fn each_reward_is_told_with_what_the_books_said() {
        let (pens, umbrella) = (reward(1, "彩笔", 10, 9, 2), reward(2, "雨伞", 20, 5, 0));
        let lines = take_stock(&[counted(&pens, 7), counted(&umbrella, 5)]).unwrap();
        let told: Vec<_> = lines.iter().map(|line| (line.booked, line.counted, line.difference())).collect();
        assert_eq!(told, [(9, 7, -2), (5, 5, 0)]);
    }

    #[test]
    fn a_reward_is_counted_once_and_not_below_what_is_promised() {
        let pens = reward(1, "彩笔", 10, 9, 2);
        let twice = Refusal::CountedTwice { name: "彩笔".to_owned() };
        assert_eq!(take_stock(&[counted(&pens, 7), counted(&pens, 7)]), Err(twice));
        let below = Refusal::CountBelowReserved { name: "彩笔".to_owned(), reserved: 2 };
        assert_eq!(take_stock(&[counted(&pens, 1)]), Err(below));
    }

    #[test]
    fn what_came_or_went_since_the_count_began_makes_it_void() {
        let pens = reward(1, "彩笔", 10, 9, 2);
        let of = |booked| take_stock(&[Counted { booked: Some(booked), ..counted(&pens, 10) }]);
        assert_eq!(of(10), Err(Refusal::StockMoved { name: "彩笔".to_owned(), booked: 10, stock: 9 }));
        assert_eq!(of(9).unwrap()[0].difference(), 1);
    }
}
