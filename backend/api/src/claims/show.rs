//! A claim as it stands after a change, and what the audit log keeps of it.

use linli_db::{Connection, claims};
use linli_domain::claims::Claim;
use linli_domain::ids::ClaimId;
use linli_domain::roles::Principal;
use serde_json::{Value, json};

use super::json::ClaimJson;
use crate::acting::Acting;
use crate::problem::Problem;

/// The claim as this person sees it.
pub(super) async fn show(
    connection: &mut Connection,
    acting: &Acting,
    (who, id): (&Principal, ClaimId),
) -> Result<ClaimJson, Problem> {
    let found = claims::find_listed(connection, acting.community, id).await?;
    let found = found.ok_or_else(|| Problem::unexpected("a claim is gone"))?;
    Ok(ClaimJson::shown_to(who, found))
}

/// What the audit log keeps: what it is about and where it stands, not what was written.
pub(super) fn facts(claim: &Claim) -> Value {
    json!({
        "resident_id": claim.resident,
        "rule_code": claim.report.deed.rule_code,
        "began_at": claim.report.began_at,
        "minutes": claim.report.deed.minutes,
        "state": claim.state,
        "round": claim.round,
        "points": claim.accepted.as_ref().map(|accepted| accepted.points),
    })
}
