//! No-shows as they are sent.

use chrono::{DateTime, Utc};
use linli_db::no_shows::NoShowAt;
use linli_domain::ids::{ActivityId, NoShowId, ResidentId, ShiftId, TransferId};
use linli_domain::no_shows::{Missed, Step, Verdict};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::input::Reason;

/// What a resident says against a mark.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewAppeal {
    /// Why it is wrong, or not the resident's fault.
    pub reason: Reason,
}

/// What the desk says to an appeal.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewDecision {
    /// Whether the mark counts.
    pub verdict: Verdict,
    /// Why; the resident reads it.
    pub note: Reason,
}

/// A mark: somebody signed up and came late or not at all.
#[derive(Serialize, ToSchema)]
#[schema(as = NoShow)]
pub struct NoShowJson {
    /// The identifier.
    pub id: NoShowId,
    /// Who.
    pub resident_id: ResidentId,
    /// The resident's name.
    pub resident_name: String,
    /// The shift.
    pub shift_id: ShiftId,
    /// When it began.
    pub starts_at: DateTime<Utc>,
    /// The activity.
    pub activity_id: ActivityId,
    /// What it is called.
    pub activity_title: String,
    /// What was missed.
    pub missed: Missed,
    /// What followed.
    pub step: Step,
    /// The deduction.
    pub transfer_id: Option<TransferId>,
    /// When it was marked.
    pub marked_at: DateTime<Utc>,
    /// What the resident says against it.
    pub appeal: Option<String>,
    /// When the resident appealed.
    pub appealed_at: Option<DateTime<Utc>>,
    /// What the desk said to that.
    pub verdict: Option<Verdict>,
    /// Why.
    pub note: Option<String>,
    /// When that was decided.
    pub decided_at: Option<DateTime<Utc>>,
}

impl From<NoShowAt> for NoShowJson {
    fn from(found: NoShowAt) -> Self {
        let NoShowAt { mark, activity, title, starts_at, resident_name } = found;
        let (appeal, decision) = (mark.appeal.as_ref(), mark.decision.as_ref());
        Self {
            id: mark.id,
            resident_id: mark.resident,
            resident_name,
            shift_id: mark.shift,
            starts_at,
            activity_id: activity,
            activity_title: title,
            missed: mark.missed,
            step: mark.step,
            transfer_id: mark.transfer,
            marked_at: mark.marked_at,
            appeal: appeal.map(|appeal| appeal.reason.clone()),
            appealed_at: appeal.map(|appeal| appeal.at),
            verdict: decision.map(|decision| decision.verdict),
            note: decision.map(|decision| decision.note.clone()),
            decided_at: decision.map(|decision| decision.at),
        }
    }
}

/// The marks that were made for an activity.
#[derive(Serialize, ToSchema)]
pub struct NoShows {
    /// Those that are new, in the order of the shifts.
    pub items: Vec<NoShowJson>,
    /// How many of them cost points.
    pub deductions: usize,
}
