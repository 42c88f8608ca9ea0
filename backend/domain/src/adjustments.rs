//! Adjustments 人工调整 above the community's limit: one person of the desk proposes them, another confirms or refuses.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use strum::{Display, EnumString};
use utoipa::ToSchema;

use crate::Refusal;
use crate::ids::{AdjustmentId, ResidentId, TransferId, UserId};
use crate::points::Points;
use crate::residents::Own;

/// Where an adjustment stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Display, EnumString, ToSchema)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum AdjustmentState {
    /// Waits for a second person.
    Proposed,
    /// Confirmed, and posted.
    Confirmed,
    /// Refused.
    Refused,
}

/// An adjustment that needs a second person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Adjustment {
    /// Its identifier.
    pub id: AdjustmentId,
    /// Whose wallet.
    pub resident: ResidentId,
    /// What the wallet gains; negative if it loses.
    pub points: Points,
    /// Why; the resident reads it.
    pub reason: String,
    /// Where it stands.
    pub state: AdjustmentState,
    /// Who proposed it.
    pub proposed_by: UserId,
    /// When.
    pub proposed_at: DateTime<Utc>,
    /// The transfer, once it is confirmed.
    pub transfer: Option<TransferId>,
}

/// Whether an adjustment of so many points, given or taken, needs a second person where one adjusts up to `limit` alone.
pub fn needs_two(points: Points, limit: i32) -> bool {
    points.get().unsigned_abs() > u64::from(limit.unsigned_abs())
}

impl Adjustment {
    /// Whether this person may confirm or refuse it: neither who proposed it nor whose wallet it is, nor somebody of the same
    /// household.
    ///
    /// # Errors
    /// [`Refusal::WrongState`], [`Refusal::ReviewerIsProposer`], [`Refusal::OwnWallet`].
    pub fn check_reviewer(&self, user: UserId, own: &Own) -> Result<(), Refusal> {
        if self.state != AdjustmentState::Proposed {
            return Err(Refusal::WrongState { state: self.state.to_string() });
        }
        if user == self.proposed_by {
            return Err(Refusal::ReviewerIsProposer);
        }
        own.check_other(self.resident)
    }

    /// The adjustment, confirmed and posted.
    #[must_use]
    pub fn confirmed(self, transfer: TransferId) -> Self {
        Self { state: AdjustmentState::Confirmed, transfer: Some(transfer), ..self }
    }

    /// The adjustment, refused.
    #[must_use]
    pub fn refused(self) -> Self {
        Self { state: AdjustmentState::Refused, ..self }
    }
}

#[cfg(test)]
mod tests {
    use super::{Adjustment, AdjustmentState, needs_two};
    use crate::Refusal;
    use crate::ids::{AdjustmentId, ResidentId, TransferId, UserId};
    use crate::points::Points;
    use crate::residents::Own;
    use chrono::DateTime;
    use uuid::Uuid;

    fn user(number: u128) -> UserId {
        UserId::new(Uuid::from_u128(number))
    }

    fn resident(number: u128) -> ResidentId {
        ResidentId::new(Uuid::from_u128(number))
    }

    fn proposed() -> Adjustment {
        Adjustment {
            id: AdjustmentId::new(Uuid::nil()),
            resident: resident(1),
            points: Points::new(-500),
            reason: "核对积分卡".into(),
            state: AdjustmentState::Proposed,
            proposed_by: user(1),
            proposed_at: DateTime::UNIX_EPOCH,
            transfer: None,
        }
    }

    #[test]
    fn above_the_limit_two_are_needed_whether_points_are_given_or_taken() {
        let needs = |points, limit| needs_two(Points::new(points), limit);
        assert_eq!(
            [needs(200, 200), needs(201, 200), needs(-200, 200), needs(-201, 200)],
            [false, true, false, true]
        );
        assert_eq!([needs(1, 0), needs(i64::MIN, 10_000)], [true, true]);
    }

    #[test]
    fn somebody_else_decides_once() {
        assert_eq!(proposed().check_reviewer(user(2), &Own::default()), Ok(()));
        assert_eq!(proposed().check_reviewer(user(1), &Own::default()), Err(Refusal::ReviewerIsProposer));
        assert_eq!(proposed().check_reviewer(user(2), &Own::of([resident(1)])), Err(Refusal::OwnWallet));
        for decided in [proposed().refused(), proposed().confirmed(TransferId::new(Uuid::nil()))] {
            let refusal = Refusal::WrongState { state: decided.state.to_string() };
            assert_eq!(decided.check_reviewer(user(2), &Own::default()), Err(refusal));
        }
    }
}
