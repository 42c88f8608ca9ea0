//! What all changes of a membership have in common: the lock before, the line in the audit log after.

use linli_db::memberships::Names;
use linli_db::{Connection, memberships, residents, teams};
use linli_domain::ids::MembershipId;
use linli_domain::memberships::Membership;
use linli_domain::residents::Resident;

use super::json::MembershipJson;
use crate::acting::{Acting, Change};
use crate::problem::Problem;

/// A membership, locked, and its resident, who is kept from moving out meanwhile.
pub(super) async fn locked(
    connection: &mut Connection,
    acting: &Acting,
    id: MembershipId,
) -> Result<(Membership, Resident), Problem> {
    let community = acting.community;
    let found = memberships::find(connection, community, id).await?.ok_or_else(Problem::not_found)?;
    // The resident first, as where residents move out.
    let resident = residents::share(connection, community, found.resident).await?;
    let membership = memberships::lock(connection, community, id).await?;
    membership.zip(resident).ok_or_else(|| Problem::unexpected("a membership of nobody"))
}

/// Stores what became of a membership.
pub(super) async fn stored(
    connection: &mut Connection,
    acting: &Acting,
    action: &str,
    (before, after): (&Membership, &Membership),
    resident: Resident,
) -> Result<MembershipJson, Problem> {
    memberships::update(connection, acting.community, after).await?;
    let team = teams::find(connection, acting.community, after.team).await?;
    let team = team.ok_or_else(|| Problem::unexpected("a membership in no team"))?;
    let names = Names { resident: resident.name, team: team.name };
    let before = MembershipJson::of(before, names.clone());
    let after = MembershipJson::of(after, names);
    acting.audit(connection, after.id, Change::changed(action, &before, &after)).await?;
    Ok(after)
}
