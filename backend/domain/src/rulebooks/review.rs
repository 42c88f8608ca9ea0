//! What evidence a rule asks for, and who must look at it.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::points::Points;

/// How many people must agree before a deed earns, none of them its own reporter (maker and checker).
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(tag = "kind", rename_all = "snake_case", deny_unknown_fields)]
pub enum Reviewers {
    /// One.
    #[default]
    One,
    /// Two.
    Two,
    /// Two if it earns more than so many points, else one.
    TwoAbove {
        /// 1 or more.
        points: Points,
    },
}

impl Reviewers {
    /// How many must agree to so many points.
    pub fn needed(self, points: Points) -> u8 {
        match self {
            Self::Two => 2,
            Self::TwoAbove { points: above } if points > above => 2,
            Self::One | Self::TwoAbove { .. } => 1,
        }
    }

    /// Whether it makes sense.
    pub(super) fn check(self) -> Result<(), String> {
        match self {
            Self::TwoAbove { points } if !(1..=1_000_000).contains(&points.get()) => Err("points".into()),
            Self::One | Self::Two | Self::TwoAbove { .. } => Ok(()),
        }
    }
}

/// What has to show that a deed was done.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Evidence {
    /// Nothing but the word of who checks it.
    #[default]
    None,
    /// A photo.
    Photo,
}

#[cfg(test)]
mod tests {
    use super::Reviewers;
    use crate::points::Points;

    #[test]
    fn two_agree_from_one_point_above_the_figure_on() {
        let needed = |reviewers: Reviewers, points| reviewers.needed(Points::new(points));
        let above = Reviewers::TwoAbove { points: Points::new(10) };
        assert_eq!([needed(above, 10), needed(above, 11)], [1, 2]);
        assert_eq!([needed(Reviewers::One, 500), needed(Reviewers::Two, 1)], [1, 2]);
    }
}
