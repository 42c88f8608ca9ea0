//! What a voucher's rules depend on beside its row: its slot, which it may leave for another, and its resident's teams.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use diesel::{ExpressionMethods, QueryDsl};
use diesel_async::RunQueryDsl;
use linli_domain::ids::{CommunityId, ResidentId, SlotId, TeamId};
use linli_domain::memberships::MembershipState;
use linli_domain::offers::Conditions;
use linli_domain::rulebooks::TimeInTeam;
use linli_domain::slots::Slot;
use linli_domain::vouchers::WholeVoucher;
use uuid::Uuid;

use crate::schema::memberships;
use crate::{Connection, Result, slots};

/// These vouchers with their slots, read in one statement; in none if no voucher has one.
///
/// # Errors
/// If the data base does not answer.
pub async fn with_slots(
    connection: &mut Connection,
    community: CommunityId,
    vouchers: Vec<WholeVoucher>,
) -> Result<Vec<WholeVoucher>> {
    let ids: Vec<SlotId> = vouchers.iter().filter_map(|whole| whole.voucher.slot).collect();
    if ids.is_empty() {
        return Ok(vouchers);
    }
    let found = slots::find_all(connection, community, &ids).await?;
    let found: BTreeMap<SlotId, Slot> = found.into_iter().map(|slot| (slot.id, slot)).collect();
    let with_slot = |whole: WholeVoucher| {
        let slot = whole.voucher.slot.and_then(|id| found.get(&id).cloned());
        WholeVoucher { slot, ..whole }
    };
    Ok(vouchers.into_iter().map(with_slot).collect())
}

/// A voucher, locked or not, with its slot as it is now, and its resident's teams if conditions name any.
///
/// # Errors
/// If the data base does not answer.
pub async fn with_slots_and_teams(
    connection: &mut Connection,
    community: CommunityId,
    mut whole: WholeVoucher,
) -> Result<WholeVoucher> {
    if let Some(slot) = whole.voucher.slot {
        whole.slot = slots::find(connection, community, slot).await?;
    }
    let names_teams = |conditions: &Conditions| !conditions.eligibility.teams.is_empty();
    if names_teams(&whole.offer.conditions) || names_teams(&whole.voucher.conditions) {
        whole.holder.earner.teams = teams_of(connection, community, whole.voucher.resident).await?;
    }
    Ok(whole)
}

/// The teams that a resident is a member of.
pub(super) async fn teams_of(
    connection: &mut Connection,
    community: CommunityId,
    resident: ResidentId,
) -> Result<Vec<TimeInTeam>> {
    let teams: Vec<(Uuid, Option<DateTime<Utc>>, DateTime<Utc>)> = memberships::table
        .filter(memberships::community_id.eq(community.uuid()))
        .filter(memberships::resident_id.eq(resident.uuid()))
        .filter(memberships::state.eq(MembershipState::Active.to_string()))
        .select((memberships::team_id, memberships::decided_at, memberships::requested_at))
        .load(connection)
        .await?;
    let time = |(team, decided_at, requested_at): (Uuid, Option<_>, _)| TimeInTeam {
        team: TeamId::new(team),
        since: decided_at.unwrap_or(requested_at),
        until: None,
    };
    Ok(teams.into_iter().map(time).collect())
}
