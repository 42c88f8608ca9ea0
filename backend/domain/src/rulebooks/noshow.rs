//! The ladder for those who sign up and do not come 缺席: notices first, then a deduction each time.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::points::Points;

/// What happens to who signed up and did not come, counted anew each calendar year.
///
/// Source: 《普安社区治理积分管理办法》, NOSHOW: −1, the first two in a year a notice only.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NoShowLadder {
    /// The first so many of a year are a notice only.
    pub notices: i64,
    /// Each later one takes so many points.
    pub points: Points,
    /// Who comes more than so many minutes after the beginning is late 迟到; late is a mark, and takes no points.
    pub late_minutes: i64,
}

impl NoShowLadder {
    /// What the next one costs after `before` others of the same year; none if it is a notice only.
    pub fn deduction(&self, before: i64) -> Option<Points> {
        (before >= self.notices).then_some(self.points)
    }

    /// Whether it makes sense.
    pub(super) fn check(&self) -> Result<(), String> {
        let figures = [
            ("notices", 0..=100, self.notices),
            ("points", 1..=1_000, self.points.get()),
            ("late_minutes", 0..=240, self.late_minutes),
        ];
        let wrong = figures.iter().find(|(_, allowed, figure)| !allowed.contains(figure));
        wrong.map_or(Ok(()), |(field, ..)| Err((*field).into()))
    }
}
