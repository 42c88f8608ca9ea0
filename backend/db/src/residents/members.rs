//! Who is registered in households.

use std::collections::BTreeMap;

use diesel::{BoolExpressionMethods, ExpressionMethods, QueryDsl};
use diesel_async::RunQueryDsl;
use linli_domain::ids::{CommunityId, HouseholdId, ResidentId};
use linli_domain::pacts::Member;
use linli_domain::residents::{Own, ResidentState};
use uuid::Uuid;

use crate::schema::residents;
use crate::{Connection, Result};

/// A resident, if it is one, and everybody else who is or was of the household.
///
/// # Errors
/// If the data base does not answer.
pub async fn own(
    connection: &mut Connection,
    community: CommunityId,
    resident: Option<ResidentId>,
) -> Result<Own> {
    let Some(resident) = resident else { return Ok(Own::default()) };
    let of: Vec<Uuid> = residents::table
        .find((community.uuid(), resident.uuid()))
        .select(residents::household_id)
        .load(connection)
        .await?;
    let ids: Vec<Uuid> = residents::table
        .filter(residents::community_id.eq(community.uuid()).and(residents::household_id.eq_any(of)))
        .select(residents::id)
        .load(connection)
        .await?;
    Ok(Own::of(ids.into_iter().map(ResidentId::new).chain([resident])))
}

/// Who is registered in each of these households now, kept from changing until the transaction ends.
///
/// # Errors
/// If the data base does not answer.
pub async fn share_members(
    connection: &mut Connection,
    community: CommunityId,
    of: &[HouseholdId],
) -> Result<BTreeMap<HouseholdId, Vec<Member>>> {
    let ids: Vec<Uuid> = of.iter().map(|id| id.uuid()).collect();
    let rows: Vec<(Uuid, Uuid, Option<i32>)> = residents::table
        .filter(residents::community_id.eq(community.uuid()).and(residents::household_id.eq_any(ids)))
        .filter(residents::state.eq(ResidentState::Active.to_string()))
        .order(residents::id)
        .select((residents::household_id, residents::id, residents::birth_year))
        .for_share()
        .load(connection)
        .await?;
    let mut members: BTreeMap<HouseholdId, Vec<Member>> = BTreeMap::new();
    for (household, resident, birth_year) in rows {
        let member = Member { resident: ResidentId::new(resident), birth_year };
        members.entry(HouseholdId::new(household)).or_default().push(member);
    }
    Ok(members)
}
