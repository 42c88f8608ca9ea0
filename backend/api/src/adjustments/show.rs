//! An adjustment as it stands after a change.

use linli_db::adjustments::{self, Filter};
use linli_db::reviews::SubjectKind;
use linli_db::{Connection, Slice, reviews};
use linli_domain::adjustments::Adjustment;
use linli_domain::ids::{AdjustmentId, UserId};
use linli_domain::reviews::{Review, Verdict};
use serde_json::{Value, json};

use super::json::AdjustmentJson;
use crate::acting::Acting;
use crate::problem::Problem;

/// The adjustment as it stands.
pub(super) async fn show(
    connection: &mut Connection,
    acting: &Acting,
    id: AdjustmentId,
) -> Result<AdjustmentJson, Problem> {
    let (filter, one) = (Filter { id: Some(id), ..Filter::default() }, Slice { after: None, limit: 1 });
    let found = adjustments::list(connection, acting.community, filter, &one).await?.items.pop();
    found.map(AdjustmentJson::from).ok_or_else(|| Problem::unexpected("an adjustment is gone"))
}

/// Stores what the second person says.
pub(super) async fn said(
    connection: &mut Connection,
    acting: &Acting,
    (id, by): (AdjustmentId, UserId),
    (verdict, note): (Verdict, &str),
) -> Result<(), Problem> {
    let (note, at) = (note.to_owned(), acting.now);
    let review = Review { id: acting.id(), round: 1, reviewer: by, verdict, note, at };
    reviews::insert(connection, acting.community, (SubjectKind::Adjustment, id), &review).await?;
    Ok(())
}

/// What the audit log keeps.
pub(super) fn facts(adjustment: &Adjustment) -> Value {
    json!({
        "resident_id": adjustment.resident,
        "points": adjustment.points,
        "reason": adjustment.reason,
        "state": adjustment.state,
        "transfer_id": adjustment.transfer,
    })
}
