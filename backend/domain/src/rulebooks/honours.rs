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

impl Stars {
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
