//! Honour levels 星级 by lifetime hours of volunteer work: spending points never lowers them.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// The hours from which on a volunteer has one star, two, three …
///
/// Source: 《志愿服务记录与证明出具办法》 and the ministry's star levels: 100, 300, 600, 1000, 1500 hours.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(transparent)]
pub struct Stars(pub Vec<i64>);

impl Default for Stars {
    fn default() -> Self {
        Self(vec![100, 300, 600, 1000, 1500])
    }
}

/// What a volunteer has come to in a lifetime. Spending points takes nothing of it, and travel time is no part of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Honours {
    /// Volunteer work in settled rosters, in minutes.
    pub minutes: i64,
    /// The star level 星级; 0 before the first star.
    pub stars: usize,
    /// How many minutes are missing to the next star; none if there is no further one.
    pub minutes_to_next: Option<i64>,
}

impl Stars {
    /// What so many minutes of a lifetime come to.
    pub fn honours(&self, minutes: i64) -> Honours {
        Honours { minutes, stars: self.of(minutes), minutes_to_next: self.minutes_to_next(minutes) }
    }

    /// How many stars so many minutes of a lifetime are; part of an hour counts.
    pub fn of(&self, minutes: i64) -> usize {
        self.0.iter().filter(|hours| hours.saturating_mul(60) <= minutes).count()
    }

    /// How many minutes are missing to the next star; none if there is no further one.
    pub fn minutes_to_next(&self, minutes: i64) -> Option<i64> {
        let next = self.0.iter().map(|hours| hours.saturating_mul(60)).find(|needed| *needed > minutes);
        next.map(|needed| needed.saturating_sub(minutes))
    }

    /// Whether they make sense: at most ten, each more than the one before.
    pub(super) fn check(&self) -> Result<(), String> {
        if self.0.len() > 10 {
            return Err("stars".into());
        }
        let mut before = 0;
        for (index, hours) in self.0.iter().enumerate() {
            if !(1..=100_000).contains(hours) || *hours <= before {
                return Err(format!("stars[{index}]"));
            }
            before = *hours;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::Stars;
    use proptest::collection::btree_set;
    use proptest::prelude::{Strategy, proptest};
    use proptest::{prop_assert, prop_assert_eq};

    fn stars() -> impl Strategy<Value = Stars> {
        btree_set(1..2_000_i64, 0..10).prop_map(|hours| Stars(hours.into_iter().collect()))
    }

    proptest! {
        #[test]
        fn further_work_never_costs_a_star_and_what_is_missing_brings_the_next(
            stars in stars(), minutes in 0..200_000_i64, more in 0..200_000_i64,
        ) {
            let now = stars.honours(minutes);
            prop_assert!(stars.honours(minutes + more).stars >= now.stars);
            prop_assert_eq!(now.minutes_to_next.is_none(), now.stars == stars.0.len());
            if let Some(missing) = now.minutes_to_next {
                prop_assert_eq!(stars.honours(minutes + missing).stars, now.stars + 1);
                prop_assert_eq!(stars.honours(minutes + missing - 1).stars, now.stars);
            }
        }
    }

    #[test]
    fn a_star_comes_with_the_full_hour_and_the_next_is_in_sight() {
        let stars = Stars::default();
        let at = |hours: i64, minutes: i64| stars.of(hours * 60 + minutes);
        assert_eq!([at(0, 0), at(99, 59), at(100, 0), at(600, 0), at(1500, 0)], [0, 0, 1, 3, 5]);
        assert_eq!(stars.minutes_to_next(99 * 60 + 59), Some(1));
        assert_eq!(stars.minutes_to_next(100 * 60), Some(200 * 60));
        assert_eq!(stars.minutes_to_next(1500 * 60), None);
    }
}
