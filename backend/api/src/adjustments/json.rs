//! Adjustments that need a second person, as they are sent.

use chrono::{DateTime, Utc};
use linli_db::adjustments::Listed;
use linli_domain::adjustments::AdjustmentState;
use linli_domain::ids::{AdjustmentId, ResidentId, TransferId, UserId};
use linli_domain::points::Points;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::input::Reason;

/// Why an adjustment is not to be made.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct AdjustmentRefusal {
    /// The reason, which who proposed it reads.
    pub reason: Reason,
}

/// An adjustment above the community's limit.
#[derive(Serialize, ToSchema)]
#[schema(as = Adjustment)]
pub struct AdjustmentJson {
    /// The identifier.
    pub id: AdjustmentId,
    /// Whose wallet.
    pub resident_id: ResidentId,
    /// The resident's name.
    pub resident_name: String,
    /// How many points it gains; negative if it loses.
    pub points: Points,
    /// The reason, which the resident reads.
    pub reason: String,
    /// Where it stands.
    pub state: AdjustmentState,
    /// Who proposed it.
    pub proposed_by: UserId,
    /// The name of who proposed it.
    pub proposed_by_name: String,
    /// When.
    pub proposed_at: DateTime<Utc>,
    /// Who confirmed or refused it.
    pub reviewed_by: Option<UserId>,
    /// The name of who did.
    pub reviewed_by_name: Option<String>,
    /// When.
    pub reviewed_at: Option<DateTime<Utc>>,
    /// Why it was refused.
    pub note: Option<String>,
    /// The transfer, once it is confirmed.
    pub transfer_id: Option<TransferId>,
}

impl From<Listed> for AdjustmentJson {
    fn from(listed: Listed) -> Self {
        let Listed { adjustment, resident_name, proposed_by_name, review } = listed;
        let (review, name) = review.unzip();
        Self {
            id: adjustment.id,
            resident_id: adjustment.resident,
            resident_name,
            points: adjustment.points,
            reason: adjustment.reason,
            state: adjustment.state,
            proposed_by: adjustment.proposed_by,
            proposed_by_name,
            proposed_at: adjustment.proposed_at,
            reviewed_by: review.as_ref().map(|review| review.reviewer),
            reviewed_by_name: name,
            reviewed_at: review.as_ref().map(|review| review.at),
            note: review.map(|review| review.note).filter(|note| !note.is_empty()),
            transfer_id: adjustment.transfer,
        }
    }
}
