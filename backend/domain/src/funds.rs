//! Funds 公益基金: causes of the community that residents give points to, e.g. 为独居老人送年饭.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use strum::{Display, EnumString};
use utoipa::ToSchema;

use crate::Refusal;
use crate::ids::FundId;
use crate::ledger::{Cause, CauseKind};
use crate::points::Points;

/// Whether a fund takes points.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Display, EnumString, ToSchema)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum FundState {
    /// It does.
    Open,
    /// It does not any more.
    Closed,
}

/// A fund.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fund {
    /// Its identifier.
    pub id: FundId,
    /// Its name, unique in the community.
    pub name: String,
    /// What the points are for.
    pub purpose: String,
    /// What it is to reach, if anything: it goes on taking points after that.
    pub goal: Option<Points>,
    /// Whether it takes points.
    pub state: FundState,
    /// When it was set up.
    pub created_at: DateTime<Utc>,
}

/// What came into a fund and went out of it, not counting what was taken back.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct FundTotals {
    /// How many points residents gave.
    pub given: Points,
    /// How many residents gave them.
    pub givers: i64,
    /// How many points it gave to residents.
    pub granted: Points,
}

impl FundTotals {
    /// What it still has.
    pub const fn left(self) -> Points {
        self.given.minus(self.granted)
    }

    /// Whether so many points can leave it.
    ///
    /// # Errors
    /// [`Refusal::FundTooSmall`].
    pub fn check_left(self, points: Points) -> Result<(), Refusal> {
        if self.left() < points {
            return Err(Refusal::FundTooSmall { points, left: self.left() });
        }
        Ok(())
    }
}

/// What changes of a fund; what is none stays.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct FundChange {
    /// Its name.
    pub name: Option<String>,
    /// What the points are for.
    pub purpose: Option<String>,
    /// What it is to reach, or nothing from now on.
    pub goal: Option<Option<Points>>,
    /// Whether it takes points.
    pub state: Option<FundState>,
}

impl Fund {
    /// The fund after a change.
    #[must_use]
    pub fn changed(&self, change: FundChange) -> Self {
        Self {
            id: self.id,
            name: change.name.unwrap_or_else(|| self.name.clone()),
            purpose: change.purpose.unwrap_or_else(|| self.purpose.clone()),
            goal: change.goal.unwrap_or(self.goal),
            state: change.state.unwrap_or(self.state),
            created_at: self.created_at,
        }
    }

    /// Whether it takes points.
    ///
    /// # Errors
    /// [`Refusal::FundClosed`].
    pub fn check_open(&self) -> Result<(), Refusal> {
        match self.state {
            FundState::Open => Ok(()),
            FundState::Closed => Err(Refusal::FundClosed),
        }
    }

    /// What gifts to it are for.
    pub const fn cause(&self) -> Cause {
        Cause::new(CauseKind::Fund, self.id)
    }
}

#[cfg(test)]
mod tests {
    use super::{Fund, FundChange, FundState, FundTotals};
    use crate::Refusal;
    use crate::ids::FundId;
    use crate::points::Points;
    use chrono::DateTime;
    use uuid::Uuid;

    #[test]
    fn a_fund_gives_no_more_than_it_has() {
        let totals = FundTotals { given: Points::new(10), givers: 2, granted: Points::new(4) };
        assert_eq!(totals.check_left(Points::new(6)), Ok(()));
        let refused = Refusal::FundTooSmall { points: Points::new(7), left: Points::new(6) };
        assert_eq!(totals.check_left(Points::new(7)), Err(refused));
    }

    #[test]
    fn what_is_left_out_stays_and_a_closed_fund_takes_nothing() {
        let fund = Fund {
            id: FundId::new(Uuid::nil()),
            name: "暖冬年饭".to_owned(),
            purpose: "为独居老人送年饭".to_owned(),
            goal: Some(Points::new(2_000)),
            state: FundState::Open,
            created_at: DateTime::UNIX_EPOCH,
        };
        assert_eq!(fund.changed(FundChange::default()), fund);
        assert_eq!(fund.check_open(), Ok(()));
        let change = FundChange { goal: Some(None), state: Some(FundState::Closed), ..FundChange::default() };
        let closed = fund.changed(change);
        assert_eq!((closed.goal, closed.check_open()), (None, Err(Refusal::FundClosed)));
    }
}
